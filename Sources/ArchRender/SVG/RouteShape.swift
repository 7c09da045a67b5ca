import ArchScene

/// A route ready to be drawn: a shaft, and arrowheads whose tips stand clear of the borders.
struct RouteShape {
  /// A tip, and the ends of the two strokes that lead to it.
  struct Head {
    var tip: Point
    var left: Point
    var right: Point
  }

  /// The route without the parts that the arrowheads take.
  private(set) var shaft: Route
  private(set) var heads: [Head] = []
  /// Whether heads are filled triangles or two strokes each.
  let look: ArrowHead

  /// Half the width of an arrowhead, in px.
  private var halfWidth: Double { look == .filled ? 3.5 : 4 }

  /// Shapes a route with a head at either end, at both or at none.
  init(_ route: Route, sourceHead: Bool, targetHead: Bool, look: ArrowHead = .filled) {
    shaft = route
    self.look = look
    if targetHead { addHead() }
    if sourceHead {
      shaft = shaft.reversed
      addHead()
      shaft = shaft.reversed
    }
  }

  private mutating func addHead() {
    let gap = PictureMetrics.arrowGap
    let length = PictureMetrics.arrowLength
    let tip = shaft.shortened(by: gap)
    let base = shaft.shortened(by: gap + length)
    guard let tipPoint = tip.points.last, let basePoint = base.points.last else { return }
    let distance = basePoint.distance(to: tipPoint)
    guard distance > 0 else { return }
    let across = Point(
      x: -(tipPoint.y - basePoint.y) / distance * halfWidth,
      y: (tipPoint.x - basePoint.x) / distance * halfWidth)
    heads.append(
      Head(
        tip: tipPoint, left: Point(x: basePoint.x + across.x, y: basePoint.y + across.y),
        right: Point(x: basePoint.x - across.x, y: basePoint.y - across.y)))
    switch look {
    // The shaft reaches a little into its head, so that no gap shows between the two.
    case .filled: shaft = shaft.shortened(by: gap + length - 1)
    case .open: shaft = shaft.shortened(by: gap + 1)
    }
  }
}

extension RouteShape {
  /// Shapes an edge of a picture.
  init(_ edge: SceneEdge) {
    self.init(
      edge.route, sourceHead: edge.hasSourceHead, targetHead: edge.hasTargetHead, look: edge.head)
  }
}

extension Route {
  /// The same line drawn from its other end.
  var reversed: Route {
    switch self {
    case .line(let points): .line(points.reversed())
    case .curve(let points): .curve(points.reversed())
    }
  }

  /// Returns the line without its last stretch of a length in px; at least its first point is left.
  func shortened(by length: Double) -> Route {
    switch self {
    case .line(let points): .line(Self.shortened(line: points, by: length))
    case .curve(let points): .curve(Self.shortened(curve: points, by: length))
    }
  }

  private static func shortened(line: [Point], by length: Double) -> [Point] {
    var points = line
    var rest = length
    while points.count > 1 {
      let end = points.removeLast()
      let before = points[points.count - 1]
      let piece = before.distance(to: end)
      if piece > rest {
        points.append(end.toward(before, rest / piece))
        return points
      }
      rest -= piece
    }
    return points
  }

  /// Takes away whole Bézier pieces that are shorter than the length, then shortens the next one,
  /// in which the distance to its end shrinks toward the end.
  private static func shortened(curve: [Point], by length: Double) -> [Point] {
    guard curve.count >= 4 else { return curve }
    var curve = curve
    var length = length
    while curve.count > 4 {
      let piece = curve[curve.count - 4].distance(to: curve[curve.count - 1])
      guard piece < length else { break }
      curve.removeLast(3)
      length -= piece
    }
    let count = curve.count
    let last = Bezier(curve[count - 4], curve[count - 3], curve[count - 2], curve[count - 1])
    var low = 0.0
    var high = 1.0
    for _ in 0..<18 {
      let middle = (low + high) / 2
      if last.isFarther(than: length, fromEndAt: middle) {
        low = middle
      } else {
        high = middle
      }
    }
    let part = last.part(upTo: low)
    return curve.dropLast(4) + [part.start, part.control1, part.control2, part.end]
  }
}
