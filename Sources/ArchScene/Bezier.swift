/// One cubic Bézier piece: where it starts, two controls, where it ends.
package struct Bezier: Sendable, Equatable {
  package var start: Point
  package var control1: Point
  package var control2: Point
  package var end: Point

  /// Creates a piece from its four points, in order.
  package init(_ start: Point, _ control1: Point, _ control2: Point, _ end: Point) {
    self.start = start
    self.control1 = control1
    self.control2 = control2
    self.end = end
  }

  /// The same line drawn from the other end.
  package var reversed: Bezier { Bezier(end, control2, control1, start) }

  /// Returns the point at a parameter from 0, the start, to 1, the end.
  package func point(at t: Double) -> Point {
    let s = 1 - t
    let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    return Point(
      x: a * start.x + b * control1.x + c * control2.x + d * end.x,
      y: a * start.y + b * control1.y + c * control2.y + d * end.y)
  }

  /// Returns whether the point at a parameter is farther from the end than a distance in px.
  package func isFarther(than distance: Double, fromEndAt t: Double) -> Bool {
    let point = point(at: t)
    let (dx, dy) = (point.x - end.x, point.y - end.y)
    return dx * dx + dy * dy > distance * distance
  }

  /// Returns the part from the start to a parameter, by de Casteljau's construction.
  package func part(upTo t: Double) -> Bezier {
    let a = start.toward(control1, t)
    let b = control1.toward(control2, t)
    let c = control2.toward(end, t)
    let ab = a.toward(b, t)
    let bc = b.toward(c, t)
    return Bezier(start, a, ab, ab.toward(bc, t))
  }
}

extension Point {
  /// Returns the point a fraction of the way to another.
  package func toward(_ other: Point, _ fraction: Double) -> Point {
    Point(x: x + (other.x - x) * fraction, y: y + (other.y - y) * fraction)
  }

  /// Returns the length of the straight line to another, in px.
  package func distance(to other: Point) -> Double {
    let dx = other.x - x
    let dy = other.y - y
    return (dx * dx + dy * dy).squareRoot()
  }
}
