import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds calls of calls that write to several stores with nothing that undoes the first writes.
  static let missingSaga = Rule(
    "delivery/missing-saga", .hint, "A chain of calls writes to several stores", detail: .design,
    yieldsTo: ["delivery/dual-write"],
    documentation: RuleDocumentation(
      rationale:
        "When a later call fails, what earlier ones have written stays, and the caller "
        + "cannot tell how far the work got. A workflow remembers that, and can undo each step.",
      facts: ["SFN-04"],
      advice:
        "Let a state machine call the steps, with a step that undoes each write, or let one "
        + "service own the data.",
      bad: [
        """
        eu-west-1: region {
          journeys: dynamodb
          seats: rds
          client -> journey: ecs -> flight: ecs
          journey -> journeys "insert"
          flight -> seats "reserve"
        }
        """
      ],
      good: [
        """
        eu-west-1: region {
          journeys: dynamodb
          seats: rds
          client -> journey: step-functions -> book: ecs, flight: ecs
          book -> journeys "insert"
          flight -> seats "reserve"
        }
        """
      ])
  ) { architecture, report in
    var check = SagaCheck(architecture)
    guard check.isPossible else { return }
    check.run()
    check.report(&report)
  }
}

private struct SagaCheck {
  private let architecture: Architecture
  private let programs: ServiceSet
  private let workflows: ServiceSet
  private let stores: ServiceSet
  private var arcs: [CompactGraph.Arc] = []
  /// Of each program: up to two edges that write to different stores, its own and its callees'.
  private var writes: [[Int32]]
  private var isCalled: [Bool]

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    programs = ServiceSet(model, ["compute"])
    workflows = ServiceSet(model, ["step-functions"])
    stores = ServiceSet(
      model,
      [
        "aurora", "aurora-dsql", "database", "documentdb", "dynamodb", "dynamodb-global-table",
        "keyspaces", "neptune", "rds", "rds-proxy",
      ])
    writes = Array(repeating: [], count: model.elements.count)
    isCalled = Array(repeating: false, count: model.elements.count)
  }

  var isPossible: Bool { !programs.isEmpty && !stores.isEmpty }

  mutating func run() {
    var hasWrites = false
    for (index, edge) in architecture.edges.enumerated() {
      guard edge.invocation == .sync, architecture.isDrawn(edge),
        programs.contains(edge.target) || stores.contains(edge.target)
      else { continue }
      if stores.contains(edge.target) {
        guard programs.contains(edge.source), isWrite(edge) else { continue }
        add(Int32(index), to: edge.source)
        hasWrites = true
      } else if workflows.contains(edge.source) {
        isCalled[edge.target.index] = true
      } else if programs.contains(edge.source), edge.kind == "request" {
        isCalled[edge.target.index] = true
        arcs.append(
          CompactGraph.Arc(
            source: Int32(edge.source.index), target: Int32(edge.target.index),
            edge: Int32(index)))
      }
    }
    if hasWrites, !arcs.isEmpty { collect() } else { arcs = [] }
  }

  private func isWrite(_ edge: Architecture.Edge) -> Bool {
    if case .boolean(true)? = architecture.stated("transaction", of: edge)?.value { return false }
    return architecture.access(edge) == .writes
  }

  private mutating func add(_ write: Int32, to program: ElementID) {
    let store = architecture.edges[Int(write)].target
    let known = writes[program.index]
    guard known.count < 2, !known.contains(where: { architecture.edges[Int($0)].target == store })
    else { return }
    writes[program.index].append(write)
  }

  /// Adds the writes of callees to those of callers, callees first.
  private mutating func collect() {
    let graph = CompactGraph(nodeCount: architecture.model.elements.count, arcs)
    let components = graph.components()
    for arc in graph.arcsInOrder(of: components, sourcesFirst: false) {
      for write in writes[Int(arc.target)] { add(write, to: ElementID(Int(arc.source))) }
    }
  }

  /// Reports the programs at the top of the chains, at the call that leads to a second store.
  func report(_ report: inout RuleReport) {
    var reported: Set<Int32> = []
    for arc in arcs where !isCalled[Int(arc.source)] && !reported.contains(arc.source) {
      let known = writes[Int(arc.source)].map { architecture.edges[Int($0)] }
      guard known.count == 2, known.contains(where: { $0.source.index != Int(arc.source) }) else {
        continue
      }
      reported.insert(arc.source)
      let stores = known.map { architecture.name($0.target) }
      report.report(
        "a call of '\(architecture.name(ElementID(Int(arc.source))))' writes to "
          + "\(quotedList(stores)), and nothing undoes the first write if the second fails",
        at: architecture.edges[Int(arc.edge)],
        secondary: known.map { Label(architecture.connection($0).declaration, "a write") })
    }
  }
}
