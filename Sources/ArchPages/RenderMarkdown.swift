/// Writes a page as Markdown for a DocC catalog.
package func renderMarkdown(_ page: Page) -> String {
  var parts = ["# \(page.title)", escaped(page.summary)]
  for block in page.blocks {
    switch block {
    case .heading(let text): parts.append("## \(text)")
    case .paragraph(let text): parts.append(escaped(text))
    case .definitions(let definitions): parts.append(markdownList(definitions))
    case .table(let header, let rows): parts.append(markdownTable(header, rows))
    }
  }
  return parts.joined(separator: "\n\n") + "\n"
}

private func markdownList(_ definitions: [Page.Definition]) -> String {
  definitions.map { definition in
    let lines = definition.lines.map { escaped($0).trimmingSpaces }.filter { !$0.isEmpty }
    let text = lines.joined(separator: "\n  ")
    return text.isEmpty ? "- **\(definition.term)**" : "- **\(definition.term)**: \(text)"
  }.joined(separator: "\n")
}

private func markdownTable(_ header: [String], _ rows: [[String]]) -> String {
  func line(_ cells: [String]) -> String {
    "| " + cells.map { escaped($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
  let rule = "|" + header.map { _ in "---|" }.joined()
  return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
}

/// The text with the characters that Markdown would take for its own.
private func escaped(_ text: String) -> String {
  var result = ""
  for character in text {
    if "*_<>`".contains(character) { result.append("\\") }
    result.append(character)
  }
  return result
}

extension String {
  fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
