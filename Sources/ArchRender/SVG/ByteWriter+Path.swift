import ArchScene

extension ByteWriter {
  /// Appends the path data of a route: bends of straight pieces are rounded, curves stay as they
  /// are.
  mutating func path(_ route: Route) {
    switch route {
    case .line(let points): roundedLine(points)
    case .curve(let points): curve(points)
    }
  }

  /// Appends the path data of an arrowhead: a closed triangle, or two strokes.
  mutating func path(_ head: RouteShape.Head, _ look: ArrowHead) {
    switch look {
    case .filled:
      command("M", head.tip)
      command("L", head.left)
      command("L", head.right)
      raw("z")
    case .open:
      command("M", head.left)
      command("L", head.tip)
      command("L", head.right)
    }
  }

  /// Appends the path data of the square in a group's corner: rounded as the group is where both
  /// meet, and where it ends inside.
  mutating func cornerTile(at corner: Point) {
    let side = PictureMetrics.groupTileSize
    let radius = PictureMetrics.groupRadius
    command("M", Point(x: corner.x, y: corner.y + radius))
    command("Q", corner)
    command(" ", Point(x: corner.x + radius, y: corner.y))
    command("L", Point(x: corner.x + side, y: corner.y))
    command("L", Point(x: corner.x + side, y: corner.y + side - radius))
    command("Q", Point(x: corner.x + side, y: corner.y + side))
    command(" ", Point(x: corner.x + side - radius, y: corner.y + side))
    command("L", Point(x: corner.x, y: corner.y + side))
    raw("z")
  }

  private mutating func curve(_ points: [Point]) {
    guard let first = points.first else { return }
    command("M", first)
    var index = 1
    while index + 2 < points.count {
      command("C", points[index])
      command(" ", points[index + 1])
      command(" ", points[index + 2])
      index += 3
    }
  }

  private mutating func roundedLine(_ points: [Point]) {
    guard let first = points.first, let last = points.last else { return }
    command("M", first)
    for index in points.indices.dropFirst().dropLast() {
      bend(from: points[index - 1], at: points[index], to: points[index + 1])
    }
    command("L", last)
  }

  private mutating func bend(from before: Point, at corner: Point, to after: Point) {
    let inward = before.distance(to: corner)
    let outward = corner.distance(to: after)
    let turn =
      (corner.x - before.x) * (after.y - corner.y) - (corner.y - before.y) * (after.x - corner.x)
    // A third of a pixel off the straight line is no bend.
    guard abs(turn) > max(inward, outward) / 3 else { return command("L", corner) }
    let radius = min(PictureMetrics.bendRadius, inward / 2, outward / 2)
    command("L", corner.toward(before, radius / inward))
    command("Q", corner)
    command(" ", corner.toward(after, radius / outward))
  }

  private mutating func command(_ letter: StaticString, _ point: Point) {
    raw(letter)
    number(point.x)
    raw(" ")
    number(point.y)
  }
}
