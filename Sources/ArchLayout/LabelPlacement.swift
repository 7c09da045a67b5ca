import ArchScene

/// Finds places for labels that Graphviz made no room for.
struct LabelPlacement {
  private var taken = RectIndex()

  /// Marks a box or a label that has its place.
  mutating func take(_ frame: Rect) { taken.insert(frame) }

  /// Puts a label on its route: in the middle if nothing is there, else nearby on the route, else
  /// just beside it, else in the middle after all.
  mutating func place(_ size: Size, on path: BezierPath) -> Rect {
    let way = Walk(path.samples)
    let parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]
    let centers = parts.map { way.point(at: $0) }
    let beside = centers.flatMap { center in
      [
        Point(x: center.x, y: center.y - size.height / 2 - 4),
        Point(x: center.x, y: center.y + size.height / 2 + 4),
        Point(x: center.x + size.width / 2 + 4, y: center.y),
        Point(x: center.x - size.width / 2 - 4, y: center.y),
      ]
    }
    let frames = (centers + beside).map { Rect(center: $0, size: size) }
    let frame = frames.first { !taken.overlaps($0) } ?? frames[0]
    take(frame)
    return frame
  }
}

/// A row of points by the part of its length.
private struct Walk {
  private let points: [Point]
  private var lengths: [Double] = [0]

  init(_ points: [Point]) {
    self.points = points
    for index in points.indices.dropFirst() {
      lengths.append(lengths[index - 1] + points[index - 1].distance(to: points[index]))
    }
  }

  func point(at part: Double) -> Point {
    let wanted = lengths[lengths.count - 1] * part
    guard let index = lengths.firstIndex(where: { $0 >= wanted }), index > 0 else {
      return points[0]
    }
    let piece = lengths[index] - lengths[index - 1]
    let rest = piece > 0 ? (wanted - lengths[index - 1]) / piece : 0
    return points[index - 1].toward(points[index], rest)
  }
}
