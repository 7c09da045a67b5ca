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
