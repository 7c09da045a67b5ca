import ArchSource

/// The rows that show some marked places of one source.
struct Snippet {
  private(set) var rows: [SnippetRow] = []
  private let bytes: [UInt8]
  private let table: LineTable
  /// The last line shown; 0 before the first.
  private var shown = 0

  /// A marked place; the first label of a problem is the primary one.
  struct Mark {
    var range: Range<Int>
    var text: String
    var isPrimary: Bool
  }

  /// One mark's part of one line.
  private struct Part {
    var line: Int
    var range: Range<Int>
    var text: String
    var isPrimary: Bool
  }

  init(_ marks: [Mark], bytes: [UInt8], table: LineTable) {
    self.bytes = bytes
    self.table = table
    let parts = marks.flatMap(parts).sorted {
      ($0.line, $0.isPrimary ? 0 : 1, $0.range.lowerBound)
        < ($1.line, $1.isPrimary ? 0 : 1, $1.range.lowerBound)
    }
    for part in parts { append(part) }
  }

  private mutating func append(_ part: Part) {
    let line = table.content(ofLine: part.line)
    let window = LineWindow(bytes, line: line, around: part.range.lowerBound)
    if part.line != shown || !window.isWhole {
      closeGap(before: part.line)
      rows.append(.line(number: part.line, text: window.text))
    }
    shown = part.line
    let columns = window.columns(of: part.range)
    rows.append(
      .underline(
        before: columns.before, count: columns.count, mark: part.isPrimary ? "^" : "-",
        text: part.text))
  }

  /// Shows a single line between two marked ones; more are left out.
  private mutating func closeGap(before line: Int) {
    guard shown > 0, line > shown + 1 else { return }
    guard line == shown + 2 else { return rows.append(.gap) }
    let between = table.content(ofLine: shown + 1)
    let window = LineWindow(bytes, line: between, around: between.lowerBound)
    rows.append(.line(number: shown + 1, text: window.text))
  }

  /// A mark line by line without indentation; of a long one only the first and the last line.
  private func parts(_ mark: Mark) -> [Part] {
    let upper = min(mark.range.upperBound, bytes.count)
    let lower = min(mark.range.lowerBound, upper)
    let first = table.line(at: lower)
    let last = table.line(at: max(lower, upper - 1))
    let lines = last - first < 3 ? Array(first...last) : [first, last]
    var parts: [Part] = lines.compactMap { line in
      let content = table.content(ofLine: line)
      var range = content.clamped(to: lower..<upper)
      if lines.count > 1 {
        range = withoutIndentation(range)
        if range.isEmpty { return nil }
      }
      return Part(line: line, range: range, text: "", isPrimary: mark.isPrimary)
    }
    if parts.isEmpty {
      parts = [Part(line: first, range: lower..<lower, text: "", isPrimary: mark.isPrimary)]
    }
    parts[parts.count - 1].text = mark.text
    return parts
  }

  private func withoutIndentation(_ range: Range<Int>) -> Range<Int> {
    let blank = bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return blank.endIndex..<range.upperBound
  }
}
