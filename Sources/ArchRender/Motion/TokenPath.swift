import ArchScene

/// The way of a token along an edge, measured.
///
/// It is read from the path data as drawn, rounded bends included, so that a token never leaves
/// its line.
struct TokenPath {
  /// The line as straight pieces.
  private var points: [Point] = []
  /// The length of the line up to each point, in px.
  private var lengths: [Double] = []

  /// Measures path data of the commands `M`, `L`, `Q` and `C` with absolute coordinates.
  init(_ data: String) {
    var reader = PathReader(data)
    while let (command, values) = reader.next() { add(command, values) }
  }

  /// The whole length in px.
  var length: Double { lengths.last ?? 0 }

  /// Returns the point at a fraction of the length from 0, the start, to 1, the end.
  func point(at fraction: Double) -> Point {
    guard let first = points.first else { return Point(x: 0, y: 0) }
    let wanted = min(max(fraction, 0), 1) * length
    guard let index = lengths.firstIndex(where: { $0 >= wanted }), index > 0 else { return first }
    let piece = lengths[index] - lengths[index - 1]
    let part = piece > 0 ? (wanted - lengths[index - 1]) / piece : 0
    return points[index - 1].toward(points[index], part)
  }

  private mutating func add(_ command: Character, _ values: [Point]) {
    guard let start = points.last else { return append(values.last) }
    switch (command, values.count) {
    case ("Q", 2): append(Self.cubic(start, values[0], values[1]))
    case ("C", 3): append(Bezier(start, values[0], values[1], values[2]))
    default: append(values.last)
    }
  }

  /// Returns a quadratic piece raised to a cubic one.
  private static func cubic(_ start: Point, _ control: Point, _ end: Point) -> Bezier {
    Bezier(start, start.toward(control, 2 / 3), end.toward(control, 2 / 3), end)
  }

  private mutating func append(_ piece: Bezier) {
    for step in 1...16 { append(piece.point(at: Double(step) / 16)) }
  }

  private mutating func append(_ point: Point?) {
    guard let point else { return }
    lengths.append(points.last.map { length + $0.distance(to: point) } ?? 0)
    points.append(point)
  }
}

/// Reads path data command by command.
private struct PathReader {
  private var rest: Substring

  init(_ data: String) { rest = data[...] }

  /// Returns a command and its points; nil at the end.
  mutating func next() -> (command: Character, points: [Point])? {
    guard let command = rest.popFirst() else { return nil }
    let end = rest.firstIndex { $0.isLetter } ?? rest.endIndex
    let numbers = rest[..<end].split(separator: " ").compactMap { Double($0) }
    rest = rest[end...]
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map {
      Point(x: numbers[$0], y: numbers[$0 + 1])
    }
    return (command, points)
  }
}
