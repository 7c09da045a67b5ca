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
      let isLast = index == count - 1
      let role = isLast && index > 0 ? .work : Self.role(of: index, isSubnet: isSubnet, &random)
      boxes.append(Self.box(role, isSubnet: isSubnet, taken: &taken, &random))
      if index > 0 { joinToEarlier(index, &random) }
    }
    for index in boxes.indices.dropFirst(2) where random.happens(0.5) {
      joinToEarlier(index, &random)
    }
    for index in boxes.indices where boxes[index].role == .queue && !isRead(index) {
      let readers = boxes.indices[index...].filter { boxes[$0].role == .work }
      edges.append(Edge(source: index, target: random.pick(readers)))
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
    let callers = boxes.indices[..<index].filter { mayCall($0, index) }
    let fallback = boxes[index].role == .work ? Self.entry : nil
    guard let source = callers.suffix(5).randomElement(using: &random) ?? fallback,
      !edges.contains(where: { $0.source == source && $0.target == index })
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

extension Cell {
  /// Whether an edge between two boxes would be sound: no function waits for another, a queue has
  /// one reader, and nobody both stores and sends what belongs together.
  private func mayCall(_ source: Int, _ target: Int) -> Bool {
    let caller = boxes[source]
    let called = boxes[target]
    guard called.role.callers.contains(caller.role) else { return false }
    let targets = edges.filter { $0.source == source }.map { boxes[$0.target].role }
    switch called.role {
    case .work:
      return caller.service == "lambda" ? called.service != "lambda" : !isRead(source)
    case .queue: return !targets.contains(.store)
    case .store: return !targets.contains(.queue)
    case .front: return true
    }
  }

  /// Whether a box is a queue that has a reader.
  private func isRead(_ index: Int) -> Bool {
    boxes[index].role == .queue && edges.contains { $0.source == index }
  }
}

extension String {
  /// The word with a capital letter at its start.
  var capitalizedASCII: String { prefix(1).uppercased() + dropFirst() }
}
