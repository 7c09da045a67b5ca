/// Places a graph, and those that are part of it, in processes of a worker, within the time for one
/// picture.
///
/// The first process has its request as soon as there is a run; the others get theirs when the
/// answers before them are known.
final class PlacementRun {
  private let graph: LayoutGraph
  private let limits: LayoutLimits
  private let worker: LayoutWorker
  private let budget: Int
  private let start = ContinuousClock.now
  /// The plan of the first graph, and the process that is at it until its answer is asked for.
  private var first: (plan: LayoutPlan, process: LayoutProcess)?
  /// The processes that gave a good answer. They end by themselves, which takes the longer the more
  /// memory they had, and nobody waits for that before the run itself is dropped.
  private var leaving: [LayoutProcess] = []

  /// Starts a run with a process that has no request yet.
  init(
    _ graph: LayoutGraph, _ limits: LayoutLimits, _ worker: LayoutWorker, _ process: LayoutProcess
  ) {
    self.graph = graph
    self.limits = limits
    self.worker = worker
    budget = limits.milliseconds(for: graph)
    let plan = LayoutPlan(Self.firstPlaced(of: graph), rung: .full)
    process.send(plan, milliseconds: milliseconds(for: .full, left: budget))
    first = (plan, process)
  }

  /// The graph that `place` comes to first.
  private static func firstPlaced(of graph: LayoutGraph) -> LayoutGraph {
    TurnedClusters(graph)?.parts.first.map { firstPlaced(of: $0.graph) } ?? graph
  }

  /// The places of the whole graph; to be asked for once.
  func placement() throws(LayoutFailure) -> Placement { try place(graph) }

  /// Places a graph; what is in clusters with a direction of their own is placed by itself first.
  private func place(_ graph: LayoutGraph) throws(LayoutFailure) -> Placement {
    guard let turned = TurnedClusters(graph) else { return try placeAtOnce(graph) }
    var parts: [Placement] = []
    for part in turned.parts { parts.append(try place(part.graph)) }
    let outer = try place(turned.outerGraph(parts))
    return turned.joined(outer, parts)
  }

  /// Tries one rung after the other.
  private func placeAtOnce(_ graph: LayoutGraph) throws(LayoutFailure) -> Placement {
    var attempts: [LayoutFailure.Attempt] = []
    for rung in Rung.allCases {
      // What was too slow once is too slow again: only the last rung does less work.
      if attempts.last?.ending == .outOfTime, rung != .least { continue }
      guard let (plan, process) = asked(graph, rung) else { break }
      do throws(LayoutFailure.Ending) {
        let reply = try LayoutReply(try process.reply(), to: plan)
        try reply.check(plan)
        leaving.append(process)
        return Placement(plan, reply)
      } catch {
        if error == .unprepared { throw .engineMissing }
        attempts.append(LayoutFailure.Attempt(rung: rung, ending: error))
      }
    }
    throw .allFailed(attempts)
  }

  /// A process that is at a rung for a graph; nil when the time is up.
  private func asked(
    _ graph: LayoutGraph, _ rung: Rung
  ) -> (plan: LayoutPlan, process: LayoutProcess)? {
    if let first {
      self.first = nil
      return first
    }
    let spent = Int((ContinuousClock.now - start) / .milliseconds(1))
    let time = milliseconds(for: rung, left: budget - spent)
    guard time > 0 else { return nil }
    let plan = LayoutPlan(graph, rung: rung)
    let process = worker.start(limits)
    process.send(plan, milliseconds: time)
    return (plan, process)
  }

  /// How much of the time left a rung may take: the first ones leave some for the last.
  private func milliseconds(for rung: Rung, left: Int) -> Int {
    rung == .least ? left : left * 3 / 5
  }
}
