import ArchScene

/// How much a layout may ask for. The defaults let 20,000 boxes through, which take Graphviz some
/// 13 s; beyond them it takes minutes.
package struct LayoutLimits: Sendable, Hashable {
  package var nodes: Int
  package var edges: Int
  package var clusters: Int
  /// How many clusters may stand inside one another.
  package var depth: Int
  /// The longest side of a box or label in px; Graphviz keeps some lengths in 16 bits.
  package var side: Double
  /// Wall-clock time for all rungs together, for pictures of up to 5,000 boxes.
  package var milliseconds: Int
  /// Memory for the worker on top of what the process has.
  package var memory: Int

  package init(
    nodes: Int = 20_000, edges: Int = 60_000, clusters: Int = 5_000, depth: Int = 64,
    side: Double = 16_384, milliseconds: Int = 15_000, memory: Int = 1 << 30
  ) {
    self.nodes = nodes
    self.edges = edges
    self.clusters = clusters
    self.depth = depth
    self.side = side
    self.milliseconds = milliseconds
    self.memory = memory
  }

  package static let standard = LayoutLimits()

  /// Four times the boxes, the time and the memory of the standard.
  package static let large = LayoutLimits(
    nodes: 80_000, edges: 240_000, clusters: 20_000, milliseconds: 60_000, memory: 4 << 30)

  /// Wall-clock time for all rungs together: more than the usual for pictures of more boxes than
  /// are usual.
  func milliseconds(for graph: LayoutGraph) -> Int { milliseconds(nodes: graph.nodes.count) }

  /// Wall-clock time for the biggest picture that is let through.
  var longestMilliseconds: Int { milliseconds(nodes: nodes) }

  private func milliseconds(nodes: Int) -> Int { max(milliseconds, milliseconds * nodes / 5_000) }

  /// Throws when a graph asks for more.
  func check(_ graph: LayoutGraph) throws(LayoutFailure) {
    let depth = (ClusterTree(graph).depths.max() ?? -1) + 1
    let counts = [
      ("boxes", graph.nodes.count, nodes), ("edges", graph.edges.count, edges),
      ("groups", graph.clusters.count, clusters), ("groups inside one another", depth, self.depth),
    ]
    for (thing, count, limit) in counts where count > limit {
      throw .tooMany(thing, count: count, limit: limit)
    }
    let sizes =
      graph.nodes.map(\.size) + graph.clusters.map(\.titleSize)
      + graph.edges.compactMap(\.labelSize)
    for size in sizes {
      precondition(size.width >= 0 && size.height >= 0, "sizes are not negative")
      let longest = max(size.width, size.height)
      guard longest <= side else { throw .tooLong(longest, limit: side) }
    }
  }
}
