/// Eight to twelve boxes that belong together, and the edges among them: the content of one
/// subnet or one group of a made-up architecture.
struct Cell {
  struct Box {
    var name: String
    var role: Role
    var subject: String
    var service: String
    var label: String
    var attributes: [String]
  }

  struct Edge {
    var source: Int
    var target: Int
    var label: String?
    var attributes: [String] = []
    var isEvent = false
  }

  private(set) var boxes: [Box] = []
  private(set) var edges: [Edge] = []

  /// Makes a cell: a tree from a front box to the stores, and some edges across.
  init(boxes count: Int, isSubnet: Bool, random: inout SeededRandom) {
    var taken: Set<String> = []
    for index in 0..<count {
      let role = Self.role(of: index, isSubnet: isSubnet, &random)
      boxes.append(Self.box(role, isSubnet: isSubnet, taken: &taken, &random))
      if index > 0 { joinToEarlier(index, &random) }
    }
    for index in boxes.indices.dropFirst(2) where random.happens(0.5) {
      joinToEarlier(index, &random)
    }
  }

  /// The box that edges from other cells lead to.
  static let entry = 0

  /// A box that edges to other cells may start at.
  func exit(_ random: inout SeededRandom) -> Int {
    let workers = boxes.indices.filter { boxes[$0].role == .work }
    return workers.isEmpty ? Self.entry : random.pick(workers)
  }

  private static func role(of index: Int, isSubnet: Bool, _ random: inout SeededRandom) -> Role {
    switch index {
    case 0: .front
    case 1: .work
    default:
      random.pick(isSubnet ? [.work, .work, .store] : [.work, .work, .queue, .store, .store])
    }
  }

  private static func box(
    _ role: Role, isSubnet: Bool, taken: inout Set<String>, _ random: inout SeededRandom
  ) -> Box {
    let subject = random.pick(subjects)
    let ending = random.pick(role.endings)
    var name = "\(subject)-\(ending)"
    var label = subject.capitalizedASCII + " " + ending
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(subject)-\(ending)-\(number)"
      label = "\(subject.capitalizedASCII) \(ending) \(number)"
      number += 1
    }
    let stock = random.pick(isSubnet ? Stock.inSubnet(role) : Stock.inRegion(role))
    let attributes = stock.attributes.filter { _ in random.happens(0.4) }
    return Box(
      name: name, role: role, subject: subject, service: stock.service, label: label,
      attributes: attributes)
  }

  /// Lets one of the few boxes before a box call it.
  private mutating func joinToEarlier(_ index: Int, _ random: inout SeededRandom) {
    let callers = boxes[index].role.callers
    let earlier = boxes.indices[..<index].suffix(5).filter { callers.contains(boxes[$0].role) }
    let source = earlier.isEmpty ? 1 : random.pick(earlier)
    guard source < index, !edges.contains(where: { $0.source == source && $0.target == index })
    else { return }
    let target = boxes[index]
    let label = random.happens(1.0 / 3) ? random.pick(target.role.edgeLabels) : nil
    edges.append(
      Edge(
        source: source, target: index,
        label: label.map { $0.replacing("%", with: target.subject) },
        attributes: random.happens(0.1) ? ["payload = 64KB"] : [],
        isEvent: target.role == .queue))
  }
}

extension String {
  /// The word with a capital letter at its start.
  var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
