import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

/// Holds every edge against what the catalog knows of its two ends: edges that do not exist are
/// errors with a way round, edges drawn against the request are hints.
///
/// - Returns: The problems, the edges that exist, and the connections, by index, that cannot.
func checkConnections(
  _ model: Model, _ defaults: AttributeDefaults, _ background: Background
) -> (problems: [Diagnostic], edges: [Architecture.Edge], impossible: [Int]) {
  var check = ConnectionCheck(model, defaults, background)
  check.edges.reserveCapacity(model.connections.count)
  for index in model.connections.indices { check.check(index) }
  return (check.problems, check.edges, check.impossible)
}

private struct ConnectionCheck {
  let model: Model
  let defaults: AttributeDefaults
  let background: Background
  var problems: [Diagnostic] = []
  var edges: [Architecture.Edge] = []
  var impossible: [Int] = []
  /// What has been said of each pair of services so far.
  private var precedents: [UInt64: [Precedent]] = [:]
  /// How many edges each arrow of the text stands for.
  private lazy var edgesByArrow = Dictionary(
    model.connections.map { ($0.declaration, 1) }, uniquingKeysWith: +)
  /// How many more edges get a way round: looking for one asks many pairs of services.
  private var searchesLeft = 100
  /// The edges, by index, over which flows tell their stories.
  private lazy var edgesOfFlows = Set(
    model.flows.flatMap(\.steps).flatMap(\.moves).map(\.connection))

  /// A verdict, and all that was asked of the two ends before it was said: an edge between the same
  /// services that answers the same gets the same.
  private struct Precedent {
    struct Answer {
      var subject: Condition.Subject
      var name: String
      var value: Value?
    }

    var kind: String?
    var answers: [Answer]
    var verdict: ConnectionVerdict
  }

  init(_ model: Model, _ defaults: AttributeDefaults, _ background: Background) {
    self.model = model
    self.defaults = defaults
    self.background = background
  }

  mutating func check(_ index: Int) {
    let connection = model.connections[index]
    guard connection.arrow != .association else { return }
    let stated = statedKind(of: connection)
    switch judge(connection, kind: stated) {
    case .allowed(let clause):
      note(index, clause?.invocation)
      if clause?.invocation == .pulled, !connection.isFromFlow, !connection.isBidirectional {
        problems.append(.againstRequest(connection, in: model))
      }
    case .refused(let refusal):
      guard !isAllowedBackwards(connection, kind: stated) else { return }
      report(refusal, index, kind: stated)
    }
  }

  // MARK: Edges that exist

  /// Notes the edge, or the two, that a connection is.
  private mutating func note(_ index: Int, _ invocation: ConnectionClause.Invocation?) {
    let connection = model.connections[index]
    let edge = Architecture.Edge(
      source: connection.source, target: connection.target, connection: index,
      invocation: connection.invocation(invocation), kind: connection.kind)
    if connection.kind == "poll", statedKind(of: connection) != nil, isDrawnByReader(connection) {
      var poll = edge.reversed
      poll.invocation = .polled
      edges.append(poll)
      return
    }
    edges.append(edge)
    guard connection.isBidirectional else { return }
    edges.append(edge.reversed)
  }

  /// Whether a stated poll runs from who asks to what is asked: what arrives runs the other way.
  private func isDrawnByReader(_ connection: Connection) -> Bool {
    let source = model.service(of: connection.source)
    let target = model.service(of: connection.target)
    let isReader = { (service: Service) in service.isNamed(by: "compute") }
    return isReader(source) && !isReader(target)
  }

  private mutating func judge(_ connection: Connection, kind: String?) -> ConnectionVerdict {
    let services =
      UInt64(model[connection.source].service) << 32 | UInt64(model[connection.target].service)
    if let known = precedents[services]?.first(where: { fits($0, connection, kind) }) {
      return known.verdict
    }
    var answers: [Precedent.Answer] = []
    let verdict = judgeConnection(
      from: model.service(of: connection.source), to: model.service(of: connection.target),
      kind: kind
    ) { subject, name in
      let value = value(of: name, at: subject, of: connection)
      answers.append(Precedent.Answer(subject: subject, name: name, value: value))
      return value
    }
    let precedent = Precedent(kind: kind, answers: answers, verdict: verdict)
    if precedents[services, default: []].count < Self.mostPrecedents {
      precedents[services, default: []].append(precedent)
    }
    return verdict
  }

  /// Of ends that state ever different things, no more is kept than is worth comparing with.
  private static let mostPrecedents = 8

  private func fits(_ precedent: Precedent, _ connection: Connection, _ kind: String?) -> Bool {
    precedent.kind == kind
      && precedent.answers.allSatisfy {
        value(of: $0.name, at: $0.subject, of: connection) == $0.value
      }
  }

  /// The value of an attribute of one end, or the place it stands in.
  private func value(
    of name: String, at subject: Condition.Subject, of connection: Connection
  ) -> Value? {
    let end = subject == .source ? connection.source : connection.target
    if places.contains(name) { return model.place(of: end, look: name).map { .word($0) } }
    let stated = model[end].attributes.first { $0.name == name }
    return stated?.value ?? defaults.value(name, of: end)
  }

  private func statedKind(of connection: Connection) -> String? {
    guard case .word(let kind)? = connection.attributes.first(where: { $0.name == "kind" })?.value
    else { return nil }
    return kind
  }

  /// An edge that runs both ways is fine if one of them is; a step of a flow may be an answer.
  private mutating func isAllowedBackwards(_ connection: Connection, kind: String?) -> Bool {
    guard connection.isBidirectional || connection.isFromFlow else { return false }
    var back = connection
    swap(&back.source, &back.target)
    if case .allowed = judge(back, kind: kind) { return true }
    return false
  }

  private mutating func report(
    _ refusal: ConnectionVerdict.Refusal, _ index: Int, kind: String?
  ) {
    impossible.append(index)
    let connection = model.connections[index]
    let ways = waysRound(connection)
    var problem = Diagnostic.impossible(
      refusal, connection, in: model, background, ways: ways
    ) { value(of: $1, at: $0, of: connection) }
    let isSingle = edgesByArrow[connection.declaration] == 1 && !edgesOfFlows.contains(index)
    if isSingle, kind == nil, let way = ways.first {
      problem.fixes.append(insertion(of: way, in: connection))
    }
    problems.append(problem)
  }

  /// The ways round through services that the diagram means by their keys.
  private mutating func waysRound(_ connection: Connection) -> [WayRound] {
    guard searchesLeft > 0 else { return [] }
    searchesLeft -= 1
    return background.snapshot.waysRound(
      from: model.service(of: connection.source), to: model.service(of: connection.target)
    ) { value(of: $1, at: $0, of: connection) }
    .filter { way in
      way.connectors.allSatisfy { background.catalog.service($0.key)?.key == $0.key }
    }
  }

  // MARK: Fixes

  /// Writes the services of a path between the two ends: `sns -> lambda -> kinesis`.
  private func insertion(of way: WayRound, in connection: Connection) -> FixIt {
    let arrow = connection.arrowText
    let inTextOrder = connection.isReversed ? way.connectors.reversed() : way.connectors
    var taken = Set(model.elements.map(\.name))
    let names = inTextOrder.map { text(for: $0, in: connection, taken: &taken) }
    let edit = TextEdit(
      connection.declaration, "\(arrow) " + names.joined(separator: " \(arrow) ") + " \(arrow)")
    let titles = way.connectors.map(\.shortTitle).joined(separator: " and ")
    return FixIt("put \(titles) in between", [edit], isSafe: false)
  }

  /// The plain name of a service, or one of its own where an element bears that name already.
  private func text(
    for service: Service, in connection: Connection, taken: inout Set<String>
  ) -> String {
    guard !taken.insert(service.key).inserted else { return service.key }
    let base = "\(model[connection.source].name)-to-\(model[connection.target].name)"
    let candidates =
      [base, "\(base)-\(service.key)"] + (2...).lazy.prefix(99).map { "\(base)-\($0)" }
    let name = candidates.first { !taken.contains($0) } ?? base
    taken.insert(name)
    return "\(name): \(service.key)"
  }
}

/// What conditions may ask of an edge's ends although no service declares it: the container around
/// it, by its look.
private let places = ["account", "region", "vpc"]

/// The kinds of edges whose source does not wait for an answer.
private let handingOver: Set = [
  "audits", "event", "logs", "monitors", "publish", "replicates", "send", "stores", "stream",
]

extension Model {
  /// What the nearest container of a look around an element is.
  fileprivate func place(of id: ElementID, look: String) -> String? {
    var current = self[id].parent
    while let container = current {
      if service(of: container).look == look { return identity(ofPlace: container) }
      current = self[container].parent
    }
    return nil
  }
}

extension Architecture.Edge {
  /// The same edge the other way.
  fileprivate var reversed: Architecture.Edge {
    Architecture.Edge(
      source: target, target: source, connection: connection, invocation: invocation, kind: kind)
  }
}

extension Connection {
  /// How the target is called: what the author says, else the catalog, else what the arrow and the
  /// kind say.
  fileprivate func invocation(
    _ known: ConnectionClause.Invocation?
  ) -> ConnectionClause.Invocation {
    switch attributes.first(where: { $0.name == "invoke" })?.value {
    case .word("sync"): return .sync
    case .word("async"): return .async
    case .word("poll"): return .polled
    default: break
    }
    if let known { return known == .sync && arrow == .event ? .async : known }
    if kind == "poll" { return .polled }
    return arrow == .event || handingOver.contains(kind) ? .async : .sync
  }

  /// The arrow as the author wrote it.
  fileprivate var arrowText: String {
    switch (arrow, isBidirectional, isReversed) {
    case (.event, true, _): "<~>"
    case (.event, _, true): "<~"
    case (.event, _, false): "~>"
    case (_, true, _): "<->"
    case (_, _, true): "<-"
    case (_, _, false): "->"
    }
  }
}
