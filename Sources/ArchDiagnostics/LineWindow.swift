import ArchSource

/// The part of a line that is shown, as cells.
///
/// Files made by machines can be one line of a megabyte, so only the surroundings of the marked
/// place are decoded.
struct LineWindow {
  /// The columns a line may take before it is cut.
  static let maximumWidth = 120
  /// The columns kept before the marked place when a line is cut.
  private static let lead = 40

  private var cells: [TerminalCell]
  private var isCutBefore: Bool
  private var isCutAfter: Bool

  /// Shows the part of a line around a byte offset.
  init(_ bytes: [UInt8], line: Range<Int>, around focus: Int) {
    let region = Self.region(of: bytes, line: line, around: focus)
    cells = terminalCells(bytes[region])
    isCutBefore = region.lowerBound > line.lowerBound
    isCutAfter = region.upperBound < line.upperBound
    if Self.width(cells) > Self.maximumWidth {
      cut(around: focus)
    }
  }

  /// Whether the line is shown from end to end.
  var isWhole: Bool { !isCutBefore && !isCutAfter }

  /// The line as it is printed, with `…` where it is cut.
  var text: String {
    let shown = cells.map(\.text).joined()
    return (isCutBefore ? "…" : "") + shown + (isCutAfter ? "…" : "")
  }

  /// The columns that some bytes of the line take: how many lie before, and how many they are,
  /// at least one.
  func columns(of range: Range<Int>) -> (before: Int, count: Int) {
    let before = cells.prefix { $0.bytes.upperBound <= range.lowerBound }
    let within = cells.dropFirst(before.count).prefix { $0.bytes.lowerBound < range.upperBound }
    let indent = Self.width(before) + (isCutBefore ? 1 : 0)
    return (indent, max(1, range.isEmpty ? 1 : Self.width(within)))
  }

  private mutating func cut(around focus: Int) {
    var excess = Self.width(cells.prefix { $0.bytes.upperBound <= focus }) - Self.lead
    while excess > 0, let first = cells.first {
      excess -= first.width
      cells.removeFirst()
      isCutBefore = true
    }
    var room = Self.maximumWidth
    let kept = cells.prefix { cell in
      room -= cell.width
      return room >= 0
    }
    isCutAfter = isCutAfter || kept.count < cells.count
    cells = Array(kept)
  }

  /// Some hundred bytes around the focus, from the start of one scalar to the start of another.
  private static func region(
    of bytes: [UInt8], line: Range<Int>, around focus: Int
  ) -> Range<Int> {
    func scalarStart(_ offset: Int) -> Int {
      var offset = offset
      while offset > line.lowerBound, offset < line.upperBound, bytes[offset] & 0xC0 == 0x80 {
        offset -= 1
      }
      return offset
    }
    let lower = max(line.lowerBound, focus - lead * 8)
    let upper = min(line.upperBound, max(lower, focus) + maximumWidth * 8)
    return scalarStart(lower)..<scalarStart(upper)
  }

  private static func width(_ cells: some Sequence<TerminalCell>) -> Int {
    cells.reduce(0) { $0 + $1.width }
  }
}
