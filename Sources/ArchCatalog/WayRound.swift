/// A legal path between two services that cannot reach each other: the services in between.
package struct WayRound: Sendable, Equatable {
  package var connectors: [Service]
}

extension Catalog {
  /// The shortest legal paths from one service to another through one or two others, best first.
  ///
  /// Only services with the trait `connector` stand in between, and only where a clause says that
  /// the edge exists, so that a path is never proposed because nothing is known against it.
  ///
  /// - Parameters:
  ///   - connectors: What `connectors` says, which reads the whole catalog.
  ///   - value: The value of an attribute of either end; nil for unknown.
  package func waysRound(
    from source: Service, to target: Service, through connectors: [Service],
    value: (Condition.Subject, String) -> Value?
  ) -> [WayRound] {
    let connectors = connectors.filter { $0.key != source.key && $0.key != target.key }
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

  /// The services that may stand in between, best first: those that are there to be chosen and that
  /// a diagram means by their key.
  package var connectors: [Service] {
    services.filter { $0.traits.contains("connector") && $0.lifecycle.status == .active }
      .filter { service($0.key)?.key == $0.key }
      .sorted(by: isPreferred)
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
    guard let clause = verdict.clause, let kind = clause.kind, clause.invocation != .pulled else {
      return false
    }
    return flowKinds.contains(kind) || (isFirst && (kind == "dns" || kind == "protects"))
  }
}

/// What an architect would try first. What needs no code goes before what does, and what is made to
/// connect before what happens to.
private let preferences = [
  "eventbridge-pipes", "firehose", "eventbridge", "lambda", "sqs", "sns", "step-functions",
  "kinesis",
  "api-gateway", "alb", "cloudfront", "nlb",
]

private func isPreferred(_ left: Service, _ right: Service) -> Bool {
  let places = [left, right].map { preferences.firstIndex(of: $0.key) ?? preferences.count }
  return places[0] == places[1] ? left.key < right.key : places[0] < places[1]
}
