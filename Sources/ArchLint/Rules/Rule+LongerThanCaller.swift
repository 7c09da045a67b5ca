import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// Finds callees that may take longer than their callers wait.
  static let longerThanCaller = Rule(
    "timeout/longer-than-caller", .warning, "Something may take longer than its caller waits",
    documentation: RuleDocumentation(
      rationale:
        "The caller sees a failure and may try again, while the first call goes on, changes "
        + "data and costs money, for nobody. Each hop should give up before the one in front "
        + "of it does.",
      facts: ["LAM-20", "APIG-08", "APIG-09", "ASYN-A", "CF-A", "NET-I"],
      source: "Well-Architected REL05-BP05",
      advice:
        "Shorten the timeout of what is called, or answer at once and do the work in the "
        + "background.",
      bad: [
        """
        client -> api: api-gateway -> quote: lambda { timeout = 60s }
        """,
        """
        client -> quote: app { timeout = 5s } -> risk: app { timeout = 20s }
        """,
        """
        quote: lambda { timeout = 10s }
        bank: external
        client -> quote
        quote -> bank { timeout = 15s }
        """,
      ],
      good: [
        """
        client -> api: api-gateway -> quote: lambda { timeout = 20s }
        """,
        """
        client -> api: api-gateway -> jobs: sqs { dlq = failed; visibility-timeout = 6m }
        failed: sqs
        jobs -> quote: lambda { timeout = 60s }
        """,
      ])
  ) { architecture, report in
    let isTimed = architecture.edges.contains { $0.invocation == .sync }
    guard isTimed else { return }
    var check = TimeoutCheck(architecture)
    check.run()
    check.report(&report)
  }
}

/// How long somebody waits, and who says so.
private struct Patience {
  var seconds: Double
  /// Who gives up.
  var holder: ElementID
  /// Where it is stated, if it is.
  var location: Location?
}

private struct TimeoutCheck {
  private let architecture: Architecture
  private let model: Model
  /// The attribute in which each service says how long it waits, by the service's index; only if
  /// stated, unless the default is a limit of the service itself.
  private let waits: [(attribute: String, hasOwnLimit: Bool)?]
  /// The attribute in which each service says how long it may take.
  private let takes: [String?]
  private let balancers: ServiceSet
  private let expressRuns: ServiceSet
  private let apis: ServiceSet
  private let loops: ServiceSet
  /// How long the callers of each load balancer wait, the shortest.
  private var patience: [Patience?]
  /// The callees that take too long, with those who do not wait for them.
  private var findings: [(callee: ElementID, edge: Architecture.Edge, caller: Patience)] = []

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    self.model = model
    waits = model.services.map(patienceAttribute)
    takes = model.services.map { service in
      if service.isNamed(by: "step-functions") { return "duration" }
      let words = ["api-gateway", "app", "appsync", "lambda", "lambda-edge"]
      return words.contains(where: service.isNamed) ? "timeout" : nil
    }
    balancers = ServiceSet(model, ["global-accelerator", "load-balancing", "vpc-lattice"])
    expressRuns = ServiceSet(model, ["step-functions"])
    apis = ServiceSet(model, ["api-gateway"])
    loops = ServiceSet(model, ["api-destination", "aws-sdk"])
    patience = Array(repeating: nil, count: model.elements.count)
  }

  mutating func run() {
    let saysTime = model.elements.map { element in
      takes[element.service] != nil && !element.attributes.isEmpty
    }
    guard saysTime.contains(true) else { return }
    if !balancers.isEmpty { spread() }
    for edge in architecture.edges where saysTime[edge.target.index] && isWaitedFor(edge) {
      guard let needed = time(of: edge), let caller = shortest(before: edge),
        needed > caller.seconds
      else { continue }
      findings.append((edge.target, edge, caller))
    }
  }

  private func isWaitedFor(_ edge: Architecture.Edge) -> Bool {
    guard edge.invocation == .sync, edge.isFlow, architecture.isDrawn(edge),
      !loops.contains(edge.source)
    else { return false }
    guard case .word(let pattern)? = architecture.stated("pattern", of: edge)?.value else {
      return true
    }
    return pattern == "request-response"
  }

  // MARK: Waiting

  /// How long the source of an edge waits for an answer.
  private func patience(on edge: Architecture.Edge) -> Patience? {
    if let stated = architecture.stated("timeout", of: edge), let seconds = stated.value.magnitude {
      return Patience(seconds: seconds, holder: edge.source, location: stated.valueLocation)
    }
    guard let (attribute, hasOwnLimit) = waits[model.elements[edge.source.index].service] else {
      return nil
    }
    if let stated = architecture.stated(attribute, of: edge.source) {
      return stated.value.magnitude.map {
        Patience(seconds: $0, holder: edge.source, location: stated.valueLocation)
      }
    }
    guard hasOwnLimit else { return nil }
    return architecture.value(attribute, of: edge.source)?.magnitude
      .map { Patience(seconds: $0, holder: edge.source) }
  }

  private func shortest(before edge: Architecture.Edge) -> Patience? {
    [patience(on: edge), patience[edge.source.index]].compactMap(\.self)
      .min { $0.seconds < $1.seconds }
  }

  /// Tells load balancers how long their callers wait, the shortest first, so that each has to be
  /// told once.
  private mutating func spread() {
    var calls = architecture.edges.filter { balancers.contains($0.target) && isWaitedFor($0) }
      .compactMap { edge in patience(on: edge).map { (target: edge.target, patience: $0) } }
    calls.sort { $0.patience.seconds < $1.patience.seconds }
    var way: [(target: ElementID, patience: Patience)] = []
    for call in calls {
      way.append(call)
      while let (balancer, shortest) = way.popLast() {
        guard patience[balancer.index] == nil else { continue }
        patience[balancer.index] = shortest
        for index in architecture.outgoing(balancer) {
          let edge = architecture.edges[Int(index)]
          guard balancers.contains(edge.target), isWaitedFor(edge) else { continue }
          way.append((edge.target, shortest))
        }
      }
    }
  }

  // MARK: Working

  /// How long the target of an edge may take, if it says so itself.
  private func time(of edge: Architecture.Edge) -> Double? {
    guard let attribute = takes[model.elements[edge.target.index].service],
      let stated = architecture.stated(attribute, of: edge.target)
    else { return nil }
    if expressRuns.contains(edge.target) {
      // Others than an API may start an express run without waiting for its end.
      guard apis.contains(edge.source), architecture.word("type", of: edge.target) == "express"
      else { return nil }
    }
    if isStreamed(edge) { return nil }
    return stated.value.magnitude
  }

  /// Whether the answer begins long before it ends.
  private func isStreamed(_ edge: Architecture.Edge) -> Bool {
    if case .boolean(true)? = architecture.stated("streaming", of: edge.source)?.value {
      return true
    }
    return architecture.stated("response", of: edge.target)?.value == .word("response-stream")
  }

  // MARK: Reporting

  /// Reports each callee once, for the caller who waits the shortest; then calls that outlast the
  /// function that makes them.
  func report(_ report: inout RuleReport) {
    var reported: Set<ElementID> = []
    let shortestFirst = findings.indices.sorted {
      (findings[$0].caller.seconds, $0) < (findings[$1].caller.seconds, $1)
    }
    for index in shortestFirst where reported.insert(findings[index].callee).inserted {
      let (callee, edge, caller) = findings[index]
      let attribute = takes[model.elements[callee.index].service]
      let stated = attribute.flatMap { architecture.stated($0, of: callee) }
      report.report(
        "'\(architecture.name(callee))' may take \(stated?.value.spelling ?? ""), but "
          + "'\(architecture.name(caller.holder))' waits \(spelling(caller.seconds)) only",
        at: callee, attribute: attribute,
        secondary: [
          Label(
            caller.location ?? architecture.connection(edge).declaration,
            "waits \(spelling(caller.seconds))")
        ],
        evidence: caller.holder == edge.source
          ? [] : ["\(architecture.name(caller.holder)) … \(architecture.names(along: [edge]))"])
    }
    let told = Set(findings.map(\.edge.connection))
    for edge in architecture.edges where outlastsCaller(edge) && !told.contains(edge.connection) {
      let own = architecture.stated("timeout", of: edge.source)
      let waits = architecture.stated("timeout", of: edge)?.value.spelling ?? ""
      report.report(
        "'\(architecture.name(edge.source))' waits \(waits) for "
          + "'\(architecture.name(edge.target))', but is ended itself after "
          + "\(own?.value.spelling ?? "")",
        at: edge, attribute: "timeout",
        secondary: own.map { [Label($0.valueLocation, "ended after \($0.value.spelling)")] } ?? [])
    }
  }

  /// Whether a program would wait for an answer at least as long as it may run.
  private func outlastsCaller(_ edge: Architecture.Edge) -> Bool {
    guard !model.connections[edge.connection].attributes.isEmpty,
      let waits = architecture.stated("timeout", of: edge)?.value.magnitude,
      takes[model.elements[edge.source.index].service] == "timeout", !apis.contains(edge.source),
      let own = architecture.stated("timeout", of: edge.source)?.value.magnitude, isWaitedFor(edge)
    else { return false }
    // Attempts that do not fit into the run are another rule's.
    let isTriedAgain = architecture.stated("retries", of: edge)?.value.magnitude ?? 0 > 0
    return isTriedAgain ? waits > own : waits >= own
  }

  private func spelling(_ seconds: Double) -> String { Value.duration(seconds: seconds).spelling }
}

/// The attribute in which a service says how long it waits for what it calls.
private func patienceAttribute(
  _ service: Service
) -> (attribute: String, hasOwnLimit: Bool)? {
  if ["api-gateway", "appsync"].contains(where: service.isNamed) { return ("timeout", true) }
  if service.isNamed(by: "cloudfront") { return ("origin-timeout", true) }
  if ["alb", "clb"].contains(where: service.isNamed) { return ("idle-timeout", true) }
  if ["app", "lambda", "lambda-edge"].contains(where: service.isNamed) {
    return ("timeout", false)
  }
  if service.isNamed(by: "step-functions") { return ("duration", false) }
  return nil
}
