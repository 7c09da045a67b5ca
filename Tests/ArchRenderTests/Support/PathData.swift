import ArchScene
import Glibc

/// The points that path data of SVG leads through: ends of pieces, places along curves and arcs.
///
/// Reads the commands M, L, H, V, A, C and Z, absolute and relative; nil where there is anything
/// else, or a number too few.
struct PathData {
  private(set) var points: [Point] = []
  private var here = Point(x: 0, y: 0)
  private var start = Point(x: 0, y: 0)

  init?(_ text: String) {
    let pattern = /([A-Za-z])|[-+]?(?:\d+\.?\d*|\.\d+)/
    var command: Character?
    var numbers: [Double] = []
    for match in text.matches(of: pattern) {
      if let letter = match.output.1?.first {
        guard finish(command, numbers) else { return nil }
        (command, numbers) = (letter, [])
      } else if let number = Double(match.output.0) {
        numbers.append(number)
      }
    }
    guard finish(command, numbers), text.wholeMatch(of: /[-+.\d\sMLHVACZmlhvacz]*/) != nil else {
      return nil
    }
  }

  private mutating func finish(_ command: Character?, _ numbers: [Double]) -> Bool {
    guard let command else { return numbers.isEmpty }
    let counts: [Character: Int] = ["M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "C": 6, "Z": 0]
    let upper = Character(command.uppercased())
    guard let count = counts[upper] else { return false }
    guard count > 0 else {
      here = start
      return numbers.isEmpty
    }
    guard !numbers.isEmpty, numbers.count % count == 0 else { return false }
    for first in stride(from: 0, to: numbers.count, by: count) {
      step(upper, Array(numbers[first..<first + count]), isRelative: command != upper)
    }
    return true
  }

  private mutating func step(_ command: Character, _ n: [Double], isRelative: Bool) {
    let origin = isRelative ? here : Point(x: 0, y: 0)
    func point(_ index: Int) -> Point { Point(x: origin.x + n[index], y: origin.y + n[index + 1]) }
    let end =
      switch command {
      case "H": Point(x: origin.x + n[0], y: here.y)
      case "V": Point(x: here.x, y: origin.y + n[0])
      default: point(n.count - 2)
      }
    if command == "C" { curve(point(0), point(2), end) }
    if command == "A" { arc(n, to: end) }
    here = end
    if command == "M" { start = end }
    points.append(end)
  }

  private mutating func curve(_ first: Point, _ second: Point, _ end: Point) {
    for step in 0...16 {
      let t = Double(step) / 16
      let u = 1 - t
      func mix(_ part: (Point) -> Double) -> Double {
        u * u * u * part(here) + 3 * u * u * t * part(first) + 3 * u * t * t * part(second)
          + t * t * t * part(end)
      }
      points.append(Point(x: mix(\.x), y: mix(\.y)))
    }
  }

  /// Adds places along an arc by its centre, as SVG 1.1, F.6.5 finds it; no arc here is turned.
  private mutating func arc(_ n: [Double], to end: Point) {
    let half = Point(x: (here.x - end.x) / 2, y: (here.y - end.y) / 2)
    let reach = pow(half.x / n[0], 2) + pow(half.y / n[1], 2)
    guard reach > 0 else { return }
    let scale = max(1, reach.squareRoot())
    let (a, b) = (n[0] * scale, n[1] * scale)
    let off = max(0, 1 / min(reach, 1) - 1).squareRoot() * (n[3] == n[4] ? -1 : 1)
    let middle = Point(x: off * a * half.y / b, y: -off * b * half.x / a)
    let from = atan2((half.y - middle.y) / b, (half.x - middle.x) / a)
    var turn = atan2((-half.y - middle.y) / b, (-half.x - middle.x) / a) - from
    if n[4] == 1, turn < 0 { turn += 2 * .pi }
    if n[4] == 0, turn > 0 { turn -= 2 * .pi }
    for step in 0...16 {
      let angle = from + turn * Double(step) / 16
      let x = middle.x + (here.x + end.x) / 2 + a * cos(angle)
      points.append(Point(x: x, y: middle.y + (here.y + end.y) / 2 + b * sin(angle)))
    }
  }
}
