import ArchScene

/// Finds places for labels that Graphviz made no room for.
struct LabelPlacement {
  private var taken = RectIndex()

  /// Marks a box or a label that has its place.
  mutating func take(_ frame: Rect) { taken.insert(frame) }

  /// Puts a label on its route: in the middle if nothing is there, else elsewhere on the route,
  /// else beside it, as near as there is room.
  mutating func place(_ size: Size, on path: [Point]) -> Rect {
    let way = Walk(path)
    let parts = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9]
    let centers = parts.map { way.point(at: $0) }
    let frame = freeFrame(size, centers) ?? freeFrame(size, Self.places(beside: centers, size))
    let found = frame ?? nearestFreeFrame(size, to: centers[0])
    take(found)
    return found
  }

  private func freeFrame(_ size: Size, _ centers: [Point]) -> Rect? {
    centers.lazy.map { Rect(center: $0, size: size) }.first { !taken.overlaps($0) }
  }

  /// Places that just do not touch a line through one of some points.
  private static func places(beside centers: [Point], _ size: Size) -> [Point] {
    let across = size.height / 2 + 4
    let along = size.width / 2 + 4
    return centers.flatMap { center in
      [
        Point(x: center.x, y: center.y - across), Point(x: center.x, y: center.y + across),
        Point(x: center.x + along, y: center.y), Point(x: center.x - along, y: center.y),
      ]
    }
  }

  /// The first free place on squares around a point, each a little larger than the one before. What
  /// is taken is finite, so there is one.
  private func nearestFreeFrame(_ size: Size, to center: Point) -> Rect {
    let step = 12.0
    var ring = 1.0
    while true {
      var places: [Point] = []
      for offset in stride(from: -ring, through: ring, by: 1) {
        for side in [-ring, ring] {
          places.append(Point(x: center.x + side * step, y: center.y + offset * step))
          places.append(Point(x: center.x + offset * step, y: center.y + side * step))
        }
      }
      if let frame = freeFrame(size, places) { return frame }
      ring += 1
    }
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
