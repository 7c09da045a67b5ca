import ArchScene

/// Leads edges past the places that had been kept for their words, where that saves bends, and
/// puts the words on the new way.
///
/// Placing keeps room for words half way between two boxes, which need not be where a good way
/// runs; a line that winds through its own words looks worse than words that stand elsewhere.
struct DirectWays {
  private(set) var finder: RouteFinder
  /// The corners of each route; empty for an edge without one.
  private(set) var routes: [[Point]]
  /// A little more than what each route takes of the picture.
  private var frames: [Rect]
  /// Where the words of each edge stand, if room has been kept for them.
  private(set) var labels: [Rect?]

  /// Between words and the next bend or arrowhead of their line, in px.
  private static let lineLeft = 14.0
  /// Between words and anything that is not their own line.
  private static let clearance = 4.0
  /// In bigger pictures looking for crossings would take too long.
  private static let mostLines = 500

  init(_ finder: RouteFinder, routes: [[Point]]) {
    self.finder = finder
    self.routes = routes
    frames = routes.map(Self.frame)
    labels = finder.problem.lines.map(\.label)
  }

  mutating func run() {
    let looksForCrossings = routes.count <= Self.mostLines
    for line in routes.indices where routes[line].count > 2 {
      guard labels[line] != nil || looksForCrossings else { continue }
      let ways = finder.simpleWays(line)
      if labels[line] != nil { leadPastWords(line, ways) }
      if looksForCrossings { takeBestLane(line, ways) }
    }
  }

  /// Takes the way that a line would have without words, if it has fewer bends.
  private mutating func leadPastWords(_ line: Int, _ ways: [[Point]]) {
    let count = routes[line].count
    guard let way = ways.first ?? (count > 4 ? finder.directWay(line) : nil), way.count < count
    else { return }
    take(way, of: line)
  }

  /// Of the ways with one piece across, takes the one that crosses least.
  private mutating func takeBestLane(_ line: Int, _ ways: [[Point]]) {
    guard routes[line].count == 4 else { return }
    var least = crossings(of: routes[line], line)
    for way in ways where least > 0 {
      let count = crossings(of: way, line)
      if count < least, take(way, of: line) { least = count }
    }
  }

  /// Makes a way the route of a line, if its words have a place on it.
  @discardableResult
  private mutating func take(_ way: [Point], of line: Int) -> Bool {
    if let label = labels[line] {
      let size = Size(width: label.width, height: label.height)
      guard let place = place(for: size, on: way, of: line) else { return false }
      labels[line] = place
      finder.obstacles.moveLabel(of: line, to: place)
    }
    routes[line] = way
    frames[line] = Self.frame(around: way)
    return true
  }

  // MARK: Crossings

  /// How often a way crosses the routes of other lines.
  private func crossings(of way: [Point], _ line: Int) -> Int {
    let frame = Self.frame(around: way)
    return routes.indices.reduce(0) { count, other in
      guard other != line, frame.overlaps(frames[other]) else { return count }
      return count + Self.crossings(of: way, routes[other])
    }
  }

  private static func frame(around way: [Point]) -> Rect {
    guard let first = way.first else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return way.reduce(Rect(first, first)) { $0.union(Rect($1, $1)) }.insetBy(-1)
  }

  private static func crossings(of first: [Point], _ second: [Point]) -> Int {
    first.indices.dropLast().reduce(0) { count, index in
      let piece = Rect(first[index], first[index + 1])
      return count
        + second.indices.dropLast().count { crosses(piece, Rect(second[$0], second[$0 + 1])) }
    }
  }

  /// Whether a level piece and an upright one cross.
  private static func crosses(_ first: Rect, _ second: Rect) -> Bool {
    (first.height == 0) != (second.height == 0) && first.meets(second)
  }

  // MARK: Places

  /// The free place on a way that is nearest to its middle; nil where there is none.
  private func place(for size: Size, on way: [Point], of line: Int) -> Rect? {
    let middle = middle(of: way)
    return way.indices.dropLast().flatMap { centers(for: size, on: way, $0, middle) }
      .sorted { $0.distance(to: middle) < $1.distance(to: middle) }.lazy
      .map { Rect(center: $0, size: size) }
      .first { isFree($0, of: line) }
  }

  /// Points on one piece of a way around which words leave some of the line to be seen.
  private func centers(
    for size: Size, on way: [Point], _ piece: Int, _ middle: Point
  ) -> [Point] {
    let (start, end) = (way[piece], way[piece + 1])
    let axis: Axis = start.y == end.y ? .x : .y
    let half = (axis == .x ? size.width : size.height) / 2 + Self.lineLeft
    // The arrowhead takes some of the last piece.
    let head = piece == way.count - 2 ? RouteSpacing.stub - Self.lineLeft : 0
    let isAscending = start[axis] < end[axis]
    let lower = min(start[axis], end[axis]) + half + (isAscending ? 0 : head)
    let upper = max(start[axis], end[axis]) - half - (isAscending ? head : 0)
    guard lower <= upper else { return [] }
    let range = lower...upper
    let places = [
      range.clamp(middle[axis]), (lower + upper) / 2, lower, upper, (3 * lower + upper) / 4,
      (lower + 3 * upper) / 4,
    ]
    return places.map { Point($0, on: axis, start[axis.other]) }
  }

  private func isFree(_ frame: Rect, of line: Int) -> Bool {
    let kept = frame.insetBy(-Self.clearance)
    for found in finder.obstacles.near(kept) {
      let obstacle = finder.obstacles.obstacles[Int(found)]
      if obstacle.owner != .label(line), obstacle.frame.overlaps(kept) { return false }
    }
    for group in finder.problem.groups
    where group.frame.overlaps(kept) && !group.frame.contains(kept) {
      return false
    }
    return routes.indices.allSatisfy {
      $0 == line || !frames[$0].overlaps(kept) || !runs(routes[$0], through: kept)
    }
  }

  private func runs(_ route: [Point], through frame: Rect) -> Bool {
    route.indices.dropLast().contains { frame.meets(Rect(route[$0], route[$0 + 1])) }
  }

  /// The point half way along a way.
  private func middle(of way: [Point]) -> Point {
    let lengths = zip(way, way.dropFirst()).map { $0.distance(to: $1) }
    var rest = lengths.reduce(0, +) / 2
    for (index, length) in lengths.enumerated() {
      if rest <= length, length > 0 { return way[index].toward(way[index + 1], rest / length) }
      rest -= length
    }
    return way[0]
  }
}
