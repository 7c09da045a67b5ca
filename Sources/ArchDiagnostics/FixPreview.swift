import ArchSource

/// The rows that show what a fix makes of the line it changes; none when it is not that simple.
///
/// Simple is: all edits in one line of one source, and no more than a few lines come of it.
/// Replaced text is marked in the new line; lines that come or go are shown with `+` and `-`.
func fixPreview(_ fix: FixIt, bytes: [UInt8], table: LineTable) -> [SnippetRow] {
  guard let edits = editsOfOneLine(fix, count: bytes.count, table: table) else { return [] }
  let number = table.line(at: edits[0].location.range.indices.lowerBound)
  let line = table.content(ofLine: number)
  let old = Array(bytes[line])
  guard let (new, marks) = applying(edits, to: old, at: line.lowerBound) else { return [] }
  if new.contains(UInt8(ascii: "\n")) {
    return addedLines(old, new, number: number)
  }
  let window = LineWindow(new, line: 0..<new.count, around: 0)
  guard window.isWhole else { return [] }
  if marks.allSatisfy(\.isEmpty) {
    return [
      .change(
        number: number, sign: "-", text: LineWindow(old, line: 0..<old.count, around: 0).text),
      .change(number: number, sign: "+", text: window.text),
    ]
  }
  let places = marks.filter { !$0.isEmpty }.map { window.columns(of: $0) }
  return [.line(number: number, text: window.text)]
    + places.map { .underline(before: $0.before, count: $0.count, mark: "~", text: "") }
}

/// The edits in order when all lie in one line of one source, of which they keep the ending.
private func editsOfOneLine(_ fix: FixIt, count: Int, table: LineTable) -> [TextEdit]? {
  let edits = fix.edits.sorted { $0.location.range.lower < $1.location.range.lower }
  guard let first = edits.first, edits.allSatisfy({ $0.location.source == first.location.source })
  else { return nil }
  let start = first.location.range.indices.lowerBound
  guard start <= count else { return nil }
  let line = table.content(ofLine: table.line(at: start))
  let isWithin = edits.allSatisfy { $0.location.range.indices.upperBound <= line.upperBound }
  return isWithin ? edits : nil
}

/// A line after some edits, and where in it the replacements stand; nil where edits overlap.
private func applying(
  _ edits: [TextEdit], to line: [UInt8], at start: Int
) -> ([UInt8], [Range<Int>])? {
  var result: [UInt8] = []
  var marks: [Range<Int>] = []
  var copied = 0
  for edit in edits {
    let range = edit.location.range.indices
    guard range.lowerBound - start >= copied else { return nil }
    result += line[copied..<range.lowerBound - start]
    marks.append(result.count..<result.count + edit.replacement.utf8.count)
    result += Array(edit.replacement.utf8)
    copied = range.upperBound - start
  }
  return (result + line[copied...], marks)
}

private func addedLines(_ old: [UInt8], _ new: [UInt8], number: Int) -> [SnippetRow] {
  var lines = new.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  while let last = lines.last, last.isEmpty { lines.removeLast() }
  guard lines.count <= 6 else { return [] }
  var isKept = false
  var rows: [SnippetRow] = lines.enumerated().map { index, line in
    let text = terminalCells(line).map(\.text).joined()
    if !isKept, line.elementsEqual(old) {
      isKept = true
      return .line(number: number + index, text: text)
    }
    return .change(number: number + index, sign: "+", text: text)
  }
  if !isKept {
    let text = terminalCells(old[...]).map(\.text).joined()
    rows.insert(.change(number: number, sign: "-", text: text), at: 0)
  }
  return rows
}
