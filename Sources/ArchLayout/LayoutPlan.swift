import ArchScene
import CLayoutWorker

/// A graph as one rung hands it to the worker: only nodes, plain clusters, and edges between nodes.
///
/// A label becomes a node of its own in the middle of its edge, so that Graphviz keeps room for it;
/// its edge is led through it afterwards, or past it where that saves bends. Graphviz's own edge
/// labels would do the same, but inside clusters they make it lose edges and crash.
struct LayoutPlan {
  /// How an edge of the graph was given to the worker.
  enum Way {
    /// Without a place for words.
    case direct
    /// Through a node which stands for the words.
    case throughLabel(node: Int)
  }

  let graph: LayoutGraph
  let rung: Rung
  let tree: ClusterTree
  /// Whether labels become nodes; in big pictures that costs more time than they are worth.
  private let makesRoomForLabels: Bool
  /// Whether there are such nodes, and so ranks of their own between those of the boxes.
  private let hasLabelRanks: Bool
  private(set) var nodes: [archc_layout_node] = []
  private(set) var clusters: [archc_layout_cluster] = []
  private(set) var edges: [archc_layout_edge] = []
  private(set) var rowMembers: [archc_layout_row_member] = []
  /// The row of each node that stands in one.
  private var rowsByNode: [Int: Int] = [:]
  /// One for each edge of the graph.
  private(set) var ways: [Way] = []

  init(_ graph: LayoutGraph, rung: Rung) {
    self.graph = graph
    self.rung = rung
    self.tree = ClusterTree(graph)
    self.makesRoomForLabels = rung == .full && graph.nodes.count <= 2_000
    self.hasLabelRanks = makesRoomForLabels && graph.edges.contains { $0.labelSize != nil }
    addBoxes()
    if rung == .full { addRows() }
    let stands = Representatives(graph)
    ways = graph.edges.map { addEdge($0, stands) }
  }

  /// More bytes than a right answer has: a word that marks it, two counts, and the points.
  var longestReply: Int { 65_536 + nodes.count * 16 + clusters.count * 32 }
}

// MARK: Boxes

extension LayoutPlan {
  private mutating func addBoxes() {
    nodes = graph.nodes.map { node in
      archc_layout_node(
        width: max(node.size.width, 1), height: max(node.size.height, 1),
        cluster: Int32(node.cluster ?? -1))
    }
    let margin = graph.spacing.groupMargin
    var isFilled = graph.clusters.map { _ in false }
    for case let cluster? in graph.nodes.map(\.cluster) { isFilled[cluster] = true }
    for (index, cluster) in graph.clusters.enumerated().reversed() {
      if !isFilled[index] { addPlaceholder(in: index) }
      if let parent = cluster.parent { isFilled[parent] = true }
    }
    clusters = graph.clusters.map { cluster in
      archc_layout_cluster(
        parent: Int32(cluster.parent ?? -1), title_width: cluster.titleSize.width,
        title_height: max(0, cluster.titleSize.height - margin))
    }
  }

  /// Graphviz knows no cluster without a node.
  private mutating func addPlaceholder(in cluster: Int) {
    nodes.append(archc_layout_node(width: 1, height: 1, cluster: Int32(cluster)))
  }
}

// MARK: Rows

extension LayoutPlan {
  /// Takes in the rows whose members are nodes, each node in the first row that names it.
  private mutating func addRows() {
    for (index, row) in graph.rows.enumerated() {
      for case .node(let node) in row.members where rowsByNode[node] == nil {
        rowsByNode[node] = index
        rowMembers.append(
          archc_layout_row_member(
            node: Int32(node), row: Int32(index), is_ordered: row.isOrdered))
      }
    }
  }
}

// MARK: Edges

extension LayoutPlan {
  private mutating func addEdge(_ edge: LayoutGraph.Edge, _ stands: Representatives) -> Way {
    let (tail, head) = edge.isReversed ? (edge.target, edge.source) : (edge.source, edge.target)
    guard !isNested(tail, head), let first = stands.tail(of: tail), let last = stands.head(of: head)
    else { return .direct }
    let isInRow = rowsByNode[first].map { $0 == rowsByNode[last] } ?? false
    let isRanked = !isInRow && (edge.isConstraint || rung == .least)
    guard makesRoomForLabels, isRanked, first != last, let size = edge.labelSize else {
      let length = hasLabelRanks && edge.labelSize == nil ? 2 : 1
      join(first, last, length: length, isRanked: isRanked)
      return .direct
    }
    let scope = tree.common(scope(of: tail), scope(of: head))
    nodes.append(
      archc_layout_node(
        width: max(size.width, 1), height: max(size.height, 1), cluster: Int32(scope ?? -1)))
    let label = nodes.count - 1
    join(first, label, weight: 2)
    join(label, last, weight: 2)
    return .throughLabel(node: label)
  }

  private mutating func join(
    _ tail: Int, _ head: Int, length: Int = 1, weight: Int = 1, isRanked: Bool = true
  ) {
    edges.append(
      archc_layout_edge(
        tail: Int32(tail), head: Int32(head), minimum_length: Int32(length),
        weight: Int32(weight), is_constraint: isRanked))
  }

  /// Whether one end is a cluster around the other, or the same.
  private func isNested(_ first: LayoutGraph.End, _ second: LayoutGraph.End) -> Bool {
    switch (first, second) {
    case (.node, .node): false
    case (.cluster(let outer), .node(let node)), (.node(let node), .cluster(let outer)):
      tree.contains(outer, graph.nodes[node].cluster)
    case (.cluster(let one), .cluster(let other)):
      tree.contains(one, other) || tree.contains(other, one)
    }
  }

  /// The cluster around an end.
  private func scope(of end: LayoutGraph.End) -> Int? {
    switch end {
    case .node(let node): graph.nodes[node].cluster
    case .cluster(let cluster): graph.clusters[cluster].parent
    }
  }
}

// MARK: The worker's form

extension LayoutPlan {
  /// From one rank to the next: labels share the distance with the ends of their line.
  private var rankSpacing: Double {
    guard hasLabelRanks else { return graph.spacing.rank }
    return (graph.spacing.rank * 0.36).rounded()
  }

  private var direction: archc_layout_direction {
    switch graph.direction {
    case .right: ARCHC_RIGHT
    case .down: ARCHC_DOWN
    case .left: ARCHC_LEFT
    case .up: ARCHC_UP
    }
  }

  /// All rounds of crossing reduction are worth their time in a picture that somebody looks at
  /// whole: in one of 200 boxes, a fifth of them leaves twice the crossings. In bigger ones they
  /// take a third of the time and change little.
  private var effort: Double {
    switch nodes.count + edges.count {
    case _ where rung == .least: 0.05
    case ...800: 1
    case ...4_000: 0.5
    default: 0.05
    }
  }

  /// Network simplex needs few rounds for a good picture and many for the best one; a bound below
  /// some 100 rounds makes Graphviz crash.
  private var simplexEffort: Double {
    if nodes.count > 2_000 { return 0.1 }
    if nodes.count > 600 { return 0.2 }
    return rung == .least ? 1 : 0
  }

  /// The plan as the worker reads it.
  var request: [UInt8] {
    let header = archc_layout_header(
      node_count: UInt64(nodes.count), cluster_count: UInt64(clusters.count),
      edge_count: UInt64(edges.count), row_member_count: UInt64(rowMembers.count),
      rank_spacing: rankSpacing, sibling_spacing: graph.spacing.sibling,
      cluster_margin: graph.spacing.groupMargin, effort: effort, simplex_effort: simplexEffort,
      direction: direction.rawValue, has_global_ranks: rung == .full ? 1 : 0)
    var bytes: [UInt8] = []
    withUnsafeBytes(of: header) { bytes += $0 }
    nodes.withUnsafeBytes { bytes += $0 }
    clusters.withUnsafeBytes { bytes += $0 }
    edges.withUnsafeBytes { bytes += $0 }
    rowMembers.withUnsafeBytes { bytes += $0 }
    return bytes
  }
}
