import ArchScene

/// The ways of all edges of a problem.
struct RoutedEdges {
  /// For each edge the corners of its way from border to border, at least two, or nil where there
  /// is none.
  var routes: [[Point]?]
  /// Where the words of each edge stand for which room had been kept.
  var labels: [Rect?]
}

/// Finds upright ways for all edges of a problem and parts them where they share a channel.
func routeEdges(_ problem: RoutingProblem) -> RoutedEdges {
  let finder = RouteFinder(problem)
  let routes = problem.lines.indices.map { finder.route($0) ?? [] }
  var direct = DirectWays(finder, routes: routes)
  direct.run()
  var straight = Straightening(
    RouteBundle(
      problem: problem, obstacles: direct.finder.obstacles, routes: direct.routes,
      labels: direct.labels))
  straight.run()
  var lanes = LaneAssignment(straight.bundle)
  lanes.run()
  return RoutedEdges(
    routes: lanes.bundle.routes.map { $0.count < 2 ? nil : withoutNeedlessCorners($0) },
    labels: lanes.bundle.labels)
}
