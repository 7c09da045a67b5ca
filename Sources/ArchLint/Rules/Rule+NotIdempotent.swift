import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// Finds consumers that do not bear a message twice, where it may come twice.
  static let notIdempotent = Rule(
    "delivery/not-idempotent", .warning, "A message that may come twice does harm the second time",
    documentation: RuleDocumentation(
      rationale:
        "Standard queues and topics, buses, buckets, streams and asynchronous calls deliver "
        + "at least once, so sooner or later the same message comes again. Whoever does its "
        + "work anew then books, sends or counts it twice.",
      facts: ["SNS-02", "SQS-08", "EVB-05", "S3-A"],
      source: "Well-Architected REL04-BP04",
      advice:
        "Remember the keys of messages that have been handled, write on a condition, or use "
        + "a FIFO queue.",
      bad: [
        """
        orders: sqs { dlq = failed } -> ship: lambda { idempotent = false }
        failed: sqs
        """,
        """
        placed: sns
        placed -> count: app { idempotent = false }
        shop: app -> placed
        """,
      ],
      good: [
        """
        orders: sqs { dlq = failed } -> ship: lambda { idempotent = true }
        failed: sqs
        """,
        """
        orders: sqs { type = fifo } -> ship: lambda { idempotent = false }
        """,
      ])
  ) { architecture, report in
    var spread = RepeatSpread(architecture)
    guard spread.hasSubjects else { return }
    spread.run()
    spread.report(&report)
  }
}

/// Follows messages that may be repeated to all they set off.
private struct RepeatSpread {
  private let architecture: Architecture
  private let delivery: Delivery
  private let carriers: ServiceSet
  /// The edge, by index, on which what reaches an element may have been repeated.
  private var origins: [Int32]
  private let isHarmed: [Bool]
  /// The edges that say so of themselves, by index.
  private let harmedEdges: [Int]

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    delivery = Delivery(architecture)
    carriers = ServiceSet(
      model,
      [
        "appsync", "api-gateway", "compute", "eventbridge", "eventbridge-pipes",
        "eventbridge-rule", "glue-job", "kinesis", "load-balancing", "messaging", "step-functions",
        "streaming",
      ])
    origins = Array(repeating: -1, count: model.elements.count)
    isHarmed = model.elements.map { $0.attributes.contains(where: \.deniesIdempotence) }
    harmedEdges = architecture.edges.indices.filter { index in
      let edge = architecture.edges[index]
      return architecture.connection(edge).attributes.contains(where: \.deniesIdempotence)
        && architecture.isDrawn(edge)
    }
  }

  var hasSubjects: Bool { !harmedEdges.isEmpty || isHarmed.contains(true) }

  mutating func run() {
    var queue: [ElementID] = []
    for (index, edge) in architecture.edges.enumerated()
    where delivery.isAtLeastOnce(edge) && isFollowed(edge) && origins[edge.target.index] < 0 {
      origins[edge.target.index] = Int32(index)
      queue.append(edge.target)
    }
    var head = 0
    while head < queue.count {
      let element = queue[head]
      head += 1
      guard passesOn(element) else { continue }
      for index in architecture.outgoing(element) {
        let edge = architecture.edges[Int(index)]
        guard origins[edge.target.index] < 0, architecture.carriesData(edge), isFollowed(edge)
        else {
          continue
        }
        origins[edge.target.index] = origins[element.index]
        queue.append(edge.target)
      }
    }
  }

  private func isFollowed(_ edge: Architecture.Edge) -> Bool {
    if case .boolean(true)? = architecture.stated("idempotent", of: edge)?.value { return false }
    return architecture.isDrawn(edge)
  }

  /// Whether an element that is given a message twice sends twice what follows from it.
  private func passesOn(_ element: ElementID) -> Bool {
    if case .boolean(true)? = architecture.stated("idempotent", of: element)?.value { return false }
    return carriers.contains(element) && !delivery.isFIFO(element)
  }

  func report(_ report: inout RuleReport) {
    for index in isHarmed.indices where isHarmed[index] && origins[index] >= 0 {
      let origin = architecture.edges[Int(origins[index])]
      report.report(
        "'\(architecture.name(ElementID(index)))' is not idempotent, but "
          + "'\(architecture.name(origin.source))' may deliver a message twice",
        at: ElementID(index), attribute: "idempotent", secondary: labels(origin),
        evidence: evidence(origin, to: ElementID(index)))
    }
    for index in harmedEdges {
      let edge = architecture.edges[index]
      guard let origin = origin(of: index), !isHarmed[edge.target.index],
        !isHarmed[edge.source.index]
      else { continue }
      report.report(
        "a message twice does harm at '\(architecture.name(edge.target))', and "
          + "'\(architecture.name(origin.source))' may deliver it twice",
        at: edge, attribute: "idempotent",
        secondary: origin.connection == edge.connection ? [] : labels(origin),
        evidence: evidence(origin, to: edge.target))
    }
  }

  /// Where an edge's messages may have been repeated.
  private func origin(of index: Int) -> Architecture.Edge? {
    let edge = architecture.edges[index]
    if delivery.isAtLeastOnce(edge) { return edge }
    guard origins[edge.source.index] >= 0, passesOn(edge.source), architecture.carriesData(edge)
    else { return nil }
    return architecture.edges[Int(origins[edge.source.index])]
  }

  private func labels(_ origin: Architecture.Edge) -> [Label] {
    [Label(architecture.connection(origin).declaration, "delivers at least once")]
  }

  private func evidence(_ origin: Architecture.Edge, to element: ElementID) -> [String] {
    let way = architecture.names(along: [origin])
    return [origin.target == element ? way : "\(way) … \(architecture.name(element))"]
  }
}

extension Attribute {
  fileprivate var deniesIdempotence: Bool { name == "idempotent" && value == .boolean(false) }
}
