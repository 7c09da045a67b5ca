import ArchScene

/// One straight piece of a route, and how far it may be moved sideways.
struct RouteSegment {
  /// Which route it belongs to, and which of its pieces it is.
  var route: Int
  var index: Int
  /// The axis along which it runs.
  var axis: Axis
  /// Where it lies on the other axis.
  var position: Double
  /// From where to where it runs.
  var span: ClosedRange<Double>
  /// Where it may lie.
  var range: ClosedRange<Double>
  /// What the route does at each end of the span.
  var lower: Turn
  var upper: Turn

  /// How a route goes on at the end of a piece.
  enum Turn {
    /// To smaller coordinates of the other axis.
    case back
    /// To larger ones.
    case forward
    /// It ends there.
    case end
  }
}

/// The routes of a problem while they are being parted: corners, and whose they are.
struct RouteBundle {
  let problem: RoutingProblem
  let obstacles: ObstacleMap
  /// The corners of each route; empty for an edge without one.
  var routes: [[Point]]
  /// Where the words of each edge stand, if room has been kept for them.
  var labels: [Rect?]

  /// How far a piece is moved at most, in px.
  private static let reach = 56.0

  /// All pieces that run along an axis, in the order of their positions, without the room they
  /// have.
  func segments(along axis: Axis) -> [RouteSegment] {
    var found: [RouteSegment] = []
    for route in routes.indices {
      let points = routes[route]
      for index in points.indices.dropLast() {
        let (start, end) = (points[index], points[index + 1])
        guard start[axis.other] == end[axis.other], start != end else { continue }
        found.append(shape(route, index))
      }
    }
    return found.sorted {
      ($0.position, $0.route, $0.index) < ($1.position, $1.route, $1.index)
    }
  }

  /// A piece with the room it has.
  func segment(_ route: Int, _ index: Int) -> RouteSegment {
    var segment = shape(route, index)
    segment.range = range(route, index, segment.axis, segment.position, segment.span)
    return segment
  }

  /// A piece without the room it has.
  func shape(_ route: Int, _ index: Int) -> RouteSegment {
    let points = routes[route]
    let axis: Axis = points[index].y == points[index + 1].y ? .x : .y
    let (start, end) = (points[index], points[index + 1])
    let across = axis.other
    let position = start[across]
    let before = turn(from: start, to: index > 0 ? points[index - 1] : nil, across)
    let after = turn(from: end, to: index + 2 < points.count ? points[index + 2] : nil, across)
    let isAscending = start[axis] <= end[axis]
    let span = min(start[axis], end[axis])...max(start[axis], end[axis])
    return RouteSegment(
      route: route, index: index, axis: axis, position: position, span: span,
      range: position...position, lower: isAscending ? before : after,
      upper: isAscending ? after : before)
  }

  private func turn(from point: Point, to next: Point?, _ across: Axis) -> RouteSegment.Turn {
    guard let next else { return .end }
    return next[across] < point[across] ? .back : .forward
  }

  // MARK: Room

  private func range(
    _ route: Int, _ index: Int, _ axis: Axis, _ position: Double, _ span: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let line = problem.lines[route]
    let isFirst = index == 0
    let isLast = index == routes[route].count - 2
    var range = room(route, axis, position, span, isFirst: isFirst, isLast: isLast)
    for (isEnd, terminal) in [(isFirst, line.source), (isLast, line.target)] where isEnd {
      let side = Side(axis, isForward: true)
      range = range.common(terminal.range(of: side)) ?? position...position
    }
    if let label = labels[route], holds(label, axis, position, span) {
      range = range.common(room(ofLabel: label, route, axis, position)) ?? position...position
    }
    return range.contains(position) ? range : position...position
  }

  /// How far a piece may be moved that takes its words along.
  private func room(
    ofLabel label: Rect, _ route: Int, _ axis: Axis, _ position: Double
  ) -> ClosedRange<Double> {
    let reach = 24.0
    // Others may come as far toward this one.
    let around = label.insetBy(-2 * reach)
    let isCrowded = obstacles.near(around).contains {
      let obstacle = obstacles.obstacles[Int($0)]
      return obstacle.owner != .label(route) && obstacle.frame.overlaps(around)
        && !(obstacle.frame.upper(axis) < label.lower(axis) - 2)
        && !(obstacle.frame.lower(axis) > label.upper(axis) + 2)
    }
    return isCrowded ? position...position : (position - reach)...(position + reach)
  }

  /// Whether a piece runs through the words of its edge.
  private func holds(
    _ label: Rect, _ axis: Axis, _ position: Double, _ span: ClosedRange<Double>
  ) -> Bool {
    position > label.lower(axis.other) && position < label.upper(axis.other)
      && span.lowerBound < label.upper(axis) && span.upperBound > label.lower(axis)
  }

  /// How far a piece may be moved before it meets something.
  private func room(
    _ route: Int, _ axis: Axis, _ position: Double, _ span: ClosedRange<Double>, isFirst: Bool,
    isLast: Bool
  ) -> ClosedRange<Double> {
    let across = axis.other
    var lower = position - Self.reach
    var upper = position + Self.reach
    let start = Point(span.lowerBound, on: axis, lower)
    let end = Point(span.upperBound, on: axis, upper)
    let line = problem.lines[route]
    for found in obstacles.near(Rect(start, end)) {
      let obstacle = obstacles.obstacles[Int(found)]
      switch obstacle.owner {
      case .label(route): continue
      case .box(let box) where isFirst && box == line.source.box: continue
      case .box(let box) where isLast && box == line.target.box: continue
      default: break
      }
      let kept = obstacle.kept(RouteSpacing.leastClearance + 2)
      guard kept.lower(axis) < span.upperBound, kept.upper(axis) > span.lowerBound else { continue }
      if kept.upper(across) <= position { lower = max(lower, kept.upper(across)) }
      if kept.lower(across) >= position { upper = min(upper, kept.lower(across)) }
      if kept.lower(across) < position, kept.upper(across) > position { return position...position }
    }
    let near = obstacles.borders.between(
      lower - RouteSpacing.border, upper + RouteSpacing.border, along: axis)
    for border in near where border.touches(span.lowerBound, span.upperBound) {
      let border = border.position
      if border < position { lower = max(lower, min(position, border + RouteSpacing.border)) }
      if border > position { upper = min(upper, max(position, border - RouteSpacing.border)) }
    }
    return lower...upper
  }

  // MARK: Moving

  /// Moves a piece sideways, with the ends of its neighbours and the words on it.
  mutating func move(_ segment: RouteSegment, to position: Double) {
    if let label = labels[segment.route],
      holds(label, segment.axis, segment.position, segment.span)
    {
      let step = position - segment.position
      labels[segment.route] = label.offset(
        dx: segment.axis == .y ? step : 0, dy: segment.axis == .x ? step : 0)
    }
    routes[segment.route][segment.index][segment.axis.other] = position
    routes[segment.route][segment.index + 1][segment.axis.other] = position
  }
}
