import ArchScene

/// A row of cubic Bézier pieces: a start, then three points a piece.
struct BezierPath {
  private(set) var points: [Point]

  /// Creates a path from 1 + 3n points with n at least 1.
  init(_ points: [Point]) {
    precondition(points.count >= 4 && points.count % 3 == 1)
    self.points = points
  }

  /// Creates a straight path.
  init(from start: Point, to end: Point) {
    self.init([start, start.toward(end, 1 / 3), start.toward(end, 2 / 3), end])
  }

  var start: Point { points[0] }
  var end: Point { points[points.count - 1] }
  var reversed: BezierPath { BezierPath(points.reversed()) }

  private var pieceCount: Int { (points.count - 1) / 3 }

  private func piece(_ index: Int) -> [Point] { Array(points[(index * 3)...(index * 3 + 3)]) }

  /// The path as a route: as straight lines when no piece bends.
  var route: Route {
    let isStraight = (0..<pieceCount).allSatisfy { index in
      let piece = piece(index)
      return piece[1].distance(toLineFrom: piece[0], to: piece[3]) < 0.05
        && piece[2].distance(toLineFrom: piece[0], to: piece[3]) < 0.05
    }
    guard isStraight else { return .curve(points) }
    return .line(
      Self.withoutNeedlessPoints(stride(from: 0, to: points.count, by: 3).map { points[$0] }))
  }

  /// Points of the path, close enough to one another to walk along.
  var samples: [Point] {
    [start]
      + (0..<pieceCount).flatMap { index in
        let piece = piece(index)
        return (1...16).map { Self.split(piece, at: Double($0) / 16).first[3] }
      }
  }
}

// MARK: Changing a path

extension BezierPath {
  /// The path with the part cut off that lies in a rectangle before the path leaves it for the last
  /// time; nil when it never leaves.
  func leaving(_ rect: Rect) -> BezierPath? {
    for index in (0..<pieceCount).reversed() {
      let piece = piece(index)
      let steps = (0...16).map { Self.split(piece, at: Double($0) / 16).first[3] }
      guard !rect.contains(piece[3]) || index < pieceCount - 1 else { return nil }
      guard let last = steps.lastIndex(where: rect.contains), last < 16 else { continue }
      var inside = Double(last) / 16
      var outside = Double(last + 1) / 16
      for _ in 0..<40 {
        let middle = (inside + outside) / 2
        if rect.contains(Self.split(piece, at: middle).first[3]) {
          inside = middle
        } else {
          outside = middle
        }
      }
      let rest = Self.split(piece, at: inside).second
      return BezierPath(rest + points[(index * 3 + 4)...])
    }
    return nil
  }

  /// The path without first pieces that end nearer than a length in px to its start: Graphviz cuts
  /// curves at a border into such stubs, which an arrowhead cannot follow.
  func withoutStub(shorterThan length: Double) -> BezierPath {
    var rest = points
    while rest.count > 4, rest[3].distance(to: points[0]) < length { rest.removeFirst(3) }
    return BezierPath(rest)
  }

  /// The path with its first point, and the handle beside it, moved.
  func starting(at point: Point) -> BezierPath {
    var moved = points
    moved[1].x += point.x - moved[0].x
    moved[1].y += point.y - moved[0].y
    moved[0] = point
    return BezierPath(moved)
  }

  /// The path with another behind it, whose start is this one's end; the handles on both sides of
  /// the meeting point are turned into one line, so that there is no bend.
  func joined(to next: BezierPath) -> BezierPath {
    var joined = points + next.points[1...]
    let middle = points.count - 1
    let before = joined[middle - 1].direction(to: joined[middle])
    let after = joined[middle].direction(to: joined[middle + 1])
    let sum = Point(x: before.x + after.x, y: before.y + after.y)
    let length = (sum.x * sum.x + sum.y * sum.y).squareRoot()
    guard length > 0.1 else { return BezierPath(joined) }
    let incoming = joined[middle - 1].distance(to: joined[middle]) / length
    let outgoing = joined[middle].distance(to: joined[middle + 1]) / length
    let center = joined[middle]
    joined[middle - 1] = Point(x: center.x - sum.x * incoming, y: center.y - sum.y * incoming)
    joined[middle + 1] = Point(x: center.x + sum.x * outgoing, y: center.y + sum.y * outgoing)
    return BezierPath(joined)
  }
}

// MARK: Arithmetic

extension BezierPath {
  /// De Casteljau's construction: the two pieces into which a piece falls at a parameter from 0 to
  /// 1.
  private static func split(_ piece: [Point], at time: Double) -> (first: [Point], second: [Point])
  {
    let a = piece[0].toward(piece[1], time)
    let b = piece[1].toward(piece[2], time)
    let c = piece[2].toward(piece[3], time)
    let ab = a.toward(b, time)
    let bc = b.toward(c, time)
    let middle = ab.toward(bc, time)
    return ([piece[0], a, ab, middle], [middle, bc, c, piece[3]])
  }

  /// The same line without points on the straight way between their neighbours.
  private static func withoutNeedlessPoints(_ points: [Point]) -> [Point] {
    var kept: [Point] = []
    for (index, point) in points.enumerated() {
      if let previous = kept.last, index < points.count - 1 {
        let next = points[index + 1]
        if point.distance(toLineFrom: previous, to: next) < 0.05 { continue }
      }
      kept.append(point)
    }
    return kept
  }
}

extension Point {
  /// The point a part of the way to another.
  func toward(_ other: Point, _ part: Double) -> Point {
    Point(x: x + (other.x - x) * part, y: y + (other.y - y) * part)
  }

  func distance(to other: Point) -> Double {
    let (dx, dy) = (other.x - x, other.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// A vector of length 1, or of length 0 between equal points.
  func direction(to other: Point) -> Point {
    let length = distance(to: other)
    guard length > 0 else { return Point(x: 0, y: 0) }
    return Point(x: (other.x - x) / length, y: (other.y - y) / length)
  }

  /// The distance to the piece of a line between two points.
  func distance(toLineFrom start: Point, to end: Point) -> Double {
    let length = start.distance(to: end)
    guard length > 0 else { return distance(to: start) }
    let along = ((x - start.x) * (end.x - start.x) + (y - start.y) * (end.y - start.y)) / length
    return distance(to: start.toward(end, min(max(along / length, 0), 1)))
  }
}
