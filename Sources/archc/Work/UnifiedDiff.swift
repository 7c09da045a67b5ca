import ArchDiagnostics

/// The difference between two texts in the unified format that `patch` reads, three lines of
/// context around each change; empty where there is none.
func unifiedDiff(from old: [UInt8], to new: [UInt8], name: String, color: Bool) -> String {
  let rows = differingRows(lines(of: old), lines(of: new))
  guard rows.contains(where: { $0.mark != " " }) else { return "" }
  let style = DiffStyle(color: color)
  var text = style.header("--- \(visibleText(name))") + style.header("+++ \(visibleText(name))")
  for hunk in hunks(of: rows) {
    text += style.place(hunk)
    for row in hunk { text += style.line(row) }
  }
  return text
}

/// One line of both texts or of either.
private struct DiffRow {
  /// ` ` for both, `-` for the old one only, `+` for the new one only.
  var mark: Character
  var text: String
  /// The numbers, from 1, of the line or of the next one where it is missing.
  var oldLine: Int
  var newLine: Int
}

private func lines(of bytes: [UInt8]) -> [String] {
  var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
  if lines.last == "" { lines.removeLast() }
  return lines
}

private func differingRows(_ old: [String], _ new: [String]) -> [DiffRow] {
  let changes = new.difference(from: old)
  var removed = Set<Int>()
  var inserted = Set<Int>()
  for change in changes {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var rows: [DiffRow] = []
  var (oldIndex, newIndex) = (0, 0)
  while oldIndex < old.count || newIndex < new.count {
    if removed.contains(oldIndex) {
      rows.append(
        DiffRow(mark: "-", text: old[oldIndex], oldLine: oldIndex + 1, newLine: newIndex + 1))
      oldIndex += 1
    } else if inserted.contains(newIndex) {
      rows.append(
        DiffRow(mark: "+", text: new[newIndex], oldLine: oldIndex + 1, newLine: newIndex + 1))
      newIndex += 1
    } else {
      rows.append(
        DiffRow(mark: " ", text: new[newIndex], oldLine: oldIndex + 1, newLine: newIndex + 1))
      oldIndex += 1
      newIndex += 1
    }
  }
  return rows
}

/// The rows near changes, cut where more than six unchanged ones lie between.
private func hunks(of rows: [DiffRow]) -> [ArraySlice<DiffRow>] {
  let context = 3
  var ranges: [Range<Int>] = []
  for index in rows.indices where rows[index].mark != " " {
    let range = max(0, index - context)..<min(rows.count, index + context + 1)
    if let last = ranges.last, last.upperBound >= range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }
  return ranges.map { rows[$0] }
}

/// How the lines of a difference look, in colour or not.
private struct DiffStyle {
  var color: Bool

  func header(_ text: String) -> String { paint(text, "1") + "\n" }

  func place(_ hunk: ArraySlice<DiffRow>) -> String {
    guard let first = hunk.first else { return "" }
    let oldCount = hunk.count { $0.mark != "+" }
    let newCount = hunk.count { $0.mark != "-" }
    let oldStart = oldCount == 0 ? first.oldLine - 1 : first.oldLine
    let newStart = newCount == 0 ? first.newLine - 1 : first.newLine
    return paint("@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@", "36") + "\n"
  }

  func line(_ row: DiffRow) -> String {
    let text = "\(row.mark)\(visibleText(row.text))"
    switch row.mark {
    case "-": return paint(text, "31") + "\n"
    case "+": return paint(text, "32") + "\n"
    default: return text + "\n"
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
