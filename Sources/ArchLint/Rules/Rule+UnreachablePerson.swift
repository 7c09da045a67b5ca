import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// A queue or a store pushes to a person, and cannot.
  static let topologyUnreachablePerson = Rule(
    "topology/unreachable-person", .warning, "A queue, stream or store is to push to a person",
    documentation: RuleDocumentation(
      rationale: """
        A queue and a stream wait to be read, and a store tells programs at most. To reach people \
        takes a topic, a mail, or a connection that their browser holds open.
        """,
      source: "a diagram check; no rule of other tools",
      advice: "Put SNS, SES, a WebSocket API or AppSync in between, with a function that reads.",
      bad: [
        """
        app -> won: kinesis
        won -> winner: user
        """
      ],
      good: [
        """
        app -> news: sns -> reader: user
        """,
        """
        reader: browser -> files: s3
        """,
      ])
  ) { architecture, report in
    let people = ServiceSelection(architecture, ["browser", "internet", "mobile", "user"])
    let channels = ServiceSelection(architecture, waitingServices)
    let stores = ServiceSelection(architecture, ["datastore", "storage"])
    guard !people.isEmpty, !channels.isEmpty || !stores.isEmpty else { return }
    for pair in architecture.pairs where people.contains(service: pair.target) {
      let isChannel = channels.contains(service: pair.source)
      guard isChannel || stores.contains(service: pair.source) else { continue }
      for index in pair.edges {
        let edge = architecture.edges[Int(index)]
        let connection = architecture.connection(edge)
        guard connection.source == edge.source, edge.carriesTraffic, !connection.isFromFlow,
          isChannel ? !connection.isPolled : connection.arrow == .event
        else { continue }
        let service = architecture.service(of: edge.source).shortTitle
        report.report(
          """
          \(architecture.quoted(edge.source)) cannot reach \(architecture.quoted(edge.target)): \
          \(service) pushes nothing to people
          """,
          at: edge)
      }
    }
  }
}

/// What keeps messages until somebody asks for them, or hands them to programs only.
private let waitingServices = [
  "dynamodb-stream", "eventbridge", "firehose", "kafka", "kinesis", "msk", "sqs",
]

extension Connection {
  /// Whether the text says that the other end comes and asks.
  fileprivate var isPolled: Bool {
    attributes.contains { $0.name == "kind" || $0.name == "invoke" || $0.name == "protocol" }
      || label?.lowercased().contains("poll") ?? false
  }
}
