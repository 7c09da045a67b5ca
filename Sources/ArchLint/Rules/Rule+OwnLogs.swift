import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds programs that read the log group they write to.
  static let ownLogs = Rule(
    "loop/own-logs", .warning, "A program reads the log group that it writes to",
    documentation: RuleDocumentation(
      rationale:
        "Every line it handles makes it write another, which it is handed next: the group "
        + "fills itself. The loop shows up in the bill, as each round is short and none fails.",
      facts: ["CWL-01"],
      source: "AWS docs, Log group-level subscription filters",
      advice:
        "Let it log to a group of its own, or state a filter on the edge from the group that "
        + "its own lines do not pass.",
      bad: [
        """
        all: log-group { retention = 30d }
        all -> ship: lambda -> siem: external
        ship -> all
        """
      ],
      good: [
        """
        all: log-group { retention = 30d }
        own: log-group { retention = 30d }
        all -> ship: lambda -> siem: external
        ship -> own
        """
      ])
  ) { architecture, report in
    for loop in logLoops(architecture) {
      guard let reader = loop.last, let group = loop.first else { continue }
      report.report(
        "'\(architecture.name(reader.source))' reads what it writes to "
          + "'\(architecture.name(group.source))'",
        loop: loop, in: architecture)
    }
  }
}

/// The ways from a log group to a program that writes to it, each beginning at the group.
private func logLoops(_ architecture: Architecture) -> [[Architecture.Edge]] {
  let model = architecture.model
  let groups = ServiceSet(model, ["cloudwatch-logs"])
  let carriers = ServiceSet(model, ["firehose", "kinesis"])
  let programs = ServiceSet(model, ["compute"])
  guard !groups.isEmpty, !programs.isEmpty else { return [] }
  var arcs: [CompactGraph.Arc] = []
  for (index, edge) in architecture.edges.enumerated() {
    let leadsOn: Bool
    if groups.contains(edge.source) {
      leadsOn =
        (carriers.contains(edge.target) || programs.contains(edge.target))
        && edge.isFlow && edge.invocation == .async
    } else if carriers.contains(edge.source) {
      leadsOn =
        (carriers.contains(edge.target) || programs.contains(edge.target))
        && architecture.carriesData(edge)
    } else {
      leadsOn =
        programs.contains(edge.source) && groups.contains(edge.target)
        && architecture.access(edge) != .reads
    }
    guard leadsOn, architecture.isOneWay(edge), architecture.stated("filter", of: edge) == nil
    else { continue }
    arcs.append(
      CompactGraph.Arc(
        source: Int32(edge.source.index), target: Int32(edge.target.index), edge: Int32(index)))
  }
  return loops(of: arcs, closedBy: { programs.contains($0.source) }, in: architecture)
}

/// For each pair of a program and its log group one way round.
private func loops(
  of arcs: [CompactGraph.Arc], closedBy isWrite: (Architecture.Edge) -> Bool,
  in architecture: Architecture
) -> [[Architecture.Edge]] {
  guard !arcs.isEmpty else { return [] }
  let graph = CompactGraph(nodeCount: architecture.model.elements.count, arcs)
  let components = graph.components()
  var search = WaySearch(graph, components)
  var loops: [[Architecture.Edge]] = []
  for arc in arcs where components[Int(arc.source)] == components[Int(arc.target)] {
    let write = architecture.edges[Int(arc.edge)]
    guard isWrite(write), loops.count < 100 else { continue }
    let way = search.way(from: arc.target, to: arc.source)
    loops.append((way + [arc]).map { architecture.edges[Int($0.edge)] })
  }
  return loops
}
