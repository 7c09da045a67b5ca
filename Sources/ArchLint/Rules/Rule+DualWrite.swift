import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds programs that write to a database and send a message about it, with nothing that makes
  /// both happen or neither.
  static let dualWrite = Rule(
    "delivery/dual-write", .warning, "A program writes a database and sends a message besides",
    detail: .design,
    documentation: RuleDocumentation(
      rationale:
        "Between the two writes the program may fail, and then an order is stored that "
        + "nobody hears of, or announced that does not exist. No retry mends it, as whoever "
        + "called has gone.",
      facts: ["PAT-02", "PAT-05"],
      advice:
        "Write to the database only, and let its stream, or an outbox table that something "
        + "reads, send the message.",
      bad: [
        """
        eu-west-1: region {
          place: lambda -> orders: dynamodb
          place -> placed: sns
        }
        client -> api-gateway -> place
        """
      ],
      good: [
        """
        eu-west-1: region {
          place: lambda -> orders: dynamodb -> relay: eventbridge-pipes -> placed: sns
        }
        client -> api-gateway -> place
        """
      ])
  ) { architecture, report in
    let check = DualWriteCheck(architecture)
    guard check.isPossible else { return }
    for service in architecture.services(named: "compute") {
      for program in architecture.elements(ofService: service) { check.judge(program, &report) }
    }
  }
}

private struct DualWriteCheck {
  private let architecture: Architecture
  private let databases: ServiceSet
  private let messaging: ServiceSet
  private let functions: ServiceSet
  private let workflows: ServiceSet

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    databases = ServiceSet(
      model,
      [
        "aurora", "aurora-dsql", "documentdb", "dynamodb", "dynamodb-global-table", "keyspaces",
        "neptune", "rds", "rds-proxy",
      ])
    messaging = ServiceSet(
      model, ["eventbridge", "kafka", "kinesis", "mq", "msk", "sns", "sqs"])
    functions = ServiceSet(model, ["lambda"])
    workflows = ServiceSet(model, ["step-functions"])
  }

  var isPossible: Bool { !databases.isEmpty && !messaging.isEmpty }

  func judge(_ program: ElementID, _ report: inout RuleReport) {
    guard reaches(program, messaging), reaches(program, databases), !isTriedAgain(program),
      let message = first(of: program, where: isAnnouncement),
      let write = first(of: program, where: isWrite)
    else { return }
    let name = architecture.name(program)
    report.report(
      "'\(name)' writes to '\(architecture.name(write.target))' and sends to "
        + "'\(architecture.name(message.target))'; either may fail alone",
      at: message,
      secondary: [Label(architecture.connection(write).declaration, "the other write")])
  }

  /// Whether an edge leads to one of these services, whatever it says: most programs are done with
  /// after this question.
  private func reaches(_ program: ElementID, _ services: ServiceSet) -> Bool {
    architecture.outgoing(program).contains { index in
      services.contains(architecture.edges[Int(index)].target)
    }
  }

  private func first(
    of program: ElementID, where fits: (Architecture.Edge) -> Bool
  ) -> Architecture.Edge? {
    for index in architecture.outgoing(program) where fits(architecture.edges[Int(index)]) {
      return architecture.edges[Int(index)]
    }
    return nil
  }

  /// Whether an edge probably changes a database.
  ///
  /// A server has many endpoints in one box, so only a label that says so counts there; of a
  /// function whatever does not speak of reading does.
  private func isWrite(_ edge: Architecture.Edge) -> Bool {
    guard databases.contains(edge.target), isFreeStanding(edge),
      architecture.word("role", of: edge.target) != "reader"
    else { return false }
    let target = architecture.model[edge.target]
    guard !words(of: target.label + " " + target.name).contains("outbox") else { return false }
    switch architecture.access(edge) {
    case .reads: return false
    case .writes: return true
    case .other, .unsaid: return functions.contains(edge.source)
    }
  }

  /// Whether an edge tells others what has happened.
  private func isAnnouncement(_ edge: Architecture.Edge) -> Bool {
    guard messaging.contains(edge.target), isFreeStanding(edge), !isFailureOrSuccess(edge) else {
      return false
    }
    let target = architecture.model[edge.target]
    let texts = [target.name, target.label, architecture.connection(edge).label ?? ""]
    return !texts.contains { text in words(of: text).contains(where: wordsOfTelemetry.contains) }
  }

  private func isFreeStanding(_ edge: Architecture.Edge) -> Bool {
    if case .boolean(true)? = architecture.stated("transaction", of: edge)?.value { return false }
    return architecture.isDrawn(edge) && architecture.carriesData(edge)
  }

  /// Whether Lambda sends it by itself, or it is where failures go.
  private func isFailureOrSuccess(_ edge: Architecture.Edge) -> Bool {
    architecture.takesFailures(edge.target)
      || architecture.targets("on-success", of: edge.source).contains(edge.target)
  }

  /// Whether what starts a program starts it again until both writes have happened.
  private func isTriedAgain(_ program: ElementID) -> Bool {
    architecture.incoming(program).contains { index in
      let edge = architecture.edges[Int(index)]
      guard architecture.isDrawn(edge), architecture.carriesData(edge) else { return false }
      return edge.invocation != .sync || workflows.contains(edge.source)
    }
  }
}

/// Words of messages that may be lost now and then.
private let wordsOfTelemetry: Set = [
  "analytics", "audit", "click", "clicks", "clickstream", "dead", "dlq", "log", "logs", "metric",
  "metrics", "telemetry", "trace", "traces", "tracking",
]
