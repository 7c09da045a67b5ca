import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// Messages go in and never come out, or the other way round.
  static let topologyDeadEnd = Rule(
    "topology/dead-end", .warning,
    "Messages are sent that nobody takes, or taken that nobody sends", detail: .design,
    documentation: RuleDocumentation(
      rationale: """
        A message that nobody reads is kept, paid for and thrown away when its time is up. In a \
        diagram that draws both sides of its other queues, the missing side has been forgotten.
        """,
      source: "a diagram check; no rule of other tools",
      advice: "Draw who reads it, or who writes to it; or leave it out.",
      bad: [
        """
        diagram { environment = development }
        app -> orders: kinesis -> tally: app
        app -> letters: kinesis
        """,
        """
        diagram { environment = development }
        app -> orders: kinesis -> tally: app
        letters: kinesis -> tally
        """,
      ],
      good: [
        """
        diagram { environment = development }
        app -> orders: kinesis -> tally: app
        app -> letters: kinesis -> tally
        """
      ])
  ) { architecture, report in
    let channels = ServiceSelection(architecture, channelServices)
    guard !channels.isEmpty else { return }
    let sides = ChannelSides(architecture, channels)
    for channel in channels.elements where sides.lacksOne(channel) {
      let name = architecture.quoted(channel)
      if sides.isFedByOthers[channel.index], sides.mustBeRead(channel) {
        report.report("messages are sent to \(name), but nobody takes them from it", at: channel)
      } else if sides.isRead[channel.index], !sides.isFed[channel.index], sides.mustBeFed(channel) {
        report.report("messages are taken from \(name), but nobody sends any to it", at: channel)
      }
    }
  }
}

/// What messages go into in order to come out again.
private let channelServices = ["eventbridge", "kinesis", "mq", "msk", "sns", "sqs"]

/// Which channels are written to, and which are read.
private struct ChannelSides {
  let architecture: Architecture
  private(set) var isFed: [Bool]
  /// Those that something else than an alarm writes to: who draws an alarm and a topic has said
  /// that somebody is told.
  private(set) var isFedByOthers: [Bool]
  private(set) var isRead: [Bool]
  /// The services of which some channel has both sides: the diagram draws such things in full.
  private var completeServices: Set<Int> = []
  private let channels: ServiceSelection
  private let rules: ServiceSelection
  private let alarms: ServiceSelection

  init(_ architecture: Architecture, _ channels: ServiceSelection) {
    self.architecture = architecture
    self.channels = channels
    rules = ServiceSelection(architecture, ["eventbridge-archive", "eventbridge-rule"])
    alarms = ServiceSelection(architecture, ["cloudwatch-alarm"])
    isFed = [Bool](repeating: false, count: architecture.model.elements.count)
    isRead = isFed
    isFedByOthers = isFed
    for index in architecture.model.connections.indices { note(index) }
    for channel in channels.elements where isFed[channel.index] && isRead[channel.index] {
      completeServices.insert(architecture.model.elements[channel.index].service)
    }
  }

  /// Edges that cannot exist count as well: they are reported as what they are.
  private mutating func note(_ index: Int) {
    let connections = architecture.model.connections
    let source = connections[index].source
    let target = connections[index].target
    guard source != target, isOpen(source) || isOpen(target) else { return }
    let isUnclear =
      connections[index].arrow == .association || connections[index].isBidirectional
      || !channels.contains(source) && connections[index].mayBeDrawnByReader
    let isSide = !kindsBesideMessages.contains(connections[index].kind)
    note(source, other: target, asSource: true, isUnclear, isSide)
    note(target, other: source, asSource: false, isUnclear, isSide)
  }

  /// Whether an element is a channel of which one side at least has not been seen.
  private func isOpen(_ id: ElementID) -> Bool {
    channels.contains(id) && !(isFedByOthers[id.index] && isRead[id.index])
  }

  private mutating func note(
    _ channel: ElementID, other: ElementID, asSource: Bool, _ isUnclear: Bool, _ isSide: Bool
  ) {
    guard channels.contains(channel) else { return }
    let isAlarm = alarms.contains(other)
    if isUnclear || rules.contains(other) {
      if isAlarm { return }
      isFed[channel.index] = true
      isFedByOthers[channel.index] = true
      isRead[channel.index] = true
    } else if asSource {
      if isSide, !isAlarm { isRead[channel.index] = true }
    } else if isSide || isAlarm {
      isFed[channel.index] = true
      if !isAlarm { isFedByOthers[channel.index] = true }
    }
  }

  func lacksOne(_ channel: ElementID) -> Bool {
    isFed[channel.index] != isRead[channel.index]
      && completeServices.contains(architecture.model.elements[channel.index].service)
      && architecture.model.elements[channel.index].declaration.source.index == 0
      && architecture.model.children(of: channel).isEmpty
      && !isLastResort(channel)
  }

  func mustBeRead(_ channel: ElementID) -> Bool {
    !architecture.states("archive", .boolean(true), of: channel)
  }

  /// AWS services send to event buses and topics of themselves; queues and streams are only fed by
  /// whom the diagram draws.
  func mustBeFed(_ channel: ElementID) -> Bool {
    architecture.is(channel, anyOf: ["kinesis", "sqs"])
  }

  /// Whether a channel is there for what could not be delivered, or is named by something that
  /// writes to it or reads it.
  private func isLastResort(_ channel: ElementID) -> Bool {
    let element = architecture.model.elements[channel.index]
    if element.attributes.contains(where: { $0.name == "muted" }) { return true }
    if architecture.mentions.contains(channel, as: attributesOfUsers) { return true }
    if architecture.nameText(of: channel).contains(oneOf: lastResorts) { return true }
    return architecture.incoming(channel).contains { index in
      let edge = architecture.edges[Int(index)]
      return architecture.is(edge.source, "sqs") && architecture.is(channel, "sqs")
    }
  }
}

private let lastResorts = ["dlq", "dead", "fail", "undeliver", "lost", "poison", "reject", "error"]

/// What edges of a channel do besides carrying messages.
private let kindsBesideMessages: Set = [
  "attaches", "audits", "auth", "deploy", "dns", "encrypts", "monitors", "mounts", "protects",
  "registers", "replicates", "routes", "runs-on",
]

/// Attributes by which others say that they write to a channel, or read it.
private let attributesOfUsers = [
  "backup", "bus", "destination", "dlq", "error-action", "logs", "notifications", "on-failure",
  "on-success", "queue", "source", "stream", "target", "topic",
]

extension Connection {
  /// Whether the arrow may run from the reader to what it reads.
  fileprivate var mayBeDrawnByReader: Bool {
    if kind == "poll" { return true }
    guard let label = label?.lowercased() else { return false }
    return ["poll", "receive", "consume", "read", "subscri"].contains { label.contains($0) }
  }
}
