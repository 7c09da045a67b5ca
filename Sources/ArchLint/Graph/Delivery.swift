import ArchCatalog
import ArchModel

/// What the edges of a diagram promise of the messages on them: how often one arrives, and in which
/// order.
struct Delivery {
  private let architecture: Architecture
  private let queuesAndTopics: ServiceSet
  private let buses: ServiceSet
  private let rules: ServiceSet
  private let buckets: ServiceSet
  private let streams: ServiceSet
  private let schedules: ServiceSet
  private let functions: ServiceSet

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    queuesAndTopics = ServiceSet(model, ["sns", "sqs"])
    buses = ServiceSet(model, ["eventbridge"])
    rules = ServiceSet(model, ["eventbridge-rule"])
    buckets = ServiceSet(model, ["s3"])
    streams = ServiceSet(
      model,
      ["dynamodb", "dynamodb-global-table", "dynamodb-stream", "kafka", "kinesis", "msk"])
    schedules = ServiceSet(model, ["eventbridge-scheduler"])
    functions = ServiceSet(model, ["lambda"])
  }

  /// Whether an element is a queue or topic that keeps the order and drops repeats.
  func isFIFO(_ id: ElementID) -> Bool {
    queuesAndTopics.contains(id) && architecture.word("type", of: id) == "fifo"
  }

  /// Whether what an element hands on arrives in any order.
  func losesOrder(_ id: ElementID) -> Bool {
    if queuesAndTopics.contains(id) { return architecture.word("type", of: id) != "fifo" }
    if buses.contains(id) { return architecture.word("order", of: id) != "fifo" }
    return rules.contains(id) || buckets.contains(id)
  }

  /// Whether a queue, a topic, a bus or a bucket may deliver on an edge what it has delivered
  /// before.
  func isAnnouncedTwice(_ edge: Architecture.Edge) -> Bool {
    guard edge.isFlow, edge.invocation == .async || edge.invocation == .polled
    else { return false }
    if queuesAndTopics.contains(edge.source) { return !isFIFO(edge.source) }
    return buses.contains(edge.source) || rules.contains(edge.source)
      || buckets.contains(edge.source)
  }

  /// Whether anything may deliver on an edge what it has delivered before, streams and asynchronous
  /// calls among them.
  func isAtLeastOnce(_ edge: Architecture.Edge) -> Bool {
    if isAnnouncedTwice(edge) { return true }
    if streams.contains(edge.source) { return edge.invocation == .polled }
    guard edge.invocation == .async, edge.isFlow else { return false }
    return schedules.contains(edge.source) || functions.contains(edge.target)
  }
}
