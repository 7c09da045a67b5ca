package import ArchDiagnostics
package import ArchSource

/// A source with a comment under every place that was found at fault, and without the comments of
/// that kind it had:
/// ```
/// user -> cloudfornt
/// #       ^^^^^^^^^^ warning[name/unknown] unknown name 'cloudfornt'; did you mean 'cloudfront'?
/// #       fix: write 'cloudfront'
/// ```
/// A fixture states its expectations in this form, so it is right when it equals its annotated self:
/// whatever is missing, unexpected or elsewhere shows as a difference. Other places that a problem
/// names are marked with `note:`; a fix that may be applied unasked says `safe fix:`. For a place in
/// the first two columns the `#` itself is the first mark.
///
/// - Parameter id: What the diagnostics call the source.
package func annotated(
  _ source: SourceText, _ id: SourceID, with diagnostics: [Diagnostic]
) -> String {
  let table = LineTable(source)
  var lines = (1...table.count).map { source[ByteRange(table.content(ofLine: $0))] }
  let lastLine = lines.last == "" ? max(1, lines.count - 1) : lines.count
  var remarks = [[String]](repeating: [], count: lines.count + 1)
  for diagnostic in diagnostics.inReadingOrder() {
    let word = "\(diagnostic.severity.word)[\(diagnostic.id.name)]"
    if diagnostic.primary.location.source == id {
      let place = Place(diagnostic.primary.location.range, in: table, lastLine: lastLine)
      remarks[place.line].append("\(place.marks) \(word) \(diagnostic.message)")
      for fix in diagnostic.fixes {
        let kind = fix.isSafe ? "safe fix" : "fix"
        remarks[place.line].append("\(place.indentation)\(kind): \(fix.title)")
      }
    }
    for label in diagnostic.secondary where label.location.source == id {
      let place = Place(label.location.range, in: table, lastLine: lastLine)
      remarks[place.line].append("\(place.marks) note: \(label.text)")
    }
  }
  lines = zip(lines, remarks.dropFirst()).flatMap { line, remarks in
    (isRemark(line) ? [] : [line]) + remarks
  }
  return lines.joined(separator: "\n")
}

/// A place as it is marked in the line below it.
private struct Place {
  var line: Int
  /// `#   ^^^`
  var marks: String
  /// `#   `
  var indentation: String

  init(_ range: ByteRange, in table: LineTable, lastLine: Int) {
    let start = table.position(at: Int(range.lower))
    let end = table.position(at: Int(range.upper))
    let lineEnd = table.position(at: table.content(ofLine: start.line).upperBound)
    let endColumn = end.line == start.line ? end.column : lineEnd.column
    let count = max(1, endColumn - start.column)
    line = min(start.line, lastLine)
    indentation = "#" + String(repeating: " ", count: max(1, start.column - 2))
    marks =
      start.column > 2
      ? indentation + String(repeating: "^", count: count)
      : "#" + String(repeating: "^", count: count + start.column - 2)
  }
}

/// Whether a line is a comment of the kind that `annotated` writes.
private func isRemark(_ line: String) -> Bool {
  guard line.hasPrefix("#") else { return false }
  let words = line.dropFirst().drop { $0 == " " || $0 == "^" }
  return ["error[", "warning[", "hint[", "note:", "fix:", "safe fix:"]
    .contains(where: words.hasPrefix)
}

extension ByteRange {
  fileprivate init(_ range: Range<Int>) { self.init(range.lowerBound, range.upperBound) }
}
