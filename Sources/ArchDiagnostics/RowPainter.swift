/// Turns rows into lines of text beside a column of line numbers.
struct RowPainter {
  var style: TerminalStyle
  var severity: Severity
  /// The columns that line numbers take.
  var width: Int

  /// A row that holds nothing but the bar.
  var bar: String { margin("") + style.paint("|", .frame) }

  /// The row that names a place: `--> shop.arch:3:9`.
  func place(_ place: String, arrow: String) -> String {
    String(repeating: " ", count: width) + style.paint(arrow, .frame) + " \(place)"
  }

  /// The row of a note or of the title of a fix.
  func remark(_ kind: String, _ text: String) -> String {
    margin("") + style.paint("=", .frame) + " " + style.paint("\(kind):", .message) + " \(text)"
  }

  /// One row of an excerpt.
  func row(_ row: SnippetRow) -> String {
    switch row {
    case .line(let number, let text):
      return numbered(number, "|", .frame, text)
    case .change(let number, let sign, let text):
      return numbered(number, String(sign), .change, text)
    case .underline(let before, let count, let mark, let text):
      let underline = String(repeating: mark, count: count) + (text.isEmpty ? "" : " \(text)")
      return bar + String(repeating: " ", count: before + 1)
        + style.paint(underline, role(of: mark))
    case .gap:
      return style.paint("...", .frame)
    }
  }

  private func numbered(
    _ number: Int, _ bar: String, _ role: TerminalStyle.Role, _ text: String
  ) -> String {
    margin(String(number)) + style.paint(bar, role) + (text.isEmpty ? "" : " \(text)")
  }

  private func margin(_ number: String) -> String {
    let padding = String(repeating: " ", count: max(0, width - number.count))
    return style.paint(padding + number, .frame) + " "
  }

  private func role(of mark: Character) -> TerminalStyle.Role {
    switch mark {
    case "^": .severity(severity)
    case "~": .change
    default: .secondary
    }
  }
}
