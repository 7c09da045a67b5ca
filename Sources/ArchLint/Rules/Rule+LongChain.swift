import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds requests that wait for many programs one after another.
  static let longChain = Rule(
    "request/long-chain", .hint, "A request waits for many programs, one after the other",
    documentation: RuleDocumentation(
      rationale:
        "The answer takes as long as all of them together, and it fails whenever one of them "
        + "does: four parts that work 99.9 % of the time make a whole that works 99.6 %.",
      source: "Well-Architected REL04-BP02",
      advice:
        "Hand over to a queue or a bus what the caller need not wait for, or put programs "
        + "together that always run together.",
      bad: [
        """
        client -> door: alb -> shop: ecs -> cart: ecs -> price: ecs -> tax: ecs
        """
      ],
      good: [
        """
        client -> door: alb -> shop: ecs -> cart: ecs -> price: ecs
        """,
        """
        client -> door: alb -> shop: ecs -> cart: ecs -> asked: sqs -> price: ecs -> tax: ecs
        """,
      ])
  ) { architecture, report in
    let programs = ServiceSet(architecture.model, ["compute"])
    guard !programs.isEmpty else { return }
    var chains = CallChains(architecture, programs)
    guard chains.hasCalls else { return }
    chains.measure()
    for chain in chains.chains(of: 4) {
      guard let last = chain.last else { continue }
      let names = chain.map(\.target).filter(programs.contains).map(architecture.name)
      report.report(
        "a request waits for \(quotedList(names)), one after the other", at: last,
        secondary: chain.dropLast().map {
          Label(
            architecture.connection($0).declaration, "waits for '\(architecture.name($0.target))'")
        }, evidence: [architecture.names(along: chain)])
    }
  }
}

/// How many programs have to answer, one called by the other, before a request that came in by a
/// front door is answered.
private struct CallChains {
  private let architecture: Architecture
  private let programs: ServiceSet
  private let doors: ServiceSet
  private let arcs: [CompactGraph.Arc]
  /// The most programs on a way that ends at an element; negative where no request comes.
  private var depths: [Int32]
  /// The last edge of such a way, by index.
  private var reachedBy: [Int32]

  init(_ architecture: Architecture, _ programs: ServiceSet) {
    let model = architecture.model
    self.architecture = architecture
    self.programs = programs
    doors = ServiceSet(model, ["actor", "front-door"])
    let between = ServiceSet(
      model, ["api-gateway", "app-mesh", "appsync", "front-door", "load-balancing", "vpc-lattice"])
    let actors = ServiceSet(model, ["actor"])
    var arcs: [CompactGraph.Arc] = []
    for (index, edge) in architecture.edges.enumerated()
    where edge.invocation == .sync && edge.kind == "request" {
      guard programs.contains(edge.target) || between.contains(edge.target),
        programs.contains(edge.source) || between.contains(edge.source)
          || actors.contains(edge.source), architecture.isDrawn(edge)
      else { continue }
      arcs.append(
        CompactGraph.Arc(
          source: Int32(edge.source.index), target: Int32(edge.target.index), edge: Int32(index)))
    }
    self.arcs = arcs
    depths = Array(repeating: -1, count: model.elements.count)
    reachedBy = depths
  }

  var hasCalls: Bool { arcs.count >= 4 }

  /// Finds the longest ways, callers first; calls in a circle do not count.
  mutating func measure() {
    let graph = CompactGraph(nodeCount: depths.count, arcs)
    let components = graph.components()
    for index in depths.indices where doors.contains(ElementID(index)) {
      depths[index] = programs.contains(ElementID(index)) ? 1 : 0
    }
    for arc in graph.arcsInOrder(of: components, sourcesFirst: true) {
      let source = Int(arc.source)
      let target = Int(arc.target)
      guard components[source] != components[target], depths[source] >= 0 else { continue }
      let depth = depths[source] + (programs.contains(ElementID(target)) ? 1 : 0)
      guard depth > depths[target] else { continue }
      depths[target] = depth
      reachedBy[target] = arc.edge
    }
  }

  /// The ways to programs at a depth, one for each program that calls them.
  func chains(of depth: Int32) -> [[Architecture.Edge]] {
    var chains: [[Architecture.Edge]] = []
    var ends: Set<Int32> = []
    for arc in arcs where depths[Int(arc.target)] == depth && reachedBy[Int(arc.target)] == arc.edge
    {
      guard programs.contains(ElementID(Int(arc.target))), ends.insert(arc.source).inserted else {
        continue
      }
      chains.append(way(to: arc.edge))
    }
    return chains
  }

  private func way(to last: Int32) -> [Architecture.Edge] {
    var way: [Architecture.Edge] = []
    var next = last
    while next >= 0 {
      let edge = architecture.edges[Int(next)]
      way.append(edge)
      next = reachedBy[edge.source.index]
    }
    return way.reversed()
  }
}
