import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds event buses that feed one another in a circle.
  static let busCycle = Rule(
    "eventbridge/bus-cycle", .warning, "Event buses feed one another in a circle",
    documentation: RuleDocumentation(
      rationale:
        "An event that matches the rules of every bus in the circle goes round it again and "
        + "again, and each round is delivered to all other targets too. Only patterns that "
        + "tell where an event was born stop it.",
      facts: ["EVB-01"],
      advice:
        "Remove one of the edges, or state as filter which events it lets pass, such as "
        + "those of one account.",
      bad: [
        """
        shop: app -> orders: eventbridge
        prices: eventbridge
        orders -> prices -> orders
        prices -> label: ecs
        """
      ],
      good: [
        """
        shop: app -> orders: eventbridge
        prices: eventbridge
        orders -> prices -> label: ecs
        """,
        """
        shop: app -> orders: eventbridge
        prices: eventbridge
        orders -> prices -> label: ecs
        prices -> orders { filter = "source = prices" }
        """,
      ])
  ) { architecture, report in
    let buses = ServiceSet(architecture.model, ["eventbridge", "eventbridge-rule"])
    guard !buses.isEmpty else { return }
    for loop in busLoops(architecture, buses) {
      let names = loop.map { architecture.name($0.source) }
      let message =
        names.count == 1
        ? "'\(names[0])' puts its events back on its own bus"
        : "\(quotedList(names)) hand their events on to one another"
      report.report(message, loop: loop, in: architecture)
    }
  }
}

/// One way round of each group of buses that can all be reached from one another.
private func busLoops(_ architecture: Architecture, _ buses: ServiceSet) -> [[Architecture.Edge]] {
  var arcs: [CompactGraph.Arc] = []
  for (index, edge) in architecture.edges.enumerated()
  where buses.contains(edge.source) && buses.contains(edge.target) && edge.source != edge.target {
    guard edge.kind == "event" || edge.kind == "request", passesAll(edge, architecture) else {
      continue
    }
    arcs.append(
      CompactGraph.Arc(
        source: Int32(bus(of: edge.source, architecture).index),
        target: Int32(bus(of: edge.target, architecture).index), edge: Int32(index)))
  }
  guard !arcs.isEmpty else { return [] }
  let graph = CompactGraph(nodeCount: architecture.model.elements.count, arcs)
  let components = graph.components()
  var search = WaySearch(graph, components)
  var reported: Set<Int32> = []
  return arcs.compactMap { arc in
    let component = components[Int(arc.source)]
    guard component == components[Int(arc.target)], isLoop(arc, architecture),
      reported.insert(component).inserted
    else { return nil }
    let way = arc.source == arc.target ? [] : search.way(from: arc.target, to: arc.source)
    return ([arc] + way).map { architecture.edges[Int($0.edge)] }
  }
}

/// The bus that a rule drawn inside it belongs to.
private func bus(of id: ElementID, _ architecture: Architecture) -> ElementID {
  architecture.place("eventbridge", of: id) ?? id
}

/// A bus leads to its own rules without being fed by them; a rule may put events back on its bus.
private func isLoop(_ arc: CompactGraph.Arc, _ architecture: Architecture) -> Bool {
  arc.source != arc.target || architecture.edges[Int(arc.edge)].target.index == Int(arc.target)
}

/// Whether nothing says that only some events pass.
private func passesAll(_ edge: Architecture.Edge, _ architecture: Architecture) -> Bool {
  !architecture.connection(edge).isFromFlow && architecture.stated("filter", of: edge) == nil
    && architecture.stated("pattern", of: edge.source) == nil
    && architecture.stated("schedule", of: edge.source) == nil
}
