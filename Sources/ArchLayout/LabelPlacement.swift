import ArchScene

/// Finds places for labels that Graphviz made no room for.
struct LabelPlacement {
  /// The boxes of groups, on whose borders no label stands if it need not.
  private let groups: [Rect]
  private var taken = RectIndex()

  init(groups: [Rect]) { self.groups = groups }

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

  /// Puts a label beside a bow: it would cover a line that short.
  mutating func place(_ size: Size, besideBow bow: [Point]) -> Rect {
    let frame = bow.dropFirst().reduce(Rect(bow[0], bow[0])) { $0.union(Rect($1, $1)) }
    let (across, along) = (
      frame.width / 2 + 6 + size.width / 2, frame.height / 2 + 4 + size.height / 2
    )
    let middle = frame.center
    let right = frame.x + 2 + size.width / 2
    let centers = [
      Point(x: middle.x - across, y: middle.y), Point(x: middle.x + across, y: middle.y),
      Point(x: right, y: middle.y - along), Point(x: right, y: middle.y + along),
    ]
    let found = freeFrame(size, centers) ?? nearestFreeFrame(size, to: middle)
    take(found)
    return found
  }

  /// The first free place around some points, one on no border before all others.
  private func freeFrame(_ size: Size, _ centers: [Point]) -> Rect? {
    let free = centers.map { Rect(center: $0, size: size) }.filter { !taken.overlaps($0) }
    return free.first { !isOnBorder($0) } ?? free.first
  }

  private func isOnBorder(_ frame: Rect) -> Bool {
    groups.contains { $0.overlaps(frame) && !$0.contains(frame) }
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
