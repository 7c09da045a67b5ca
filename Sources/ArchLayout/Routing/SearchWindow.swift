import ArchScene
import ArchSource

/// The part of the picture in which a way is looked for: a grid of the lines along which routes may
/// run, and what each step on it costs.
///
/// Lines run beside boxes, half way between them, and through the ports. A step that would run
/// through the inside of an obstacle is impossible; one through a group that has nothing to do with
/// the edge, or along a group's border, is dear.
struct SearchWindow {
  /// How far around the two ends to look, and how much room to keep.
  enum Effort: CaseIterable {
    case near, far, everywhere, squeezed

    var margin: Double {
      switch self {
      case .near: 72
      case .far: 360
      case .everywhere, .squeezed: 1e6
      }
    }

    var clearance: Double {
      self == .squeezed ? RouteSpacing.leastClearance : RouteSpacing.clearance
    }
  }

  /// The coordinates of the upright and of the level lines, ascending.
  private(set) var xs: [Double] = []
  private(set) var ys: [Double] = []
  /// What the step from each point to the next one to the right costs, row by row.
  private(set) var rightward: [Float] = []
  /// What the step from each point to the next one below costs, row by row.
  private(set) var downward: [Float] = []

  static let impossible = Float.infinity

  init(
    _ frame: Rect, _ problem: RoutingProblem, _ map: ObstacleMap, _ own: RouteFinder.Own,
    ends: [RoutingProblem.Terminal], ports: [Port], _ effort: Effort
  ) {
    let area = frame.insetBy(-effort.margin)
    var kept: [Rect] = []
    for index in map.near(area) {
      let obstacle = map.obstacles[Int(index)]
      if case .label(own.line) = obstacle.owner { continue }
      let room = obstacle.kept(effort.clearance)
      if room.overlaps(area) { kept.append(room) }
    }
    for end in ends where end.box == nil && !end.isAround {
      kept.append(end.frame.insetBy(end.isLabel ? -RouteSpacing.wordClearance : -effort.clearance))
    }
    let borders = problem.groups.map(\.frame).filter { $0.overlaps(area) }
    xs = lines(.x, area, kept, borders, ports)
    ys = lines(.y, area, kept, borders, ports)
    setCosts()
    for rect in kept { makeDearer(rect, by: Self.impossible) }
    for group in problem.groups where group.frame.overlaps(area) {
      avoidBorder(of: group.frame)
      if !ends.contains(where: { group.frame.contains($0.frame.center) }) {
        makeDearer(group.frame, by: 2)
      }
    }
  }

  // MARK: Lines

  private func lines(
    _ axis: Axis, _ area: Rect, _ kept: [Rect], _ borders: [Rect], _ ports: [Port]
  ) -> [Double] {
    var edges: [Double] = []
    for rect in kept { edges += [rect.lower(axis), rect.upper(axis)] }
    let beside = RouteSpacing.border + 5
    for rect in borders {
      for border in [rect.lower(axis), rect.upper(axis)] {
        edges += [border - beside, border + beside]
      }
    }
    // Beyond the area not everything in the way is known.
    edges.removeAll { $0 < area.lower(axis) || $0 > area.upper(axis) }
    let approaches = ports.map { $0.approach[axis] }
    edges.sort()
    let mostGaps = 64
    var values = edges + approaches
    if edges.count <= mostGaps {
      for (lower, upper) in zip(edges, edges.dropFirst()) where upper - lower > 8 {
        values.append(((lower + upper) / 2).rounded())
      }
    }
    values.sort()
    var distinct: [Double] = []
    for value in values where distinct.last.map({ value - $0 > 0.01 }) ?? true {
      distinct.append(value)
    }
    return distinct
  }

  // MARK: Costs

  private mutating func setCosts() {
    let (width, height) = (xs.count, ys.count)
    rightward = [Float](repeating: Self.impossible, count: width * height)
    downward = rightward
    for row in 0..<height {
      for column in 0..<width - 1 {
        rightward[row * width + column] = Float(xs[column + 1] - xs[column])
      }
    }
    for row in 0..<max(height - 1, 0) {
      let step = Float(ys[row + 1] - ys[row])
      for column in 0..<width { downward[row * width + column] = step }
    }
  }

  /// The lines strictly inside a range, and the steps between lines that lie in it.
  private func span(
    _ lines: [Double], _ lower: Double, _ upper: Double
  ) -> (inside: Range<Int>, steps: Range<Int>) {
    let first = lines.partitioningIndex { $0 > lower + 0.01 }
    let last = lines.partitioningIndex { $0 >= upper - 0.01 }
    let step = lines.partitioningIndex { $0 >= lower - 0.01 }
    let stepEnd = lines.partitioningIndex { $0 > upper + 0.01 } - 1
    return (first..<max(first, last), step..<max(step, stepEnd))
  }

  /// Makes the steps through the inside of a rectangle cost more, along one axis or along both.
  private mutating func makeDearer(_ rect: Rect, by factor: Float, along only: Axis? = nil) {
    let across = span(xs, rect.x, rect.maxX)
    let down = span(ys, rect.y, rect.maxY)
    let width = xs.count
    if only != .y {
      for row in down.inside {
        for column in across.steps { rightward[row * width + column] *= factor }
      }
    }
    if only != .x {
      for row in down.steps {
        for column in across.inside { downward[row * width + column] *= factor }
      }
    }
  }

  /// A line beside the border of a group would look like a part of it.
  private mutating func avoidBorder(of frame: Rect) {
    let near = RouteSpacing.border
    for y in [frame.y, frame.maxY] {
      let strip = Rect(x: frame.x, y: y - near, width: frame.width, height: 2 * near)
      makeDearer(strip, by: 3, along: .x)
    }
    for x in [frame.x, frame.maxX] {
      let strip = Rect(x: x - near, y: frame.y, width: 2 * near, height: frame.height)
      makeDearer(strip, by: 3, along: .y)
    }
  }
}
