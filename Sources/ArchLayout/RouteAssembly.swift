import ArchScene

/// Makes the route of each edge of a graph, and finds places for words that have none yet.
struct RouteAssembly {
  private let graph: LayoutGraph
  private let tree: ClusterTree
  private let nodeFrames: [Rect]
  private let clusterFrames: [Rect]
  /// The places that have been kept for the words of edges.
  private let labels: [Rect?]

  init(_ graph: LayoutGraph, _ placement: Placement) {
    self.graph = graph
    tree = ClusterTree(graph)
    nodeFrames = placement.nodeFrames
    clusterFrames = placement.clusterFrames
    labels = placement.labels
  }

  /// The way of each edge from the border of its source to the border of its target, and the place
  /// of its words.
  func edges() -> [EdgeGeometry] {
    let routed = routeEdges(problem)
    var loopCounts: [LayoutGraph.End: Int] = [:]
    let routes = graph.edges.indices.map { index in
      let edge = graph.edges[index]
      if edge.source == edge.target {
        loopCounts[edge.source, default: 0] += 1
        return loop(at: edge.source, number: loopCounts[edge.source] ?? 1)
      }
      return routed.routes[index] ?? straight(edge)
    }
    return zip(routes, places(on: routes, routed.labels)).map {
      EdgeGeometry(route: .line($0), labelFrame: $1)
    }
  }

  /// Where the words of each edge stand; nil for one without any.
  private func places(on routes: [[Point]], _ kept: [Rect?]) -> [Rect?] {
    var places = kept
    let missing = graph.edges.indices.filter {
      graph.edges[$0].labelSize != nil && places[$0] == nil
    }
    guard !missing.isEmpty else { return places }
    var placement = LabelPlacement(groups: clusterFrames)
    for frame in nodeFrames + places.compactMap(\.self) + titles { placement.take(frame) }
    for index in missing {
      let edge = graph.edges[index]
      places[index] = edge.labelSize.map { size in
        edge.source == edge.target
          ? placement.place(size, besideBow: routes[index])
          : placement.place(size, on: routes[index])
      }
    }
    return places
  }

  // MARK: The problem

  private var problem: RoutingProblem {
    let titles = titles
    return RoutingProblem(
      boxes: nodeFrames,
      groups: clusterFrames.indices.map { index in
        RoutingProblem.Group(
          frame: clusterFrames[index], title: titles[index],
          parent: graph.clusters[index].parent)
      },
      lines: graph.edges.indices.map { index in
        let edge = graph.edges[index]
        return RoutingProblem.Line(
          source: terminal(edge.source, other: edge.target),
          target: terminal(edge.target, other: edge.source), label: labels[index],
          direction: graph.direction(around: [edge.source, edge.target]))
      })
  }

  /// The parts of groups that their titles take.
  private var titles: [Rect] {
    let inset = 6.0
    return zip(clusterFrames, graph.clusters).map { frame, cluster in
      return Rect(
        x: frame.x + inset, y: frame.y + inset,
        width: max(0, min(cluster.titleEnd, frame.width - inset) - inset),
        height: max(0, cluster.titleSize.height - 2 * inset))
    }
  }

  private func terminal(
    _ end: LayoutGraph.End, other: LayoutGraph.End
  ) -> RoutingProblem.Terminal {
    switch end {
    case .node(let node): RoutingProblem.Terminal(frame: nodeFrames[node], box: node)
    case .cluster(let cluster):
      RoutingProblem.Terminal(
        frame: clusterFrames[cluster], isAround: tree.contains(cluster, graph.scope(of: other)))
    }
  }

  private func frame(of end: LayoutGraph.End) -> Rect {
    switch end {
    case .node(let node): nodeFrames[node]
    case .cluster(let cluster): clusterFrames[cluster]
    }
  }

  // MARK: Ways that need no search

  /// How bows are drawn, in px.
  private enum Bow {
    /// Half of what they take of the side of their box.
    static let reach = 12.0
    /// How far they stand out above a box, where a title may be near, and beside it.
    static let height = 18.0
    static let width = 24.0
    /// From one to the next that goes round it.
    static let step = 5.0
    /// From the right end of a box to the middle of those above it: room for three.
    static let inset = 34.0
    /// Between one and the corner of its box.
    static let corner = 6.0
  }

  /// A small bow from a box back to it, on a side that lines to others do not take: above it where
  /// they run sideways, else on its right. Each further one of a box goes round those before it.
  private func loop(at end: LayoutGraph.End, number: Int) -> [Point] {
    let frame = frame(of: end)
    let isAbove = graph.direction(around: [end]).exit.axis == .x
    let side: Side = isAbove ? .top : .right
    let along = side.axis.other
    let step = Double(number - 1) * Bow.step
    let middle = isAbove ? max(frame.center.x, frame.maxX - Bow.inset) : frame.center.y
    let room = min(middle - frame.lower(along), frame.upper(along) - middle)
    let reach = min(min(room / 2, Bow.reach) + step, room - Bow.corner)
    let border = side.position(of: frame)
    let outer = side.outward(border, by: (isAbove ? Bow.height : Bow.width) + step)
    return [(border, -reach), (outer, -reach), (outer, reach), (border, reach)].map {
      Point($0, on: side.axis, middle + $1)
    }
  }

  /// A straight line on the way between two centres, where there is no other.
  private func straight(_ edge: LayoutGraph.Edge) -> [Point] {
    let (first, second) = (frame(of: edge.source), frame(of: edge.target))
    if first.contains(second) { return [Point(x: second.center.x, y: first.y), second.center] }
    if second.contains(first) { return [first.center, Point(x: first.center.x, y: second.y)] }
    return [first.borderPoint(toward: second.center), second.borderPoint(toward: first.center)]
  }
}

extension Rect {
  /// The point of the border on the way from the centre to a point.
  func borderPoint(toward point: Point) -> Point {
    let (dx, dy) = (point.x - center.x, point.y - center.y)
    let horizontal = dx == 0 ? Double.infinity : width / 2 / abs(dx)
    let vertical = dy == 0 ? Double.infinity : height / 2 / abs(dy)
    let part = min(horizontal, vertical)
    guard part.isFinite else { return Point(x: maxX, y: center.y) }
    return Point(
      x: min(max(center.x + dx * part, x), maxX), y: min(max(center.y + dy * part, y), maxY))
  }
}
