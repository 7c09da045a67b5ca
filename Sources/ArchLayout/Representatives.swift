/// Which node stands for each end of an edge: itself, or for a cluster one of the nodes in it.
///
/// Graphviz joins nodes only. What a cluster leads to stands best behind the last rank in it, and
/// what leads to a cluster before the first, because then nothing stands between the border and
/// the other end.
struct Representatives {
  private var tails: [Int: Int] = [:]
  private var heads: [Int: Int] = [:]

  init(_ graph: LayoutGraph) {
    guard !graph.clusters.isEmpty else { return }
    var wanted: Set<Int> = []
    for edge in graph.edges {
      for case .cluster(let cluster) in [edge.source, edge.target] { wanted.insert(cluster) }
    }
    guard !wanted.isEmpty else { return }
    let inside = Self.members(graph, of: wanted)
    let levels = Self.levels(graph)
    for cluster in wanted {
      guard let members = inside[cluster] else { continue }
      tails[cluster] = Self.middle(members, at: members.map { levels[$0] }.max(), levels)
      heads[cluster] = Self.middle(members, at: members.map { levels[$0] }.min(), levels)
    }
  }

  /// The node that Graphviz ranks as the tail; nil for a cluster without nodes.
  func tail(of end: LayoutGraph.End) -> Int? { node(end, tails) }

  /// The node that Graphviz ranks as the head; nil for a cluster without nodes.
  func head(of end: LayoutGraph.End) -> Int? { node(end, heads) }

  private func node(_ end: LayoutGraph.End, _ choice: [Int: Int]) -> Int? {
    switch end {
    case .node(let node): node
    case .cluster(let cluster): choice[cluster]
    }
  }

  /// The nodes in each of some clusters, directly or further in.
  private static func members(_ graph: LayoutGraph, of wanted: Set<Int>) -> [Int: [Int]] {
    var members: [Int: [Int]] = [:]
    for (index, node) in graph.nodes.enumerated() {
      var current = node.cluster
      while let cluster = current {
        if wanted.contains(cluster) { members[cluster, default: []].append(index) }
        current = graph.clusters[cluster].parent
      }
    }
    return members
  }

  /// The one in the middle of those at a level, in the order of the graph.
  private static func middle(_ members: [Int], at level: Int?, _ levels: [Int]) -> Int? {
    let candidates = members.filter { levels[$0] == level }
    return candidates.isEmpty ? nil : candidates[(candidates.count - 1) / 2]
  }

  /// About the rank each node will get: the longest way to it along edges between nodes. Nodes on a
  /// cycle and behind it stay where the way to the cycle ends.
  private static func levels(_ graph: LayoutGraph) -> [Int] {
    var next: [[Int]] = graph.nodes.map { _ in [] }
    var waiting = graph.nodes.map { _ in 0 }
    for edge in graph.edges where edge.isConstraint {
      guard case .node(let source) = edge.source, case .node(let target) = edge.target,
        source != target
      else { continue }
      let (tail, head) = edge.isReversed ? (target, source) : (source, target)
      next[tail].append(head)
      waiting[head] += 1
    }
    var levels = graph.nodes.map { _ in 0 }
    var ready = graph.nodes.indices.filter { waiting[$0] == 0 }
    while let node = ready.popLast() {
      for successor in next[node] {
        levels[successor] = max(levels[successor], levels[node] + 1)
        waiting[successor] -= 1
        if waiting[successor] == 0 { ready.append(successor) }
      }
    }
    return levels
  }
}
