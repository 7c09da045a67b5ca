import ArchLayout
import ArchScene

/// Numbers that are the same in every run (SplitMix64, public domain, by Sebastiano Vigna).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension LayoutGraph {
  /// A graph with up to 60 nodes, 9 nested clusters and 80 edges of every kind.
  static func random(_ seed: Int) -> LayoutGraph {
    var numbers = SeededNumbers(seed)
    var graph = LayoutGraph(direction: Direction.allCases[seed % 4])
    for index in 0..<Int.random(in: 0...9, using: &numbers) {
      let parent = Int.random(in: -1..<max(index, 1), using: &numbers)
      let size = Size(
        width: .random(in: 0...200, using: &numbers), height: .random(in: 0...48, using: &numbers))
      graph.clusters.append(
        Cluster(parent: parent < 0 || parent >= index ? nil : parent, titleSize: size))
    }
    for _ in 0..<Int.random(in: 1...60, using: &numbers) {
      let cluster = Int.random(in: -1..<graph.clusters.count, using: &numbers)
      let size = Size(
        width: .random(in: 40...300, using: &numbers),
        height: .random(in: 20...120, using: &numbers))
      graph.nodes.append(Node(size: size, cluster: cluster < 0 ? nil : cluster))
    }
    for _ in 0..<Int.random(in: 0...80, using: &numbers) {
      graph.edges.append(.random(graph, &numbers))
    }
    return graph
  }
}

extension LayoutGraph.Edge {
  fileprivate static func random(_ graph: LayoutGraph, _ numbers: inout SeededNumbers) -> Self {
    let label = Size(
      width: .random(in: 10...120, using: &numbers), height: .random(in: 12...40, using: &numbers))
    return LayoutGraph.Edge(
      source: .random(graph, &numbers), target: .random(graph, &numbers),
      labelSize: Int.random(in: 0..<3, using: &numbers) == 0 ? label : nil,
      isReversed: Int.random(in: 0..<8, using: &numbers) == 0,
      isConstraint: Int.random(in: 0..<10, using: &numbers) > 0)
  }
}

extension LayoutGraph.End {
  fileprivate static func random(_ graph: LayoutGraph, _ numbers: inout SeededNumbers) -> Self {
    let isCluster = !graph.clusters.isEmpty && Int.random(in: 0..<8, using: &numbers) == 0
    guard isCluster else { return .node(.random(in: graph.nodes.indices, using: &numbers)) }
    return .cluster(.random(in: graph.clusters.indices, using: &numbers))
  }
}
