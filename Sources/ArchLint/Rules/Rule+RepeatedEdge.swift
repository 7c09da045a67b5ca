import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

extension Rule {
  /// The same edge is drawn twice.
  static let topologyDuplicateEdge = Rule(
    "topology/duplicate-edge", .warning, "The same two elements are joined twice by the same edge",
    documentation: RuleDocumentation(
      rationale: """
        Two arrows that say the same are drawn beside each other, and whoever reads the diagram \
        looks for the difference. Checks that count readers or writers count both.
        """,
      source: "a diagram check; no rule of other tools",
      advice: "Delete one of them, or say by a label what the other is for.",
      bad: [
        """
        app -> orders: dynamodb
        app -> orders
        """
      ],
      good: [
        """
        orders: dynamodb
        app -> orders "read"
        app -> orders "write"
        """
      ])
  ) { architecture, report in
    let edges = architecture.edges
    var lastSource = [Int32](repeating: -1, count: architecture.model.elements.count)
    var lastEdge = lastSource
    var previous = [Int32](repeating: -1, count: edges.count)
    for source in architecture.model.elements.indices {
      for index in architecture.outgoing(ElementID(source)) {
        let target = edges[Int(index)].target.index
        defer {
          lastSource[target] = Int32(source)
          lastEdge[target] = index
        }
        guard lastSource[target] == Int32(source) else { continue }
        previous[Int(index)] = lastEdge[target]
        let earlier = sequence(first: lastEdge[target]) { edge in
          previous[Int(edge)] >= 0 ? previous[Int(edge)] : nil
        }
        let twin = earlier.prefix(8).first {
          architecture.isSame(edges[Int(index)], edges[Int($0)])
            && !architecture.goesOn(edges[Int(index)]) && !architecture.goesOn(edges[Int($0)])
        }
        if let twin { report.reportTwin(edges[Int(index)], edges[Int(twin)], architecture) }
      }
    }
  }

  /// An element is joined with itself.
  static let topologySelfEdge = Rule(
    "topology/self-edge", .warning, "An edge leads from an element to itself",
    yieldsTo: ["loop/recursion"],
    documentation: RuleDocumentation(
      rationale: """
        Most often a name is mistaken, and the arrow should have led elsewhere. Where a thing \
        really calls itself, something has to end the circle, and the diagram should show what.
        """,
      source: "a diagram check; no rule of other tools",
      advice: "Name the other end, or delete the edge.",
      bad: [
        """
        app -> place: lambda
        place -> place
        """
      ],
      good: [
        """
        app -> place: lambda
        place -> audit: lambda
        """
      ])
  ) { architecture, report in
    for edge in architecture.edges where edge.source == edge.target {
      guard !architecture.mayCallItself(edge) else { continue }
      let connection = architecture.connection(edge)
      guard !connection.isFromFlow else { continue }
      report.report("this edge leads from \(architecture.quoted(edge.source)) to itself", at: edge)
    }
  }
}

extension RuleReport {
  fileprivate mutating func reportTwin(
    _ edge: Architecture.Edge, _ twin: Architecture.Edge, _ architecture: Architecture
  ) {
    report(
      """
      \(architecture.quoted(edge.source)) and \(architecture.quoted(edge.target)) are joined by \
      the same edge already
      """,
      at: edge, secondary: [architecture.label(twin, "here")])
  }
}

extension Architecture {
  /// Whether two edges with the same ends say the same. Edges that flows add are one each.
  fileprivate func isSame(_ edge: Edge, _ other: Edge) -> Bool {
    guard edge.connection != other.connection, edge.kind == other.kind,
      edge.source != edge.target
    else { return false }
    let one = connection(edge)
    let two = connection(other)
    // An arrow with two heads is two edges; one of them speaks for both.
    guard one.source == edge.source, !one.isFromFlow, !two.isFromFlow else { return false }
    // A file that is imported twice repeats itself.
    guard one.declaration != two.declaration else { return false }
    return one.arrow == two.arrow && one.isBidirectional == two.isBidirectional
      && one.label == two.label && one.attributes.count == two.attributes.count
      && zip(one.attributes, two.attributes).allSatisfy {
        $0.name == $1.name && $0.value == $1.value
      }
  }

  /// Whether an edge to itself means something: a state that follows a state, members of a cluster
  /// that talk or copy to one another, a stack of several.
  fileprivate func mayCallItself(_ edge: Edge) -> Bool {
    let service = service(of: edge.source)
    if service.isIndefinite || edge.kind == "replicates" { return true }
    if (value("count", of: edge.source)?.magnitude ?? 1) > 1 { return true }
    return clusters.contains { service.isNamed(by: $0) }
  }
}

private let clusters = [
  "asg", "batch", "container-runtime", "datastore", "elasticache", "emr", "msk", "parallelcluster",
  "state", "step-functions", "streaming", "swf",
]

extension Architecture {
  /// Whether an edge is the beginning of a chain: `user -> cdn -> files` and `user -> cdn -> api`
  /// share their first arrow, and nobody writes them otherwise.
  fileprivate func goesOn(_ edge: Edge) -> Bool {
    let next = edge.connection + 1
    return next < model.connections.count && model.connections[next].source == edge.target
  }
}
