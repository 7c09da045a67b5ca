import ArchScene

/// Makes the route of each edge of a graph out of what the worker answered.
struct RouteAssembly {
  let plan: LayoutPlan
  let reply: LayoutReply

  /// How far Graphviz may end a route from the border of its node, in px; then we move the end.
  private static let tolerance = 6.0
  /// How far from a corner a route ends at least, in px: cards have round ones, whose curve is less
  /// than 1 px away from the side there.
  fileprivate static let cornerDistance = 6.0
  /// How long the first piece of a route is at least, in px: an arrowhead and its gap.
  private static let stubLength = 12.0

  /// The way of an edge from the border of its source to the border of its target.
  func path(ofEdge index: Int) throws(LayoutFailure.Ending) -> BezierPath {
    let edge = plan.graph.edges[index]
    guard let answered = try answeredPath(plan.ways[index]) else {
      return drawn(from: edge.source, to: edge.target)
    }
    let path = edge.isReversed ? answered.reversed : answered
    guard let half = try beginning(path, at: edge.source),
      let whole = try beginning(half.reversed, at: edge.target)
    else { return drawn(from: edge.source, to: edge.target) }
    return whole.reversed
  }

  /// What the worker answered for a way, from tail to head; nil when it did not route it.
  private func answeredPath(_ way: LayoutPlan.Way) throws(LayoutFailure.Ending) -> BezierPath? {
    switch way {
    case .drawnByUs: return nil
    case .direct(let edge):
      return reply.routes[edge].isEmpty ? nil : BezierPath(reply.routes[edge])
    case .throughLabel(let first, let second, let node):
      let center = reply.centers[node]
      let halves = [reply.routes[first], reply.routes[second]]
      guard !halves.contains([]) else { return nil }
      let (before, after) = (BezierPath(halves[0]), BezierPath(halves[1]))
      guard before.end.distance(to: center) < 2, after.start.distance(to: center) < 2 else {
        throw .answeredNonsense("route beside its label")
      }
      return before.reversed.starting(at: center).reversed.joined(to: after.starting(at: center))
    }
  }

  /// The path from the border of the end it starts at; nil when a cluster is never left.
  private func beginning(
    _ path: BezierPath, at end: LayoutGraph.End
  ) throws(LayoutFailure.Ending) -> BezierPath? {
    let frame = frame(of: end)
    switch end {
    case .cluster:
      guard let rest = path.leaving(frame) else { return nil }
      return rest.starting(at: frame.nearestBorderPoint(to: rest.start))
    case .node:
      let border = frame.nearestBorderPoint(to: path.start)
      guard border.distance(to: path.start) <= Self.tolerance else {
        throw .answeredNonsense("route ends beside its box")
      }
      return path.withoutStub(shorterThan: Self.stubLength)
        .starting(at: frame.keepingOffCorners(border, by: Self.cornerDistance))
    }
  }

  /// The frame of an end.
  private func frame(of end: LayoutGraph.End) -> Rect {
    switch end {
    case .node(let node): reply.frame(ofNode: node, plan)
    case .cluster(let cluster): reply.clusterFrames[cluster]
    }
  }

  /// A straight line from border to border, for edges that Graphviz does not draw.
  private func drawn(from source: LayoutGraph.End, to target: LayoutGraph.End) -> BezierPath {
    let (first, second) = (frame(of: source), frame(of: target))
    if source == target { return .loop(at: first) }
    if first.contains(second) {
      return BezierPath.shortest(from: second, toBorderOf: first).reversed
    }
    if second.contains(first) { return .shortest(from: first, toBorderOf: second) }
    return .straight(from: first, to: second)
  }
}

extension BezierPath {
  /// A straight line on the way between two centres, from border to border.
  fileprivate static func straight(from first: Rect, to second: Rect) -> BezierPath {
    func end(_ frame: Rect, toward other: Rect) -> Point {
      let border = frame.borderPoint(toward: other.center)
      return frame.keepingOffCorners(border, by: RouteAssembly.cornerDistance)
    }
    return BezierPath(from: end(first, toward: second), to: end(second, toward: first))
  }

  /// A straight line from the side of a rectangle to the nearest side of one around it.
  fileprivate static func shortest(from inner: Rect, toBorderOf outer: Rect) -> BezierPath {
    let center = inner.center
    let ways = [
      (Point(x: inner.x, y: center.y), Point(x: outer.x, y: center.y)),
      (Point(x: inner.maxX, y: center.y), Point(x: outer.maxX, y: center.y)),
      (Point(x: center.x, y: inner.maxY), Point(x: center.x, y: outer.maxY)),
      (Point(x: center.x, y: inner.y), Point(x: center.x, y: outer.y)),
    ]
    let best = ways.min { $0.0.distance(to: $0.1) < $1.0.distance(to: $1.1) } ?? ways[0]
    return BezierPath(from: best.0, to: best.1)
  }

  /// A small bow on the right side of a rectangle, from it and back to it.
  fileprivate static func loop(at frame: Rect) -> BezierPath {
    let (x, y) = (frame.maxX, frame.center.y)
    let reach = min(frame.height / 4, 12)
    return BezierPath([
      Point(x: x, y: y - reach), Point(x: x + 24, y: y - reach), Point(x: x + 24, y: y + reach),
      Point(x: x, y: y + reach),
    ])
  }
}

extension Rect {
  /// The point of the border that is nearest to a point in or outside the rectangle.
  func nearestBorderPoint(to point: Point) -> Point {
    let inside = Point(x: min(max(point.x, x), maxX), y: min(max(point.y, y), maxY))
    guard inside == point else { return inside }
    let sides = [
      Point(x: x, y: point.y), Point(x: maxX, y: point.y), Point(x: point.x, y: y),
      Point(x: point.x, y: maxY),
    ]
    return sides.min { $0.distance(to: point) < $1.distance(to: point) } ?? point
  }

  /// A point of the border moved along its side until it is so far from the corners, or to the
  /// middle of a side that is too short for that.
  func keepingOffCorners(_ point: Point, by distance: Double) -> Point {
    func kept(_ value: Double, _ lower: Double, _ upper: Double) -> Double {
      guard upper - lower > 2 * distance else { return (lower + upper) / 2 }
      return min(max(value, lower + distance), upper - distance)
    }
    let fromSides = min(abs(point.x - x), abs(point.x - maxX))
    let fromTopAndBottom = min(abs(point.y - y), abs(point.y - maxY))
    if fromSides <= fromTopAndBottom {
      return Point(x: point.x, y: kept(point.y, y, maxY))
    }
    return Point(x: kept(point.x, x, maxX), y: point.y)
  }

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
