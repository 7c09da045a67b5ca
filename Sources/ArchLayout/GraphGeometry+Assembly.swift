import ArchScene

extension GraphGeometry {
  /// Makes the geometry of a plan's graph out of a reply that has been checked.
  init(_ plan: LayoutPlan, _ reply: LayoutReply) throws(LayoutFailure.Ending) {
    let graph = plan.graph
    let nodeFrames = graph.nodes.indices.map { reply.frame(ofNode: $0, plan) }
    let assembly = RouteAssembly(plan: plan, reply: reply)
    var paths: [BezierPath] = []
    for edge in graph.edges.indices { paths.append(try assembly.path(ofEdge: edge)) }
    let labels = Self.labels(plan, reply, nodeFrames, paths)
    self.init(
      size: Size(width: 0, height: 0), nodeFrames: nodeFrames,
      clusterFrames: reply.clusterFrames,
      edges: zip(paths, labels).map { EdgeGeometry(route: $0.route, labelFrame: $1) },
      rung: plan.rung)
    moveIntoView(margin: graph.spacing.pictureMargin)
  }

  /// Where each edge's label stands.
  private static func labels(
    _ plan: LayoutPlan, _ reply: LayoutReply, _ nodeFrames: [Rect], _ paths: [BezierPath]
  ) -> [Rect?] {
    var labels: [Rect?] = zip(plan.graph.edges, plan.ways).map { edge, way in
      guard let size = edge.labelSize, case .throughLabel(_, _, let node) = way else { return nil }
      return Rect(center: reply.centers[node], size: size)
    }
    let missing = plan.graph.edges.indices.filter {
      plan.graph.edges[$0].labelSize != nil && labels[$0] == nil
    }
    guard !missing.isEmpty else { return labels }
    var placement = LabelPlacement()
    for frame in nodeFrames + labels.compactMap(\.self) { placement.take(frame) }
    for index in missing {
      labels[index] = plan.graph.edges[index].labelSize.map {
        placement.place($0, on: paths[index])
      }
    }
    return labels
  }

  /// Moves everything so that it begins at a margin from the corner, and sets the size.
  private mutating func moveIntoView(margin: Double) {
    let points = edges.flatMap(\.route.points).map { Rect(x: $0.x, y: $0.y, width: 0, height: 0) }
    let frames = nodeFrames + clusterFrames + edges.compactMap(\.labelFrame) + points
    let first = Rect(x: 0, y: 0, width: 0, height: 0)
    let all = frames.dropFirst().reduce(frames.first ?? first) { $0.union($1) }
    let (dx, dy) = ((margin - all.x).rounded(), (margin - all.y).rounded())
    nodeFrames = nodeFrames.map { $0.offset(dx: dx, dy: dy) }
    clusterFrames = clusterFrames.map { $0.offset(dx: dx, dy: dy) }
    edges = edges.map { $0.offset(dx: dx, dy: dy) }
    size = Size(
      width: (all.maxX + dx + margin).rounded(.up), height: (all.maxY + dy + margin).rounded(.up))
  }
}

extension EdgeGeometry {
  fileprivate func offset(dx: Double, dy: Double) -> EdgeGeometry {
    let move = { (point: Point) in Point(x: point.x + dx, y: point.y + dy) }
    let moved: Route =
      switch route {
      case .line(let points): .line(points.map(move))
      case .curve(let points): .curve(points.map(move))
      }
    return EdgeGeometry(route: moved, labelFrame: labelFrame?.offset(dx: dx, dy: dy))
  }
}
