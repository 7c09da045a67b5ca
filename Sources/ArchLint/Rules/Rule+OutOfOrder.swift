import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds targets that rely on an order which was lost on the way.
  static let outOfOrder = Rule(
    "delivery/out-of-order", .error, "Somebody relies on an order that is lost on the way",
    documentation: RuleDocumentation(
      rationale:
        "Standard queues and topics, buses and notifications of buckets hand messages on in "
        + "any order, and asynchronous runs of a function overtake one another. No later hop "
        + "can restore what an earlier one has shuffled.",
      facts: ["SNS-03", "SQS-09", "EVB-06", "S3-A"],
      advice:
        "Use a FIFO topic and FIFO queues all the way, or a stream, or let the target sort "
        + "by a number in the message.",
      bad: [
        """
        bank: app -> bookings: sqs { dlq = failed }
        failed: sqs
        post: lambda
        bookings -> post { ordered = true }
        """,
        """
        bank: app -> bus: eventbridge { dlq = lost }
        lost: sqs { retention = 14d }
        bookings: sqs { type = fifo; content-based-deduplication = true; dlq = failed }
        failed: sqs { type = fifo; retention = 14d }
        bus -> bookings { message-group = "account" }
        post: app
        bookings -> post { ordered = true }
        """,
      ],
      good: [
        """
        bank: app -> bookings: sqs { type = fifo }
        post: lambda
        bookings -> post { ordered = true }
        """,
        """
        bank: app -> bookings: sqs { dlq = failed }
        failed: sqs
        bookings -> post: lambda
        """,
      ])
  ) { architecture, report in
    let ordered = architecture.edges.indices.filter { index in
      let edge = architecture.edges[index]
      return architecture.connection(edge).attributes.contains(where: \.asksForOrder)
        && architecture.isDrawn(edge)
    }
    guard !ordered.isEmpty else { return }
    var check = OrderCheck(architecture)
    check.spread()
    check.report(ordered, &report)
  }
}

extension Attribute {
  fileprivate var asksForOrder: Bool { name == "ordered" && value == .boolean(true) }
}

/// Where the order of messages is lost, and what lies behind those places.
private struct OrderCheck {
  private let architecture: Architecture
  private let delivery: Delivery
  private let keepers: ServiceSet
  private let startedAnew: ServiceSet
  /// The element at which the order of what an element hands on was lost; -1 where it was not.
  private var lostAt: [Int32]
  /// How many edges bring an element messages whose order has not been found lost.
  private var soundFeeds: [Int32]

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    delivery = Delivery(architecture)
    keepers = ServiceSet(
      model, ["eventbridge", "eventbridge-pipes", "kinesis", "sns", "sqs"])
    startedAnew = ServiceSet(model, ["lambda", "step-functions"])
    lostAt = Array(repeating: -1, count: model.elements.count)
    soundFeeds = lostAt.map { _ in 0 }
  }

  /// Marks everything behind which no order can be relied on: what loses it, and what is fed by
  /// such elements only.
  mutating func spread() {
    for edge in architecture.edges where isFeed(edge) { soundFeeds[edge.target.index] += 1 }
    var queue: [ElementID] = []
    for index in lostAt.indices where delivery.losesOrder(ElementID(index)) {
      lostAt[index] = Int32(index)
      queue.append(ElementID(index))
    }
    var head = 0
    while head < queue.count {
      let element = queue[head]
      head += 1
      for index in architecture.outgoing(element) {
        let edge = architecture.edges[Int(index)]
        guard isFeed(edge), lostAt[edge.target.index] < 0 else { continue }
        soundFeeds[edge.target.index] -= 1
        guard soundFeeds[edge.target.index] == 0, keepers.contains(edge.target) else { continue }
        lostAt[edge.target.index] = lostAt[element.index]
        queue.append(edge.target)
      }
    }
  }

  private func isFeed(_ edge: Architecture.Edge) -> Bool {
    architecture.carriesData(edge) && architecture.isDrawn(edge)
  }

  /// Reports the edges that rely on an order, those that suffer from one cause together.
  func report(_ ordered: [Int], _ report: inout RuleReport) {
    var first: [Int: Int] = [:]
    var groups: [(cause: ElementID, edges: [Architecture.Edge])] = []
    for index in ordered {
      let edge = architecture.edges[index]
      guard architecture.carriesData(edge), let cause = cause(of: edge) else { continue }
      if let group = first[cause.index] {
        groups[group].edges.append(edge)
      } else {
        first[cause.index] = groups.count
        groups.append((cause, [edge]))
      }
    }
    for group in groups { self.report(group.cause, group.edges, &report) }
  }

  /// The element at which the order of an edge's messages is lost.
  private func cause(of edge: Architecture.Edge) -> ElementID? {
    if lostAt[edge.source.index] >= 0 { return ElementID(Int(lostAt[edge.source.index])) }
    if edge.invocation == .async, startedAnew.contains(edge.target) { return edge.target }
    return delivery.losesOrder(edge.target) && edge.invocation != .sync ? edge.target : nil
  }

  private func report(
    _ cause: ElementID, _ edges: [Architecture.Edge], _ report: inout RuleReport
  ) {
    guard let edge = edges.first else { return }
    let name = architecture.name(cause)
    let target = architecture.name(edge.target)
    let message: String
    if startedAnew.contains(cause) {
      message = "the order of messages matters to '\(target)', but its runs overtake one another"
    } else if cause == edge.target {
      message = "the order of messages matters at '\(target)', which keeps none"
    } else {
      message = "'\(target)' relies on an order that '\(name)' does not keep"
    }
    report.report(
      message, at: edge, attribute: "ordered",
      secondary: [Label(architecture.model[cause].declaration, "the order is lost here")]
        + edges.dropFirst().map { Label(architecture.connection($0).declaration, "this too") },
      evidence: kind(of: cause))
  }

  private func kind(of cause: ElementID) -> [String] {
    guard let type = architecture.word("type", of: cause), !startedAnew.contains(cause) else {
      return []
    }
    return [
      "'\(architecture.name(cause))' is a \(type) \(architecture.service(of: cause).shortTitle)"
    ]
  }
}
