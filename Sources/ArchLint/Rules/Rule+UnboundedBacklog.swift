import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds readers that would work through any backlog, however old it is, with nobody watching.
  static let unboundedBacklog = Rule(
    "delivery/unbounded-backlog", .hint, "Nothing keeps a backlog from growing",
    detail: .monitoring,
    yieldsTo: [
      "kinesis/missing-alarm", "sqs/missing-depth-alarm", "stream/poison-message",
    ],
    documentation: RuleDocumentation(
      rationale:
        "After an outage the reader works through everything that has piled up, oldest "
        + "first, while what matters now waits behind it. Dropping what is too old, or an "
        + "alarm on its age, keeps the backlog small.",
      facts: ["PAT-04"],
      advice:
        "State max-record-age on the edge, or a retention of the queue, or watch the age of "
        + "what waits with an alarm.",
      bad: [
        """
        orders: dynamodb { stream = new-image; point-in-time-recovery = true }
        failed: sqs { retention = 14d }
        tell: lambda
        orders -> tell { retries = 100; on-failure = failed; starting-position = latest }
        failed -> failures: cloudwatch-alarm -> team: sns -> email
        """
      ],
      good: [
        """
        orders: dynamodb { stream = new-image; point-in-time-recovery = true }
        failed: sqs { retention = 14d }
        tell: lambda
        orders -> tell {
          retries = 100
          max-record-age = 1h
          on-failure = failed
          starting-position = latest
        }
        failed -> failures: cloudwatch-alarm -> team: sns -> email
        """
      ])
  ) { architecture, report in
    let streams = ServiceSet(
      architecture.model,
      ["dynamodb", "dynamodb-global-table", "dynamodb-stream", "kafka", "kinesis", "msk"])
    let queues = ServiceSet(architecture.model, ["sqs"])
    let functions = ServiceSet(architecture.model, ["lambda"])
    guard !streams.isEmpty || !queues.isEmpty else { return }
    let watched = watchedElements(architecture.model)
    var reported: Set<ElementID> = []
    for edge in architecture.edges where edge.invocation == .polled {
      guard !watched[edge.source.index], !watched[edge.target.index], architecture.isDrawn(edge)
      else { continue }
      if streams.contains(edge.source), functions.contains(edge.target) {
        guard isRetriedForLong(edge, architecture) else { continue }
        report.report(
          "'\(architecture.name(edge.target))' retries records however old they are, and "
            + "nobody watches how far it is behind",
          at: edge)
      } else if queues.contains(edge.source), isBusy(edge.source, architecture) {
        guard reported.insert(edge.source).inserted else { continue }
        report.report(
          "nothing bounds what piles up in '\(architecture.name(edge.source))' when "
            + "'\(architecture.name(edge.target))' falls behind",
          at: edge.source)
      }
    }
  }
}

/// Whether retries are stated, but no age at which they end.
private func isRetriedForLong(_ edge: Architecture.Edge, _ architecture: Architecture) -> Bool {
  guard let retries = architecture.stated("retries", of: edge)?.value.magnitude, retries > 10 else {
    return false
  }
  return architecture.stated("max-record-age", of: edge) == nil
}

/// Whether a queue that says nothing of its retention is fed at a rate that somebody found worth
/// stating.
private func isBusy(_ queue: ElementID, _ architecture: Architecture) -> Bool {
  guard architecture.stated("retention", of: queue) == nil, !architecture.takesFailures(queue)
  else {
    return false
  }
  return architecture.incoming(queue).contains { index in
    architecture.stated("rate", of: architecture.edges[Int(index)]) != nil
  }
}

/// The elements that an alarm or a dashboard looks at, by any line between them.
private func watchedElements(_ model: Model) -> [Bool] {
  let observers = ServiceSet(
    model, ["cloudwatch", "cloudwatch-alarm", "cloudwatch-metrics", "managed-grafana"])
  var watched = [Bool](repeating: false, count: model.elements.count)
  for connection in model.connections {
    if observers.contains(connection.source) { watched[connection.target.index] = true }
    if observers.contains(connection.target) { watched[connection.source.index] = true }
  }
  return watched
}
