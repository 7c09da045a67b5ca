import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds stacks that cannot be deployed because each needs another first.
  static let stackCycle = Rule(
    "loop/stacks", .error, "Stacks need one another to be deployed first",
    documentation: RuleDocumentation(
      rationale:
        "CloudFormation creates what something depends on before the thing itself, and in a "
        + "circle there is nothing to begin with. It refuses such templates, and stacks that "
        + "import from one another can neither be created nor removed.",
      source:
        "cfn-lint E3004; AWS docs, CloudFormation, DependsOn attribute and cross-stack references",
      equivalents: ["cfn-lint E3004"],
      advice:
        "Move what both need into a stack of its own, or pass it on as an event or a parameter.",
      bad: [
        """
        network: cloudformation "Network"
        database: cloudformation "Database"
        application: cloudformation "Application"
        network -> database -> application -> network
        """
      ],
      good: [
        """
        network: cloudformation "Network"
        database: cloudformation "Database"
        application: cloudformation "Application"
        network -> database -> application
        network -> application
        """
      ])
  ) { architecture, report in
    let stacks = ServiceSet(
      architecture.model,
      ["cloudformation", "cloudformation-module", "cloudformation-stackset"])
    guard !stacks.isEmpty else { return }
    let arcs = dependencies(architecture, stacks)
    let graph = CompactGraph(nodeCount: architecture.model.elements.count, arcs)
    let components = graph.components()
    var search = WaySearch(graph, components)
    var reported: Set<Int32> = []
    for arc in arcs where components[Int(arc.source)] == components[Int(arc.target)] {
      guard reported.insert(components[Int(arc.source)]).inserted else { continue }
      let way = [arc] + search.way(from: arc.target, to: arc.source)
      let loop = way.map { architecture.edges[Int($0.edge)] }
      let names = loop.map { architecture.name($0.source) }
      report.report(
        "\(quotedList(names)) depend on one another in a circle", loop: loop, in: architecture)
    }
  }
}

/// The edges between stacks that say which has to be there first.
private func dependencies(
  _ architecture: Architecture, _ stacks: ServiceSet
) -> [CompactGraph.Arc] {
  var arcs: [CompactGraph.Arc] = []
  for (index, edge) in architecture.edges.enumerated()
  where stacks.contains(edge.source) && stacks.contains(edge.target) && edge.source != edge.target {
    let isAnnouncement = edge.invocation == .async || ["event", "monitors"].contains(edge.kind)
    guard !isAnnouncement, architecture.isOneWay(edge),
      !isAnswer(architecture.connection(edge).label)
    else { continue }
    arcs.append(
      CompactGraph.Arc(
        source: Int32(edge.source.index), target: Int32(edge.target.index), edge: Int32(index)))
  }
  return arcs
}

/// Whether a label says that a nested stack reports to its parent.
private func isAnswer(_ label: String?) -> Bool {
  guard let label else { return false }
  return words(of: label).contains {
    ["answer", "output", "outputs", "result", "results", "status"].contains($0)
  }
}
