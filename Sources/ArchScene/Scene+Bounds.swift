extension Scene {
  /// The smallest rectangle around the boxes, routes and labels, in px; nil when there is none.
  package var contentBounds: Rect? {
    var bounds: Rect?
    func add(_ rect: Rect) { bounds = bounds?.union(rect) ?? rect }
    for group in groups { add(group.frame) }
    for node in nodes { add(node.outline) }
    for edge in edges {
      if let frame = edge.labelFrame { add(frame) }
      if let box = edge.route.bounds { add(box) }
    }
    return bounds
  }
}

extension Route {
  /// The smallest rectangle around the line, in px; nil without points.
  package var bounds: Rect? {
    let points = flattened
    guard let first = points.first else { return nil }
    var low = first
    var high = first
    for point in points {
      low = Point(x: min(low.x, point.x), y: min(low.y, point.y))
      high = Point(x: max(high.x, point.x), y: max(high.y, point.y))
    }
    return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }

  /// The line as straight pieces; a Bézier piece becomes eight.
  package var flattened: [Point] {
    guard case .curve(let points) = self else { return points }
    guard var start = points.first else { return [] }
    var result = [start]
    var index = 1
    while index + 2 < points.count {
      let piece = Bezier(start, points[index], points[index + 1], points[index + 2])
      for step in 1...8 { result.append(piece.point(at: Double(step) / 8)) }
      start = points[index + 2]
      index += 3
    }
    return result
  }
}
