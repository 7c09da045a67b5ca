/// Finds a place for every box and a way for every edge.
///
/// Graphviz does the work, in a process of its own; when it crashes, hangs or answers nonsense, the
/// next rung asks for something simpler. The same graph gives the same geometry in every run.
///
/// - Parameters:
///   - limits: how many boxes and how much time and memory are allowed.
///   - worker: what runs in the other process; tests pass faulty ones.
/// - Throws: a `LayoutFailure`: the graph is too big, Graphviz is missing, or no rung succeeds.
package func layOut(
  _ graph: LayoutGraph, limits: LayoutLimits = .standard, worker: LayoutWorker = .graphviz
) throws(LayoutFailure) -> GraphGeometry {
  try GraphLayout(of: graph, limits: limits, worker: worker).geometry()
}
