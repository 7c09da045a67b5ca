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
  try limits.check(graph)
  try worker.open()
  let budget = limits.milliseconds(for: graph)
  let start = ContinuousClock.now
  var attempts: [LayoutFailure.Attempt] = []
  for rung in Rung.allCases {
    let spent = Int((ContinuousClock.now - start) / .milliseconds(1))
    let time = milliseconds(for: rung, left: budget - spent)
    guard time > 0 else { break }
    // What was too slow once is too slow again: only the last rung does less work.
    if attempts.last?.ending == .outOfTime, rung != .least { continue }
    do throws(LayoutFailure.Ending) {
      let plan = LayoutPlan(graph, rung: rung)
      let bytes = try worker.run(plan, milliseconds: time, memory: limits.memory)
      let reply = try LayoutReply(bytes, to: plan)
      try reply.check(plan)
      return GraphGeometry(plan, reply)
    } catch {
      attempts.append(LayoutFailure.Attempt(rung: rung, ending: error))
    }
  }
  throw .allFailed(attempts)
}

/// How much of the time left a rung may take: the first ones leave some for the last.
private func milliseconds(for rung: Rung, left: Int) -> Int {
  rung == .least ? left : left * 3 / 5
}
