import ArchCatalog
import ArchModel

/// What sets off what: the edges by which something that arrives at one element leads to something
/// that arrives at the next.
///
/// Its nodes are media, which pass on what is written to them, and stages, which work on one kind
/// of input. Servers and container services are neither: what they get and what they send need not
/// have to do with one another.
struct TriggerGraph {
  let architecture: Architecture
  private let media: ServiceSet
  private let stages: ServiceSet
  private let queues: ServiceSet
  private let buses: ServiceSet
  private let buckets: ServiceSet
  /// Buckets and tables, where an arrow may as well mean that something is read.
  private let stores: ServiceSet
  private let workflows: ServiceSet
  private let pipes: ServiceSet

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    let tables = ["documentdb", "dynamodb", "dynamodb-global-table"]
    media = ServiceSet(
      model,
      tables + [
        "dynamodb-stream", "eventbridge", "eventbridge-rule", "kinesis", "s3", "sns", "sqs",
      ])
    stages = ServiceSet(model, singlePurposeServices)
    queues = ServiceSet(model, ["sqs"])
    buses = ServiceSet(model, ["eventbridge", "eventbridge-rule"])
    buckets = ServiceSet(model, ["s3"])
    stores = ServiceSet(model, tables + ["s3"])
    workflows = ServiceSet(model, ["step-functions"])
    pipes = ServiceSet(model, ["eventbridge-pipes"])
  }

  /// Whether no loop can be in the diagram.
  var isEmpty: Bool { media.isEmpty || stages.isEmpty }

  func isTrigger(_ edge: Architecture.Edge) -> Bool {
    media.contains(edge.source) && stages.contains(edge.target)
  }

  func isWrite(_ edge: Architecture.Edge) -> Bool {
    stages.contains(edge.source) && media.contains(edge.target)
  }

  func isBucket(_ id: ElementID) -> Bool { buckets.contains(id) }

  // MARK: Edges that may set something off

  /// Whether what arrives at the source of an edge can lead to an arrival at its target, by the
  /// services alone and by what the elements say of themselves.
  func conducts(_ edge: Architecture.Edge) -> Bool {
    let fromMedium = media.contains(edge.source)
    guard fromMedium || stages.contains(edge.source) else { return false }
    let intoMedium = media.contains(edge.target)
    guard intoMedium || stages.contains(edge.target), edge.source != edge.target,
      architecture.isOneWay(edge), architecture.carriesData(edge) || edge.kind == "stores",
      edge.invocation != .pulled, architecture.stated("filter", of: edge) == nil
    else { return false }
    return fromMedium ? isEmission(edge, intoMedium: intoMedium) : isPassedOn(edge, intoMedium)
  }

  private func isEmission(_ edge: Architecture.Edge, intoMedium: Bool) -> Bool {
    guard edge.invocation == .async || edge.invocation == .polled, edge.kind != "stores" else {
      return false
    }
    if queues.contains(edge.source), queues.contains(edge.target) { return false }
    if intoMedium, architecture.takesFailures(edge.target) { return false }
    if buses.contains(edge.source) {
      return architecture.stated("pattern", of: edge.source) == nil
        && architecture.stated("schedule", of: edge.source) == nil
    }
    return true
  }

  private func isPassedOn(_ edge: Architecture.Edge, _ intoMedium: Bool) -> Bool {
    if case .word("allow")? = architecture.stated("recursive-loop", of: edge.source)?.value {
      return false
    }
    let isPipe = pipes.contains(edge.source)
    if isPipe, architecture.stated("filter", of: edge.source) != nil { return false }
    if workflows.contains(edge.target) { return isPipe }
    return !intoMedium || !architecture.takesFailures(edge.target)
  }

  // MARK: Edges that probably do

  /// Whether an edge that may set something off probably does, by its label and its neighbours.
  ///
  /// - Parameter isDirect: Whether the target starts the source.
  func isLikely(_ edge: Architecture.Edge, isDirect: Bool) -> Bool {
    if buses.contains(edge.source) { return hasOneListener(edge.source) }
    if stores.contains(edge.source) { return reportsWrites(edge) && !isAnswer(edge) }
    guard stores.contains(edge.target) else { return true }
    switch architecture.access(edge) {
    case .reads: return false
    case .unsaid where buckets.contains(edge.target):
      // The event names the object only: whoever hears of it in a roundabout way reads it next.
      return isDirect && !namesPlace(edge)
    default: return !namesPlace(edge)
    }
  }

  /// A bus has a pattern for each listener. That an event comes back to who sent it is certain only
  /// where there is nobody else it could be for.
  private func hasOneListener(_ bus: ElementID) -> Bool {
    var listener: ElementID?
    for index in architecture.outgoing(bus) {
      let edge = architecture.edges[Int(index)]
      guard edge.invocation == .async, edge.isFlow,
        !architecture.takesFailures(edge.target)
      else { continue }
      if let listener, listener != edge.target { return false }
      listener = edge.target
    }
    return true
  }

  /// Whether a bucket or table tells of what is written, everywhere in it.
  private func reportsWrites(_ edge: Architecture.Edge) -> Bool {
    guard let events = architecture.stated("events", of: edge) else { return !namesPlace(edge) }
    guard buckets.contains(edge.source) else { return false }
    return events.value.spelling.lowercased().contains("creat") && !namesPlace(edge)
  }

  /// Whether an edge of a store is drawn for what it answers to the one that asks it: the label
  /// says so, and the question is drawn as well.
  private func isAnswer(_ edge: Architecture.Edge) -> Bool {
    let connection = architecture.connection(edge)
    guard connection.arrow == .request, architecture.stated("kind", of: edge) == nil,
      architecture.stated("invoke", of: edge) == nil, let label = connection.label
    else { return false }
    let words = words(of: label)
    guard words.contains(where: wordsOfAnswers.contains),
      !words.contains(where: wordsOfChanges.contains)
    else { return false }
    return architecture.outgoing(edge.target).contains {
      architecture.edges[Int($0)].target == edge.source
    }
  }

  /// Whether an edge of a bucket says which part of it is meant: `thumbnails/`, `*.jpg`.
  private func namesPlace(_ edge: Architecture.Edge) -> Bool {
    guard buckets.contains(edge.source) || buckets.contains(edge.target) else { return false }
    if architecture.stated("path", of: edge) != nil { return true }
    guard let label = architecture.connection(edge).label else { return false }
    if label.contains("/") || label.contains("*.") { return true }
    return words(of: label).contains { ["folder", "prefix", "suffix"].contains($0) }
  }

  /// Whether two edges of a bus speak of different events.
  func speakOfDifferentEvents(_ trigger: Architecture.Edge, _ write: Architecture.Edge) -> Bool {
    guard buses.contains(trigger.source), let heard = architecture.connection(trigger).label,
      let sent = architecture.connection(write).label
    else { return false }
    return heard != sent
  }
}

private let wordsOfAnswers: Set = [
  "answer", "answers", "data", "item", "items", "reply", "response", "responses", "result",
  "results", "return", "returned", "returns", "row", "rows",
]

/// With these an answer is news: `new items`.
private let wordsOfChanges: Set = [
  "change", "changed", "changes", "created", "event", "events", "insert", "inserted", "new",
  "stream", "trigger", "triggers", "updated", "updates",
]
