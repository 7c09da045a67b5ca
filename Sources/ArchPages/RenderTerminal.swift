/// Writes a page for a terminal: at most `width` columns, headings bold where colour is wanted.
package func renderTerminal(_ page: Page, width: Int = 100, isColored: Bool = false) -> String {
  func bold(_ text: String) -> String { isColored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  var lines = wrapped(page.title, width: width).map(bold) + wrapped(page.summary, width: width)
  for block in page.blocks {
    switch block {
    case .heading(let text): lines += ["", bold(text)]
    case .paragraph(let text): lines += [""] + wrapped(text, width: width)
    case .definitions(let definitions):
      if block == page.blocks.first { lines.append("") }
      lines += definitionLines(definitions, width: width)
    case .table(let header, let rows): lines += [""] + tableLines([header] + rows)
    case .code(let text):
      lines += text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        .map { $0.isEmpty ? "" : "  \($0)" }
    }
  }
  return lines.joined(separator: "\n") + "\n"
}

/// Terms in a column of their own, unless one is so wide that the text would have no room.
private func definitionLines(_ definitions: [Page.Definition], width: Int) -> [String] {
  let column = min((definitions.map(\.term.count).max() ?? 0) + 4, 34, max(width - 30, 4))
  return definitions.flatMap { definition in
    let text = definition.lines.flatMap { wrapped($0, width: max(width - column, 30)) }
    let term = "  " + definition.term
    let indent = String(repeating: " ", count: column)
    guard term.count + 1 < column || text.isEmpty else { return [term] + text.map { indent + $0 } }
    let padding = String(repeating: " ", count: max(column - term.count, 0))
    let first = text.isEmpty ? term : term + padding + text[0]
    return [first] + text.dropFirst().map { indent + $0 }
  }
}

private func tableLines(_ rows: [[String]]) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in
    rows.map { $0[column].count }.max() ?? 0
  }
  return rows.map { row in
    var line = ""
    for (cell, width) in zip(row, widths) {
      line += cell + String(repeating: " ", count: width - cell.count + 2)
    }
    return String(line.reversed().drop { $0 == " " }.reversed())
  }
}

/// Breaks a text between words; a word that is wider than the line stands alone on one.
private func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
    if let last = lines.last, last.count + 1 + word.count <= width {
      lines[lines.count - 1] = last + " " + word
    } else {
      lines.append(String(word))
    }
  }
  return lines
}
