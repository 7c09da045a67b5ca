import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// Finds dead-letter queues whose messages come back to whoever failed on them.
  static let deadLetterLoop = Rule(
    "loop/dlq", .warning, "Failures come back to what they failed on",
    documentation: RuleDocumentation(
      rationale:
        "A dead-letter queue is there to take a message out of circulation until somebody "
        + "has looked at it. Fed back by itself, a message that always fails circles for ever "
        + "and hides among the good ones.",
      facts: ["SQS-11", "LAM-03"],
      source: "AWS docs, SQS dead-letter queue redrive",
      advice:
        "Let people or an alarm look at the dead-letter queue, and move its messages back by "
        + "a redrive when the cause is mended.",
      bad: [
        """
        parcels: sqs { dlq = dead }
        dead: sqs { retention = 14d }
        parcels -> route: lambda -> ways: dynamodb
        dead -> again: lambda -> parcels
        """,
        """
        jobs: sqs { dlq = jobs }
        jobs -> work: ecs
        app -> jobs
        """,
      ],
      good: [
        """
        parcels: sqs { dlq = dead }
        dead: sqs { retention = 14d }
        parcels -> route: lambda -> ways: dynamodb
        """
      ])
  ) { architecture, report in
    var check = DeadLetterCheck(architecture, report)
    check.run()
    report = check.report
  }
}

private struct DeadLetterCheck {
  private let architecture: Architecture
  private(set) var report: RuleReport
  private let queues: ServiceSet
  private let stages: ServiceSet
  /// Pairs that have been reported already.
  private var reported: Set<[Int]> = []
  /// Of a queue with hundreds of readers only the first are looked at.
  private let mostReaders = 20

  init(_ architecture: Architecture, _ report: RuleReport) {
    self.architecture = architecture
    self.report = report
    queues = ServiceSet(architecture.model, ["sqs"])
    stages = ServiceSet(architecture.model, singlePurposeServices)
  }

  mutating func run() {
    for index in architecture.model.elements.indices {
      let holder = ElementID(index)
      for attribute in architecture.model.elements[index].attributes
      where attribute.name == "dlq" || attribute.name == "on-failure" {
        for place in attribute.targets { check(holder, attribute, place) }
      }
    }
    for edge in architecture.edges { check(edge) }
  }

  // MARK: What elements say

  private mutating func check(_ holder: ElementID, _ attribute: Attribute, _ place: ElementID) {
    if place == holder {
      report.report(
        "'\(architecture.name(holder))' is the place where its own failures go", at: holder,
        attribute: attribute.name)
    } else if queues.contains(holder) {
      checkCircle(from: holder, attribute)
      checkQueue(holder, place, attribute.valueLocation)
    } else if stages.contains(holder) {
      checkReturn(from: place, to: holder, attribute.valueLocation)
    }
  }

  /// Queues that are the dead-letter queues of one another, reported at the first of them.
  private mutating func checkCircle(from first: ElementID, _ attribute: Attribute) {
    var way = [first]
    var queue = first
    while way.count < mostReaders, let next = architecture.targets("dlq", of: queue).first {
      if next == first {
        report.report(
          "\(quotedList(way.map(architecture.name))) are the dead-letter queues of one another",
          at: first, attribute: attribute.name,
          evidence: [(way + [first]).map(architecture.name).joined(separator: " -> ")])
        return
      }
      guard next > first, !way.contains(next) else { return }
      way.append(next)
      queue = next
    }
  }

  // MARK: What edges say

  private mutating func check(_ edge: Architecture.Edge) {
    if queues.contains(edge.source), queues.contains(edge.target) {
      guard edge.source != edge.target, architecture.isOneWay(edge),
        edge.isFlow, !isRedrive(edge)
      else { return }
      checkQueue(edge.source, edge.target, architecture.connection(edge).declaration)
    } else if edge.invocation == .polled, stages.contains(edge.target) {
      for name in ["dlq", "on-failure"] {
        guard let attribute = architecture.stated(name, of: edge) else { continue }
        for place in attribute.targets {
          checkReturn(from: place, to: edge.target, attribute.valueLocation)
        }
      }
    }
  }

  /// Whether an edge between queues brings messages back, rather than putting them aside.
  private func isRedrive(_ edge: Architecture.Edge) -> Bool {
    architecture.targets("dlq", of: edge.target).contains(edge.source)
      || architecture.outgoing(edge.target).prefix(mostReaders).contains {
        architecture.edges[Int($0)].target == edge.source
      }
  }

  // MARK: Who gets failures back

  /// A queue's failures that are read by its own consumer, or sent back by a function.
  private mutating func checkQueue(_ queue: ElementID, _ dead: ElementID, _ stated: Location) {
    let readers = self.readers(of: queue)
    for index in architecture.outgoing(dead).prefix(mostReaders) {
      let edge = architecture.edges[Int(index)]
      guard isFedBack(edge) else { continue }
      if readers.contains(edge.target) {
        add(
          edge, stated,
          "'\(architecture.name(dead))' gives '\(architecture.name(edge.target))' back what "
            + "it has failed on",
          [queue, edge.target, dead, edge.target])
      } else if sends(edge.target, to: queue) {
        add(
          edge, stated,
          "'\(architecture.name(edge.target))' sends what ends in "
            + "'\(architecture.name(dead))' back to '\(architecture.name(queue))'",
          [queue, dead, edge.target, queue])
      }
    }
  }

  /// Failures of a function that set it off again.
  private mutating func checkReturn(
    from place: ElementID, to stage: ElementID, _ stated: Location
  ) {
    for index in architecture.outgoing(place).prefix(mostReaders) {
      let edge = architecture.edges[Int(index)]
      guard edge.target == stage, isFedBack(edge) else { continue }
      add(
        edge, stated,
        "'\(architecture.name(place))' gives '\(architecture.name(stage))' back what it has "
          + "failed on",
        [stage, place, stage])
    }
  }

  /// Whether an edge hands over by itself whatever arrives at its source.
  private func isFedBack(_ edge: Architecture.Edge) -> Bool {
    (edge.invocation == .polled || edge.invocation == .async) && stages.contains(edge.target)
      && architecture.isOneWay(edge) && edge.isFlow
      && architecture.stated("filter", of: edge) == nil
  }

  private func readers(of queue: ElementID) -> [ElementID] {
    architecture.outgoing(queue).prefix(mostReaders).map { architecture.edges[Int($0)] }
      .filter { isFedBack($0) }.map(\.target)
  }

  private func sends(_ stage: ElementID, to queue: ElementID) -> Bool {
    if case .word("allow")? = architecture.stated("recursive-loop", of: stage)?.value {
      return false
    }
    return architecture.outgoing(stage).prefix(mostReaders).contains { index in
      let edge = architecture.edges[Int(index)]
      return edge.target == queue && architecture.isOneWay(edge) && architecture.carriesData(edge)
    }
  }

  private mutating func add(
    _ edge: Architecture.Edge, _ stated: Location, _ message: String, _ way: [ElementID]
  ) {
    guard reported.insert([edge.source.index, edge.target.index]).inserted else { return }
    report.report(
      message, at: edge, secondary: [Label(stated, "failures go there")],
      evidence: [way.map(architecture.name).joined(separator: " -> ")])
  }
}
