/// A legal path between two services that cannot reach each other: the services in between.
package struct WayRound: Sendable, Equatable {
  package var connectors: [Service]
}

extension CatalogSnapshot {
  /// The shortest legal paths from one service to another through one or two others, best first.
  ///
  /// Only services with the trait `connector` stand in between, and only where a clause says that
  /// the edge exists, so that a path is never proposed because nothing is known against it.
  ///
  /// - Parameter value: The value of an attribute of either end; nil for unknown.
  package func waysRound(
    from source: Service, to target: Service, value: (Condition.Subject, String) -> Value?
  ) -> [WayRound] {
    let connectors = services.filter { $0.traits.contains("connector") }.sorted(by: isPreferred)
      .filter { $0.key != source.key && $0.key != target.key && $0.lifecycle.status == .active }
    let first = connectors.filter {
      leads(source, to: $0, isFirst: true) { $0 == .source ? value(.source, $1) : nil }
    }
    let last = connectors.filter {
      leads($0, to: target, isFirst: false) { $0 == .target ? value(.target, $1) : nil }
    }
    let single = first.filter { connector in last.contains { $0.key == connector.key } }
    guard single.isEmpty else { return single.map { WayRound(connectors: [$0]) } }
    return first.flatMap { entry in
      last.filter { leads(entry, to: $0, isFirst: false) { _, _ in nil } }
        .map { WayRound(connectors: [entry, $0]) }
    }
  }

  /// Whether a clause says that a path may go from one service to the next.
  private func leads(
    _ source: Service, to target: Service, isFirst: Bool,
    value: (Condition.Subject, String) -> Value?
  ) -> Bool {
    let verdict = judgeConnection(from: source, to: target) { subject, name in
      value(subject, name)
        ?? (subject == .source ? source : target).attribute(name)?.defaultValue
    }
    guard case .allowed(let clause) = verdict else { return false }
    guard let clause, let kind = clause.kind else {
      return source.traits.contains("compute") && target.canBeCalled
    }
    guard clause.invocation != .pulled, clause.others != [Vocabulary.anything] else { return false }
    return source.carriesOn(kind) || (isFirst && (kind == "dns" || kind == "protects"))
  }
}

extension Service {
  /// Whether an edge of a kind brings on what the service has or was given, and not news of
  /// itself: a front door's streams and files are its logs, a database's events tell of its
  /// machines. What movers of data store is the data.
  fileprivate func carriesOn(_ kind: String) -> Bool {
    switch kind {
    case "stores": category == "analytics"
    case "event": !traits.contains("datastore")
    case "request": true
    default:
      flowKinds.contains(kind) && (!traits.contains("front-door") || traits.contains("aws-api"))
    }
  }

  /// Whether code can call it, as far as its traits tell.
  fileprivate var canBeCalled: Bool {
    let callable: Set = [
      "aws-api", "datastore", "http-endpoint", "inference", "messaging", "storage", "streaming",
    ]
    return !callable.isDisjoint(with: traits)
  }
}

/// What an architect would try first. What needs no code goes before what does, and what is made to
/// connect before what happens to.
private let preferences = [
  "eventbridge-pipes", "firehose", "eventbridge", "lambda", "sqs", "sns", "step-functions",
  "kinesis",
  "alb", "api-gateway", "cloudfront", "nlb",
]

private func isPreferred(_ left: Service, _ right: Service) -> Bool {
  let places = [left, right].map { preferences.firstIndex(of: $0.key) ?? preferences.count }
  return places[0] == places[1] ? left.key < right.key : places[0] < places[1]
}
