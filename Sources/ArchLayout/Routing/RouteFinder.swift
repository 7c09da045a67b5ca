import ArchScene

/// Finds a way of upright pieces for one edge after another, each as if it were alone: short, with
/// few bends, through nobody's box and over nobody's words. Ways that share a channel are parted
/// afterwards.
struct RouteFinder {
  let problem: RoutingProblem
  var obstacles: ObstacleMap
  /// What a bend costs, as a length in px.
  static let bendCost = 48.0

  init(_ problem: RoutingProblem) {
    self.problem = problem
    obstacles = ObstacleMap(problem)
  }

  /// The corners of an edge's way from border to border; nil where there is none.
  func route(_ index: Int) -> [Point]? {
    let line = problem.lines[index]
    guard let label = line.label else { return directWay(index) }
    let axis = line.direction.exit.axis
    let isForward = line.source.frame.center[axis] <= line.target.frame.center[axis]
    let entry = Side(axis, isForward: !isForward)
    let middle = RoutingProblem.Terminal(frame: label, isLabel: true)
    guard
      let before = leg(from: line.source, to: middle, of: index, entry: entry),
      let after = leg(from: middle, to: line.target, of: index, exit: entry.opposite)
    else { return directWay(index) }
    return withoutNeedlessCorners(before + after)
  }

  /// The corners of an edge's way where it need not pass through the place kept for its words.
  func directWay(_ index: Int) -> [Point]? {
    let line = problem.lines[index]
    return leg(from: line.source, to: line.target, of: index)
  }

  /// A way between two terminals; a label is entered and left in the middle of its sides.
  private func leg(
    from source: RoutingProblem.Terminal, to target: RoutingProblem.Terminal, of line: Int,
    exit: Side? = nil, entry: Side? = nil
  ) -> [Point]? {
    let main = problem.lines[line].direction.exit
    let own = Own(line: line, source: source.box, target: target.box)
    if source.isAround, let way = inwardWay(around: target, source, own) { return way.reversed() }
    if target.isAround, let way = inwardWay(around: source, target, own) { return way }
    let facing = [main, main.opposite]
    if let quick = quickWay(
      source, target, ports(of: source, toward: target, main, exit.map { [$0] } ?? facing, true),
      ports(of: target, toward: source, main, entry.map { [$0] } ?? facing, false), own)
    {
      return quick
    }
    let exits = ports(of: source, toward: target, main, exit.map { [$0] } ?? Side.allCases, true)
    let entries = ports(
      of: target, toward: source, main, entry.map { [$0] } ?? Side.allCases, false)
    for effort in SearchWindow.Effort.allCases {
      let frame = source.frame.union(target.frame)
      let window = SearchWindow(
        frame, problem, obstacles, own, ends: [source, target], ports: exits + entries, effort)
      if let way = window.way(from: exits, to: entries) { return withoutNeedlessCorners(way) }
    }
    return nil
  }

  /// Whom an edge belongs to.
  struct Own {
    var line: Int
    var source: Int?
    var target: Int?

    func owns(_ owner: ObstacleMap.Owner) -> Bool {
      switch owner {
      case .box(let box): box == source || box == target
      case .label(let label): label == line
      case .title: false
      }
    }
  }

  // MARK: Ports

  /// Where an edge may leave a box by some sides, the best places of each side first.
  private func ports(
    of terminal: RoutingProblem.Terminal, toward other: RoutingProblem.Terminal, _ main: Side,
    _ sides: [Side], _ isSource: Bool
  ) -> [Port] {
    var ports: [Port] = []
    for side in sides {
      let middle = terminal.frame.center[side.axis.other]
      if terminal.isLabel {
        ports.append(Port(terminal, side, middle, cost: 0))
        continue
      }
      let cost = sideCost(side, main, terminal, other, isSource)
      let range = terminal.range(of: side)
      let straight = range.clamp(other.frame.center[side.axis.other])
      let best = terminal.box == nil ? straight : middle
      ports.append(Port(terminal, side, best, cost: cost))
      func add(_ position: Double, dearerBy extra: Double) {
        guard abs(position - best) > 0.5 else { return }
        ports.append(Port(terminal, side, position, cost: cost + extra))
      }
      add(straight, dearerBy: 2)
      // Where edges usually go they may also have to pass words beside the middle.
      if side.axis == main.axis {
        add(range.lowerBound, dearerBy: 8)
        add(range.upperBound, dearerBy: 8)
      }
    }
    return ports
  }

  /// What it costs to use a side: edges leave and arrive along the direction in which the picture
  /// is read.
  private func sideCost(
    _ side: Side, _ main: Side, _ terminal: RoutingProblem.Terminal,
    _ other: RoutingProblem.Terminal, _ isSource: Bool
  ) -> Double {
    if terminal.isAround || other.isAround { return 0 }
    let natural = isSource ? main : main.opposite
    if side == natural { return 0 }
    let gap = gap(from: isSource ? terminal : other, to: isSource ? other : terminal, main)
    if side == natural.opposite { return gap > 0 ? 160 : 20 }
    return gap > 0 ? 60 : 24
  }

  /// How far the target begins behind the source, along the direction; negative where it does not.
  private func gap(
    from source: RoutingProblem.Terminal, to target: RoutingProblem.Terminal, _ main: Side
  ) -> Double {
    let start = main.position(of: source.frame)
    let end = main.opposite.position(of: target.frame)
    return main.isForward ? end - start : start - end
  }

  // MARK: Ways without searching

  /// A straight way, or one with a single piece across, along the direction of the picture.
  private func quickWay(
    _ source: RoutingProblem.Terminal, _ target: RoutingProblem.Terminal, _ exits: [Port],
    _ entries: [Port], _ own: Own
  ) -> [Point]? {
    guard !source.isAround, !target.isAround,
      let (outgoing, entry) = facingPorts(exits, entries, problem.lines[own.line].direction.exit)
    else { return nil }
    if let straight = straightWay(outgoing, entry, source, target, own) { return straight }
    guard isRoom(from: outgoing, to: entry) else { return nil }
    if let way = stepWay(nearest(exits, to: entry), nearest(entries, to: outgoing), own) {
      return way
    }
    return wayAcross(outgoing, entry, own)
  }

  /// The ways of an edge along the direction of the picture that have no more than one piece
  /// across, and need not pass through the place kept for its words.
  func simpleWays(_ index: Int) -> [[Point]] {
    let line = problem.lines[index]
    let (source, target) = (line.source, line.target)
    let main = line.direction.exit
    let own = Own(line: index, source: source.box, target: target.box)
    guard !source.isAround, !target.isAround,
      let (exit, entry) = facingPorts(
        ports(of: source, toward: target, main, [main, main.opposite], true),
        ports(of: target, toward: source, main, [main, main.opposite], false), main)
    else { return [] }
    if let straight = straightWay(exit, entry, source, target, own) { return [straight] }
    guard isRoom(from: exit, to: entry) else { return [] }
    return lanes(exit, entry).compactMap { wayAcross(exit, entry, at: $0, own) }
  }

  /// Whether the place where one port's line may bend first lies before the other's.
  private func isRoom(from exit: Port, to entry: Port) -> Bool {
    let axis = exit.side.axis
    return exit.isForward == (entry.approach[axis] > exit.approach[axis])
  }

  /// A straight way between two ports that face each other, as near to their middle as is free.
  private func straightWay(
    _ exit: Port, _ entry: Port, _ source: RoutingProblem.Terminal,
    _ target: RoutingProblem.Terminal, _ own: Own
  ) -> [Point]? {
    let axis = exit.side.axis
    guard let range = commonRange(exit, entry, source, target) else { return nil }
    let (start, end) = (exit.point[axis], entry.point[axis])
    let wanted = range.clamp((exit.point[axis.other] + entry.point[axis.other]) / 2)
    let levels = levelsBeside(
      Rect(Point(start, on: axis, range.lowerBound), Point(end, on: axis, range.upperBound)),
      axis.other, own)
    return ([wanted] + levels.filter(range.contains).sorted { abs($0 - wanted) < abs($1 - wanted) })
      .lazy.map { [Point(start, on: axis, $0), Point(end, on: axis, $0)] }
      .first { isFree($0, own) }
  }

  /// The coordinates on an axis that lie just beside what stands in an area.
  private func levelsBeside(_ area: Rect, _ axis: Axis, _ own: Own) -> [Double] {
    obstacles.near(area.insetBy(-RouteSpacing.clearance)).flatMap { found -> [Double] in
      let obstacle = obstacles.obstacles[Int(found)]
      if own.owns(obstacle.owner) { return [] }
      let kept = obstacle.kept(RouteSpacing.clearance)
      return kept.overlaps(area) ? [kept.lower(axis), kept.upper(axis)] : []
    }
  }

  /// A way with a step so small that it will be straightened.
  private func stepWay(_ exit: Port, _ entry: Port, _ own: Own) -> [Point]? {
    let across = exit.side.axis.other
    guard abs(exit.point[across] - entry.point[across]) < RouteSpacing.step else { return nil }
    return wayAcross(exit, entry, own)
  }

  /// Of the ports on the side that faces another one, the one that is most nearly level with it.
  private func nearest(_ ports: [Port], to other: Port) -> Port {
    let across = other.side.axis.other
    let facing = ports.filter { $0.side == other.side.opposite }
    return facing.min {
      abs($0.point[across] - other.point[across]) < abs($1.point[across] - other.point[across])
    } ?? other
  }

  /// The first free way with one piece across.
  private func wayAcross(_ exit: Port, _ entry: Port, _ own: Own) -> [Point]? {
    lanes(exit, entry).lazy.compactMap { wayAcross(exit, entry, at: $0, own) }.first
  }

  /// Where the piece across may lie: half way, or at one of the ends.
  private func lanes(_ exit: Port, _ entry: Port) -> [Double] {
    let (first, last) = (exit.approach[exit.side.axis], entry.approach[exit.side.axis])
    return [(first + last) / 2, last, first]
  }

  /// A way with one piece across, at a place on the axis of both ports; nil where it is not free.
  private func wayAcross(_ exit: Port, _ entry: Port, at lane: Double, _ own: Own) -> [Point]? {
    let axis = exit.side.axis
    let points = [
      exit.point, Point(lane, on: axis, exit.point[axis.other]),
      Point(lane, on: axis, entry.point[axis.other]), entry.point,
    ]
    return isFree(points, own) ? withoutNeedlessCorners(points) : nil
  }

  /// The shortest straight way from a box to the border of a group around it.
  private func inwardWay(
    around box: RoutingProblem.Terminal, _ group: RoutingProblem.Terminal, _ own: Own
  ) -> [Point]? {
    let ways = Side.allCases.map { side in
      let middle = box.frame.center[side.axis.other]
      return [side.position(of: box.frame), side.position(of: group.frame)].map {
        Point($0, on: side.axis, middle)
      }
    }
    return ways.sorted { Rect($0[0], $0[1]).extent < Rect($1[0], $1[1]).extent }
      .first { isFree($0, own) }
  }

  /// A way out and a way in that face each other along the direction of the picture.
  private func facingPorts(
    _ exits: [Port], _ entries: [Port], _ main: Side
  ) -> (Port, Port)? {
    for side in [main, main.opposite] {
      guard let exit = exits.first(where: { $0.side == side }),
        let entry = entries.first(where: { $0.side == side.opposite })
      else { continue }
      let distance = entry.point[side.axis] - exit.point[side.axis]
      if side.isForward ? distance > 0 : distance < 0 { return (exit, entry) }
    }
    return nil
  }

  /// The coordinates across the direction at which a straight line joins both.
  private func commonRange(
    _ exit: Port, _ entry: Port, _ source: RoutingProblem.Terminal,
    _ target: RoutingProblem.Terminal
  ) -> ClosedRange<Double>? {
    let across = exit.side.axis.other
    let first =
      source.isLabel ? exit.point[across]...exit.point[across] : source.range(of: exit.side)
    let second =
      target.isLabel ? entry.point[across]...entry.point[across] : target.range(of: entry.side)
    return first.common(second)
  }

  private func isFree(_ points: [Point], _ own: Own) -> Bool {
    for index in points.indices.dropLast() {
      let piece = Rect(points[index], points[index + 1])
      for found in obstacles.near(piece.insetBy(-RouteSpacing.clearance)) {
        let obstacle = obstacles.obstacles[Int(found)]
        if own.owns(obstacle.owner) { continue }
        if obstacle.kept(RouteSpacing.clearance).meets(piece) { return false }
      }
      if runsAlongBorder(piece) { return false }
    }
    return true
  }

  /// Whether a piece runs so near beside the border of a group that it looks like a part of it.
  private func runsAlongBorder(_ piece: Rect) -> Bool {
    let axis: Axis = piece.height == 0 ? .x : .y
    let position = piece.lower(axis.other)
    let near = obstacles.borders.between(
      position - RouteSpacing.border, position + RouteSpacing.border, along: axis)
    return near.contains { $0.touches(piece.lower(axis), piece.upper(axis)) }
  }
}

extension Rect {
  /// Whether a piece of a line, or a rectangle, runs through the inside.
  func meets(_ piece: Rect) -> Bool {
    x < piece.maxX && piece.x < maxX && y < piece.maxY && piece.y < maxY
  }
}

extension Rect {
  /// The length of the piece of a line that the rectangle is.
  fileprivate var extent: Double { max(width, height) }
}

/// A place on the side of a box where an edge may leave it.
struct Port {
  var side: Side
  /// On the border.
  var point: Point
  /// Where the edge may bend first.
  var approach: Point
  /// Whether the edge leaves toward larger coordinates.
  var isForward: Bool
  var cost: Double
  /// From the border to the approach, in px.
  var clearance: Double

  init(_ terminal: RoutingProblem.Terminal, _ side: Side, _ position: Double, cost: Double) {
    self.side = side
    self.cost = cost
    clearance = terminal.isLabel ? RouteSpacing.wordClearance : RouteSpacing.stub
    let border = side.position(of: terminal.frame)
    point = Point(border, on: side.axis, position)
    isForward = terminal.leavesForward(side)
    let away = isForward ? border + clearance : border - clearance
    approach = Point(away, on: side.axis, position)
  }
}

/// The same way without points on the straight way between their neighbours.
func withoutNeedlessCorners(_ points: [Point]) -> [Point] {
  var kept: [Point] = []
  for point in points {
    if let last = kept.last, last == point { continue }
    if kept.count > 1 {
      let last = kept[kept.count - 1]
      let before = kept[kept.count - 2]
      let isStraight =
        before.x == last.x && last.x == point.x || before.y == last.y && last.y == point.y
      if isStraight { kept.removeLast() }
    }
    kept.append(point)
  }
  return kept
}
