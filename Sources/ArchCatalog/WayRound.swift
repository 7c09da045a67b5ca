import ArchSource

/// A legal path between two services that cannot reach each other: the services in between.
package struct WayRound: Sendable, Equatable {
  package var connectors: [Service]
}

extension CatalogSnapshot {
  /// The shortest legal paths from one service to another through one or two others, best first.
  ///
  /// Only services with the trait `connector` stand in between, and only where a clause says that
  /// the edge exists, so that a path is never proposed because nothing is known against it. Two in
  /// a row are proposed only among those that architects think of first.
  ///
  /// - Parameter value: The value of an attribute of either end; nil for unknown.
  package func waysRound(
    from source: Service, to target: Service, value: (Condition.Subject, String) -> Value?
  ) -> [WayRound] {
    let connectors = services.filter {
      $0.traits.contains("connector") && $0.lifecycle.status == .active
        && $0.key != source.key && $0.key != target.key
    }
    var last: Set<String> = []
    for connector in connectors {
      let hop = hop(connector, target) { $0 == .target ? value(.target, $1) : nil }
      if let hop, connector.passesOn(hop, to: target) { last.insert(connector.key) }
    }
    let entries = connectors.compactMap { connector -> (Service, Preference)? in
      let hop = hop(source, connector) { $0 == .source ? value(.source, $1) : nil }
      guard let hop, source.begins(with: hop, to: connector) else { return nil }
      return (connector, Preference(connector, after: hop))
    }
    let first = entries.sorted { $0.1 < $1.1 }
    let single = first.filter { last.contains($0.0.key) }
    guard single.isEmpty else { return single.map { WayRound(connectors: [$0.0]) } }
    return pairs(first, connectors.filter { last.contains($0.key) })
  }

  /// The paths through two connectors, best first.
  private func pairs(_ first: [(Service, Preference)], _ last: [Service]) -> [WayRound] {
    let exits = last.map { ($0, Preference($0, after: .call)) }.filter(\.1.isThoughtOf)
      .sorted { $0.1 < $1.1 }
    return first.filter(\.1.isThoughtOf).flatMap { entry, _ in
      exits.map(\.0).filter { exit in
        hop(entry, exit) { _, _ in nil }.map { entry.passesOn($0, to: exit) } ?? false
      }.map { WayRound(connectors: [entry, $0]) }
    }
  }

  /// What a clause says of an edge of a path; nil where none says that there is one.
  private func hop(
    _ source: Service, _ target: Service, value: (Condition.Subject, String) -> Value?
  ) -> Hop? {
    let verdict = judgeConnection(from: source, to: target) { subject, name in
      value(subject, name)
        ?? (subject == .source ? source : target).attribute(name)?.defaultValue
    }
    guard case .allowed(let clause) = verdict else { return nil }
    guard let clause, let kind = clause.kind else {
      return source.traits.contains("compute") && target.canBeCalled ? .call : nil
    }
    guard clause.others != [Vocabulary.anything] else { return nil }
    return .clause(kind, isPulled: clause.invocation == .pulled)
  }
}

/// One edge of a path.
private enum Hop {
  /// Code calls an API; no clause needs to say so.
  case call
  case clause(String, isPulled: Bool)
}

extension Service {
  /// Whether a path may begin with an edge: data goes on, a mover of data fetches it, or a name
  /// leads callers to a front door. What guards or certifies something hands nothing on.
  fileprivate func begins(with hop: Hop, to connector: Service) -> Bool {
    switch hop {
    case .call: true
    case .clause(let kind, isPulled: true): kind == "load" && connector.movesData
    case .clause("dns", _): connector.traits.contains("front-door")
    case .clause(let kind, _): kind == "replicates" ? connector.movesData : carriesOn(kind)
    }
  }

  /// Whether a path may go on or end with an edge. A load balancer translates nothing: who speaks
  /// to a database or a file system through it could speak to it at once.
  fileprivate func passesOn(_ hop: Hop, to target: Service) -> Bool {
    if traits.contains("load-balancing"), !target.servesRequests { return false }
    switch hop {
    case .call: return true
    case .clause("mounts", _): return traits.contains("compute")
    case .clause(_, isPulled: true): return false
    case .clause("replicates", _): return movesData
    case .clause(let kind, _): return carriesOn(kind)
    }
  }

  /// Whether an edge of a kind brings on what the service has or was given, and not news of
  /// itself: a front door's streams and files are its logs, a database's events tell of its
  /// machines. What carriers store is the data; what others do are results and logs.
  private func carriesOn(_ kind: String) -> Bool {
    switch kind {
    case "stores": carriers.contains(key)
    case "event", "publish": !traits.contains("datastore") && (!movesData || key == "firehose")
    case "request": category != "analytics"
    default:
      flowKinds.contains(kind) && (!traits.contains("front-door") || traits.contains("aws-api"))
    }
  }

  /// Whether moving data from one place to another is what it is for.
  private var movesData: Bool { category == "analytics" || carriers.contains(key) }

  /// Whether requests of clients end at it.
  private var servesRequests: Bool {
    !["compute", "http-endpoint", "load-balancing"].allSatisfy { !traits.contains($0) }
  }

  /// Whether code can call it, as far as its traits tell.
  fileprivate var canBeCalled: Bool {
    let callable: Set = [
      "aws-api", "datastore", "http-endpoint", "inference", "messaging", "storage", "streaming",
    ]
    return !callable.isDisjoint(with: traits)
  }
}

/// What takes data to where it is kept, and does nothing else with it.
private let carriers: Set = [
  "appflow", "datasync", "dms", "firehose", "kinesis-data-analytics", "msk-connect",
  "storage-gateway",
]

/// What an architect would try first. What needs no code goes before what does, and what is made to
/// connect before what happens to; in front of something, what is made to stand there.
private struct Preference: Comparable {
  private static let forData = [
    "eventbridge-pipes", "firehose", "datasync", "eventbridge", "lambda", "sqs", "sns",
    "step-functions", "kinesis", "alb", "api-gateway", "cloudfront", "nlb",
  ]
  private static let forNames = ["cloudfront", "alb", "api-gateway", "nlb"]

  private let place: Int
  private let key: String
  /// Whether it is among those that architects think of first, or the user's own.
  let isThoughtOf: Bool

  init(_ service: Service, after hop: Hop) {
    let order =
      switch hop {
      case .clause("dns", _): Self.forNames
      default: Self.forData
      }
    key = service.key
    isThoughtOf = order.contains(key) || service.declaration.source != .catalog
    place = order.firstIndex(of: key) ?? order.count
  }

  static func < (left: Preference, right: Preference) -> Bool {
    left.place == right.place ? left.key < right.key : left.place < right.place
  }
}
