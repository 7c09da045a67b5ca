/// The layout of a graph while it is under way: a process works on it, and its owner may do
/// something else before asking for the result. Whoever drops it ends that process.
package struct GraphLayout {
  private let graph: LayoutGraph
  private let run: PlacementRun

  /// Starts the layout of a graph.
  ///
  /// - Parameters:
  ///   - limits: how many boxes and how much time and memory are allowed.
  ///   - worker: what runs in the other process.
  ///   - process: one that the worker has started already, with the same limits.
  /// - Throws: a `LayoutFailure` when the graph is too big.
  package init(
    of graph: LayoutGraph, limits: LayoutLimits = .standard, worker: LayoutWorker = .graphviz,
    process: LayoutProcess? = nil
  ) throws(LayoutFailure) {
    try limits.check(graph)
    self.graph = graph
    run = PlacementRun(graph, limits, worker, process ?? worker.start(limits))
  }

  /// Waits for the places of boxes, and finds the ways between them.
  ///
  /// - Throws: a `LayoutFailure` when Graphviz is missing or no rung succeeds.
  package func geometry() throws(LayoutFailure) -> GraphGeometry {
    GraphGeometry(graph, try run.placement())
  }
}
