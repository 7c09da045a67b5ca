import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// Finds messages that do not fit through a hop of their way.
  static let payload = Rule(
    "path/payload", .error, "A message is larger than a hop of its way allows",
    documentation: RuleDocumentation(
      rationale:
        "The hop refuses the message, and usually only the largest of them, long after the "
        + "tests have passed. What is large belongs in a bucket, and only its name in the "
        + "message.",
      facts: ["APIG-10", "EVB-11", "KIN-11", "LAM-A", "SES-02", "SFN-03", "SNS-A", "SQS-14"],
      advice:
        "Put the content into a bucket, by a presigned address where it comes from outside, "
        + "and send its name.",
      bad: [
        """
        films: api-gateway
        client -> films { payload = 25MB }
        films -> upload: ecs
        """,
        """
        scans: sqs
        scan: app -> scans { payload = 3MB }
        scans -> read: ecs
        """,
        """
        api: api-gateway
        client -> api { payload = 8MB }
        api -> receive: lambda
        """,
      ],
      good: [
        """
        films: s3
        client -> films { presigned = true; payload = 25MB }
        """,
        """
        api: api-gateway
        client -> api { payload = 8MB }
        api -> receive: ecs
        """,
      ])
  ) { architecture, report in
    let stated = architecture.edges.indices.filter { index in
      architecture.connection(architecture.edges[index]).attributes
        .contains { $0.name == "payload" }
    }
    guard !stated.isEmpty else { return }
    var check = PayloadCheck(architecture)
    var reported: Set<Int> = []
    for index in stated {
      let edge = architecture.edges[index]
      guard let payload = architecture.stated("payload", of: edge)?.value.magnitude,
        let narrow = check.hop(after: edge, tooNarrowFor: payload),
        reported.insert(edge.connection).inserted
      else { continue }
      check.report(edge, narrow, &report)
    }
  }
}

/// A place on the way of a message, and the most that passes it.
private struct NarrowHop {
  var bytes: Double
  /// Whose limit it is.
  var holder: ElementID
  /// When it holds: `when nobody waits for it`.
  var circumstance = ""
}

private struct PayloadCheck {
  private let architecture: Architecture
  private let model: Model
  /// What hands on what it gets, to all it leads to.
  private let carriers: ServiceSet
  /// What hands on what it gets, each time to one of those it leads to.
  private let routers: ServiceSet
  private let functions: ServiceSet
  private let apis: ServiceSet
  private let actors: ServiceSet
  private let buckets: ServiceSet
  private let sized: [(services: ServiceSet, attribute: String)]
  private let balancers: ServiceSet
  /// Of each element that hands on: the narrowest hop behind it, once known.
  private var behind: [NarrowHop?]
  private var isKnown: [Bool]

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    self.model = model
    carriers = ServiceSet(model, ["eventbridge-pipes", "kinesis", "sns", "sqs"])
    routers = ServiceSet(
      model,
      [
        "api-gateway", "cloudfront", "eventbridge", "eventbridge-rule", "global-accelerator",
        "internet-gateway", "load-balancing", "vpc-endpoint", "vpc-lattice",
      ])
    functions = ServiceSet(model, ["lambda"])
    apis = ServiceSet(model, ["api-gateway"])
    actors = ServiceSet(model, ["actor"])
    buckets = ServiceSet(model, ["s3"])
    balancers = ServiceSet(model, ["alb"])
    sized = [
      (ServiceSet(model, ["ses", "sns", "sqs"]), "max-message-size"),
      (ServiceSet(model, ["eventbridge"]), "max-event-size"),
      (ServiceSet(model, ["kinesis"]), "max-record-size"),
      (ServiceSet(model, ["step-functions"]), "max-payload"),
    ]
    behind = Array(repeating: nil, count: model.elements.count)
    isKnown = Array(repeating: false, count: model.elements.count)
  }

  // MARK: Single hops

  /// The most that passes an edge, by its source and its target.
  private func width(of edge: Architecture.Edge) -> NarrowHop? {
    let entrance = entrance(of: edge)
    guard !actors.contains(edge.target), let exit = room(in: edge.source) else { return entrance }
    guard let entrance, entrance.bytes <= exit.bytes else { return exit }
    return entrance
  }

  private func entrance(of edge: Architecture.Edge) -> NarrowHop? {
    guard functions.contains(edge.target) else { return room(in: edge.target) }
    if balancers.contains(edge.source) {
      return NarrowHop(
        bytes: mebibyte, holder: edge.target, circumstance: " from a load balancer")
    }
    return edge.invocation == .async
      ? NarrowHop(bytes: mebibyte, holder: edge.target, circumstance: " when nobody waits")
      : NarrowHop(bytes: 6 * mebibyte, holder: edge.target)
  }

  /// What an element takes in and hands on at most.
  private func room(in id: ElementID) -> NarrowHop? {
    for (services, attribute) in sized where services.contains(id) {
      return architecture.value(attribute, of: id)?.magnitude
        .map { NarrowHop(bytes: $0, holder: id) }
    }
    guard apis.contains(id) else { return nil }
    let isWebSocket = architecture.word("type", of: id) == "websocket"
    return NarrowHop(bytes: isWebSocket ? mebibyte / 8 : 10 * mebibyte, holder: id)
  }

  // MARK: Ways

  /// The first place from an edge on that a message of a size does not pass: the edge itself, or
  /// the narrowest hop behind it.
  mutating func hop(after edge: Architecture.Edge, tooNarrowFor bytes: Double) -> NarrowHop? {
    guard isFollowed(edge) else { return nil }
    if let own = width(of: edge), own.bytes < bytes { return own }
    learn(edge.target)
    return behind[edge.target.index].flatMap { $0.bytes < bytes ? $0 : nil }
  }

  /// Whether what travels on an edge is the message itself: a bucket sends no more than a name, and
  /// who has a presigned address goes past everything.
  private func isFollowed(_ edge: Architecture.Edge) -> Bool {
    if case .boolean(true)? = architecture.stated("presigned", of: edge)?.value { return false }
    return architecture.carriesData(edge) && architecture.isDrawn(edge)
      && !buckets.contains(edge.source)
  }

  /// The edges on which an element hands on what it gets.
  private func onward(_ id: ElementID) -> [Architecture.Edge] {
    guard carriers.contains(id) || routers.contains(id) else { return [] }
    return architecture.outgoing(id).map { architecture.edges[Int($0)] }.filter { edge in
      isFollowed(edge) && !architecture.takesFailures(edge.target)
    }
  }

  /// Whether an edge surely gets every message, in full.
  private func isCertain(_ edge: Architecture.Edge) -> Bool {
    architecture.stated("filter", of: edge) == nil
      && architecture.stated("payload", of: edge) == nil
  }

  /// Finds the narrowest hop behind an element, that of later elements first. In a circle the way
  /// back counts for nothing.
  private mutating func learn(_ first: ElementID) {
    var way: [(id: ElementID, isEntered: Bool)] = [(first, false)]
    while let (id, isEntered) = way.popLast() {
      if isEntered {
        behind[id.index] = narrowest(behind: id)
        continue
      }
      guard !isKnown[id.index] else { continue }
      isKnown[id.index] = true
      way.append((id, true))
      for edge in onward(id) where !isKnown[edge.target.index] {
        way.append((edge.target, false))
      }
    }
  }

  private func narrowest(behind id: ElementID) -> NarrowHop? {
    let hops = onward(id).map { edge -> NarrowHop? in
      guard isCertain(edge) else { return nil }
      return [width(of: edge), behind[edge.target.index]].compactMap(\.self)
        .min { $0.bytes < $1.bytes }
    }
    guard routers.contains(id) else {
      return hops.compactMap(\.self).min { $0.bytes < $1.bytes }
    }
    // One way that is wide enough will do.
    guard !hops.contains(where: { $0 == nil }) else { return nil }
    return hops.compactMap(\.self).max { $0.bytes < $1.bytes }
  }

  // MARK: Reporting

  func report(
    _ edge: Architecture.Edge, _ narrow: NarrowHop, _ report: inout RuleReport
  ) {
    let limit = Value.size(bytes: narrow.bytes).spelling
    let size = architecture.stated("payload", of: edge)?.value.spelling ?? ""
    let attributes = model[narrow.holder].attributes
    let place = attributes.first { attribute in sized.contains { $0.attribute == attribute.name } }
    report.report(
      "\(size) are too much for '\(architecture.name(narrow.holder))', which takes \(limit) "
        + "at most\(narrow.circumstance)",
      at: edge, attribute: "payload",
      secondary: [
        Label(
          place?.valueLocation ?? model[narrow.holder].declaration, "takes \(limit) at most")
      ],
      evidence: narrow.holder == edge.target || narrow.holder == edge.source
        ? [] : ["\(architecture.names(along: [edge])) … \(architecture.name(narrow.holder))"])
  }
}

private let mebibyte = 1_048_576.0
