import ArchScene

/// Where the boxes and words of a graph stand, before edges are routed: by the graph's own indices,
/// in px, moved by nothing yet.
struct Placement {
  var nodeFrames: [Rect]
  var clusterFrames: [Rect]
  /// The places that have been kept for the words of edges.
  var labels: [Rect?]
  var rung: Rung

  init(_ plan: LayoutPlan, _ reply: LayoutReply) {
    nodeFrames = plan.graph.nodes.indices.map { reply.frame(ofNode: $0, plan) }
    clusterFrames = reply.clusterFrames
    labels = zip(plan.graph.edges, plan.ways).map { edge, way -> Rect? in
      guard let size = edge.labelSize, case .throughLabel(let node) = way else { return nil }
      return Rect(center: reply.centers[node], size: size)
    }
    rung = plan.rung
  }

  /// A placement of nothing yet, for a graph that is placed part by part.
  init(of graph: LayoutGraph) {
    let nowhere = Rect(x: 0, y: 0, width: 0, height: 0)
    nodeFrames = graph.nodes.map { _ in nowhere }
    clusterFrames = graph.clusters.map { _ in nowhere }
    labels = graph.edges.map { _ in nil }
    rung = .full
  }
}

/// Places graphs in workers, within the time for one picture.
struct PlacementRun {
  private let limits: LayoutLimits
  private let worker: LayoutWorker
  private let budget: Int
  private let start = ContinuousClock.now

  init(_ graph: LayoutGraph, _ limits: LayoutLimits, _ worker: LayoutWorker) {
    self.limits = limits
    self.worker = worker
    budget = limits.milliseconds(for: graph)
  }

  /// Places a graph; what is in clusters with a direction of their own is placed by itself first.
  func place(_ graph: LayoutGraph) throws(LayoutFailure) -> Placement {
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
        return Placement(plan, reply)
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
}
