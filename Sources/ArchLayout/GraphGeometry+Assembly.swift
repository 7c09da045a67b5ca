import ArchScene

extension GraphGeometry {
  /// Makes the geometry of a graph whose boxes have been placed: Graphviz says where boxes and
  /// words stand, the ways between them are ours.
  init(_ graph: LayoutGraph, _ placement: Placement) {
    self.init(
      size: Size(width: 0, height: 0), nodeFrames: placement.nodeFrames,
      clusterFrames: placement.clusterFrames,
      edges: RouteAssembly(graph, placement).edges(), rung: placement.rung)
    moveIntoView(margin: graph.spacing.pictureMargin)
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
    let points = route.points.map { Point(x: $0.x + dx, y: $0.y + dy) }
    return EdgeGeometry(route: .line(points), labelFrame: labelFrame?.offset(dx: dx, dy: dy))
  }
}
