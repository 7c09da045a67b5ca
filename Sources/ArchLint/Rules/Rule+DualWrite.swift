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
    workflows = ServiceSet(model, ["step-functions"])
  }

  var isPossible: Bool { !databases.isEmpty && !messaging.isEmpty }

  func judge(_ program: ElementID, _ report: inout RuleReport) {
    guard reaches(program, messaging), reaches(program, databases), !isTriedAgain(program),
      let (write, message) = certain(program) ?? probable(program)
    else { return }
    let name = architecture.name(program)
    report.report(
      "'\(name)' writes to '\(architecture.name(write.target))' and sends to "
        + "'\(architecture.name(message.target))'; either may fail alone",
      at: message,
      secondary: [Label(architecture.connection(write).declaration, "the other write")])
  }

  /// A write that says it is one, and a message.
  private func certain(
    _ program: ElementID
  ) -> (write: Architecture.Edge, message: Architecture.Edge)? {
    guard let message = first(of: program, where: isAnnouncement),
      let write = first(of: program, where: { isAccess($0) && architecture.access($0) == .writes })
    else { return nil }
    return (write, message)
  }

  /// A message about something that has happened, and an edge to a database that does not say that
  /// it reads: what has happened was written there.
  private func probable(
    _ program: ElementID
  ) -> (write: Architecture.Edge, message: Architecture.Edge)? {
    guard let message = first(of: program, where: { isAnnouncement($0) && isNews($0) }),
      let write = first(of: program, where: { isAccess($0) && architecture.access($0) != .reads })
    else { return nil }
    return (write, message)
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

  /// Whether an edge may change a database, and nothing hands on what changes there.
  private func isAccess(_ edge: Architecture.Edge) -> Bool {
    guard databases.contains(edge.target), isFreeStanding(edge),
      architecture.word("role", of: edge.target) != "reader"
    else { return false }
    let target = architecture.model[edge.target]
    return !words(of: target.label + " " + target.name).contains("outbox")
  }

  /// Whether an edge tells others what has happened.
  private func isAnnouncement(_ edge: Architecture.Edge) -> Bool {
    guard messaging.contains(edge.target), isFreeStanding(edge), !isFailureOrSuccess(edge) else {
      return false
    }
    return !wordsAbout(edge).contains(where: wordsOfTelemetry.contains)
  }

  /// Whether a message is called after something that has happened: `order placed`, `changed`.
  private func isNews(_ edge: Architecture.Edge) -> Bool {
    let words = wordsAbout(edge)
    // What is to be done has not happened.
    if words.contains("be") { return false }
    return words.contains { word in
      wordsOfNews.contains(word)
        || word.utf8.count > 4 && word.hasSuffix("ed") && !wordsOfFailure.contains(word)
    }
  }

  private func wordsAbout(_ edge: Architecture.Edge) -> [String] {
    let target = architecture.model[edge.target]
    return words(of: target.name) + words(of: target.label)
      + words(of: architecture.connection(edge).label ?? "")
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

/// What has happened, where no ending tells.
private let wordsOfNews: Set = [
  "bought", "done", "event", "events", "made", "paid", "sent", "sold", "told",
]

/// What has happened to the message itself.
private let wordsOfFailure: Set = [
  "deferred", "delayed", "failed", "rejected", "scheduled", "shared", "undelivered",
]

/// Words of messages that may be lost now and then.
private let wordsOfTelemetry: Set = [
  "analytics", "audit", "click", "clicks", "clickstream", "dead", "dlq", "log", "logs", "metric",
  "metrics", "telemetry", "trace", "traces", "tracking",
]
