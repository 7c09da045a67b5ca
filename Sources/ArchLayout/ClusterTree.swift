/// Answers questions about what stands in what.
struct ClusterTree {
  /// For each cluster the one it stands in.
  private let parents: [Int?]
  /// How many clusters stand around each one.
  let depths: [Int]

  init(_ graph: LayoutGraph) {
    var depths: [Int] = []
    for (index, cluster) in graph.clusters.enumerated() {
      precondition(cluster.parent.map { $0 >= 0 && $0 < index } ?? true)
      depths.append(cluster.parent.map { depths[$0] + 1 } ?? 0)
    }
    self.parents = graph.clusters.map(\.parent)
    self.depths = depths
  }

  /// Whether a cluster is another one or stands around it.
  func contains(_ outer: Int, _ inner: Int?) -> Bool {
    var current = inner
    while let cluster = current, cluster >= outer {
      if cluster == outer { return true }
      current = parents[cluster]
    }
    return false
  }

  /// The innermost cluster around both; nil when that is the picture.
  func common(_ first: Int?, _ second: Int?) -> Int? {
    var first = first
    var second = second
    while let left = first, let right = second, left != right {
      if depths[left] >= depths[right] { first = parents[left] } else { second = parents[right] }
    }
    return first == second ? first : nil
  }
}
