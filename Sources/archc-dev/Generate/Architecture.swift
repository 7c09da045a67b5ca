/// A made-up architecture, shaped like real ones: accounts hold Regions, Regions hold networks of
/// zones and subnets and groups of managed services, and each of the innermost holds about ten
/// boxes that mostly talk to each other.
struct Architecture {
  /// The diagram.
  let text: String

  /// Makes an architecture with a number of boxes, the same for the same seed on every machine.
  init(elements: Int, seed: UInt64 = 1) {
    var writer = ArchitectureWriter(random: SeededRandom(seed: seed))
    writer.diagram(boxes: max(elements, 1))
    text = writer.text
  }
}

private struct ArchitectureWriter {
  var random: SeededRandom
  var text = ""
  private var depth = 0
  /// The names of the containers around the place that is written, outermost first.
  private var path: [String] = []
  /// The cells of the Region so far, and the last of each one before.
  private var neighbours: [Neighbour] = []
  private var farNeighbours: [Neighbour] = []

  /// A cell seen from others: where edges into it and out of it go, by path.
  private struct Neighbour {
    var entry: [String]
    var exit: [String]
  }

  init(random: SeededRandom) { self.random = random }

  /// Below this many boxes nobody draws containers.
  private static let smallestNested = 8
  private static let cellsPerRegion = 10
  private static let regionsPerAccount = 3

  mutating func diagram(boxes: Int) {
    line("# An architecture that nobody has: made up to measure with.")
    line("diagram \"\(boxes) boxes\" { direction = right }")
    line("")
    guard boxes >= Self.smallestNested else { return small(boxes) }
    line("customers: user \"Customers\"")
    line("edge: cloudfront \"Edge\" { viewer-protocol = https-only }")
    line("customers -> edge \"HTTPS\"")
    let cellCount = max(1, (boxes + 3) / 10)
    let regionCount = (cellCount - 1) / Self.cellsPerRegion + 1
    // Besides the cells there are the customers, the edge, and a way out of each Region's network.
    let sizes = Self.split(boxes - 2 - regionCount, into: cellCount)
    let regions = Self.split(cellCount, into: regionCount)
    let accounts = Self.split(regions.count, into: (regions.count - 1) / Self.regionsPerAccount + 1)
    var cells = sizes[...]
    var cellCounts = regions[...]
    for (index, count) in accounts.enumerated() {
      let inside = cellCounts.prefix(count)
      cellCounts.removeFirst(count)
      account(index, regions: Array(inside), cells: &cells)
    }
  }

  /// A handful of boxes in a row, without containers.
  private mutating func small(_ boxes: Int) {
    let names = ["customers", "api", "orders", "queue", "billing", "archive", "reports"]
    let services = [
      "user \"Customers\"", "lambda \"Orders API\" { timeout = 30s; memory = 512MB }",
      "dynamodb \"Orders\" { billing = on-demand }", "sqs \"Bills\" { visibility-timeout = 3m }",
      "lambda \"Billing\" { timeout = 30s }", "s3 \"Archive\" { versioning = true }",
      "lambda \"Reports\"",
    ]
    let edges = [
      "customers -> api \"POST /orders\"", "api -> orders", "api ~> queue \"enqueues a bill\"",
      "queue -> billing", "billing -> archive \"writes\"", "reports -> archive",
    ]
    for (name, service) in zip(names, services).prefix(boxes) { line("\(name): \(service)") }
    line("")
    for edge in edges.prefix(boxes - 1) { line(edge) }
  }

  // MARK: Containers

  private mutating func account(_ index: Int, regions: [Int], cells: inout ArraySlice<Int>) {
    let names = ["eu-west-1", "us-east-1", "ap-south-1"]
    let name = "\(subjects[index % subjects.count])-\(index + 1)"
    let entry = farNeighbours.count
    container(name, "account \"\(name.capitalizedASCII)\"") { writer in
      for (region, count) in zip(names, regions) {
        let sizes = Array(cells.prefix(count))
        cells.removeFirst(count)
        writer.region(region, cells: sizes)
      }
    }
    let first = farNeighbours[entry].entry
    if index == 0 {
      line("edge -> \(first.joined(separator: ".")) \"Origin\"")
    } else if let near = farNeighbours[..<entry].suffix(4).randomElement(using: &random) {
      line("\(near.exit.joined(separator: ".")) -> \(first.joined(separator: "."))")
    }
  }

  private mutating func region(_ name: String, cells: [Int]) {
    neighbours = []
    container(name, "region") { writer in
      let subnets = (cells.count * 3 + 4) / 5
      writer.network(cells.prefix(subnets))
      for (index, size) in cells.dropFirst(subnets).enumerated() {
        let subject = writer.random.pick(subjects)
        writer.cell("\(subject)-\(index + 1)", "group \"\(subject.capitalizedASCII)s\"", size)
      }
      writer.joinCells()
    }
    if let last = neighbours.last, let first = neighbours.first {
      if name != "eu-west-1", let near = farNeighbours.last {
        line("\(relative(near.exit)) -> \(relative(first.entry)) { kind = request }")
      }
      farNeighbours.append(Neighbour(entry: first.entry, exit: last.exit))
    }
  }

  private mutating func network(_ cells: ArraySlice<Int>) {
    container("main", "vpc \"Main\"", ["cidr = 10.0.0.0/16"]) { writer in
      writer.line("way-out: nat \"Way out\"")
      var rest = cells
      for zone in ["zone-a", "zone-b", "zone-c"] where !rest.isEmpty {
        let subnets = rest.prefix(2)
        rest = rest.dropFirst(2)
        writer.container(zone, "zone \"Zone \(zone.suffix(1))\"") { writer in
          for (tier, size) in zip(["inner", "outer"], subnets) {
            writer.cell(
              tier, "subnet \"\(tier.capitalizedASCII)\"", size, tier: "private")
          }
        }
      }
    }
  }

  private mutating func cell(
    _ name: String, _ header: String, _ size: Int, tier: String? = nil
  ) {
    let cell = Cell(boxes: size, isSubnet: tier != nil, random: &random)
    let exit = cell.boxes[cell.exit(&random)].name
    neighbours.append(
      Neighbour(
        entry: path + [name, cell.boxes[Cell.entry].name], exit: path + [name, exit]))
    container(name, header, tier.map { ["tier = \($0)"] } ?? []) { writer in
      for box in cell.boxes { writer.box(box) }
      writer.line("")
      for edge in cell.edges { writer.edge(edge, in: cell) }
    }
  }

  /// Each cell of the Region is called from one of the three before it.
  private mutating func joinCells() {
    for index in neighbours.indices.dropFirst() {
      let source = neighbours[..<index].suffix(3).randomElement(using: &random)
      guard let source else { continue }
      let label = random.happens(1.0 / 3) ? " \"calls\"" : ""
      line("\(relative(source.exit)) -> \(relative(neighbours[index].entry))\(label)")
    }
  }

  // MARK: Lines

  private mutating func box(_ box: Cell.Box) {
    guard !box.attributes.isEmpty else {
      return line("\(box.name): \(box.service) \"\(box.label)\"")
    }
    guard box.attributes.count > 2 else {
      let attributes = box.attributes.joined(separator: "; ")
      return line("\(box.name): \(box.service) \"\(box.label)\" { \(attributes) }")
    }
    container(box.name, "\(box.service) \"\(box.label)\"", box.attributes) { _ in }
  }

  private mutating func edge(_ edge: Cell.Edge, in cell: Cell) {
    let arrow = edge.isEvent ? "~>" : "->"
    let label = edge.label.map { " \"\($0)\"" } ?? ""
    let block = edge.attributes.isEmpty ? "" : " { \(edge.attributes.joined(separator: "; ")) }"
    line("\(cell.boxes[edge.source].name) \(arrow) \(cell.boxes[edge.target].name)\(label)\(block)")
  }

  private mutating func container(
    _ name: String, _ header: String, _ attributes: [String] = [],
    body: (inout ArchitectureWriter) -> Void
  ) {
    line("\(name): \(header) {")
    depth += 1
    path.append(name)
    for attribute in attributes { line(attribute) }
    body(&self)
    path.removeLast()
    depth -= 1
    line("}")
  }

  private mutating func line(_ words: String) {
    if !words.isEmpty { text += String(repeating: "  ", count: depth) + words }
    text += "\n"
  }

  /// A path as it is written at this place: without the containers around both.
  private func relative(_ full: [String]) -> String {
    full.dropFirst(zip(full, path).prefix { $0 == $1 }.count).joined(separator: ".")
  }

  /// A number as so many numbers of nearly the same size.
  private static func split(_ total: Int, into parts: Int) -> [Int] {
    (0..<parts).map { (total * ($0 + 1)) / parts - (total * $0) / parts }
  }
}
