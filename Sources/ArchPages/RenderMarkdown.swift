/// Writes a page as Markdown for a DocC catalog.
package func renderMarkdown(_ page: Page) -> String {
  var parts = ["# \(escaped(page.title))", escaped(page.summary)].filter { !$0.isEmpty }
  for block in page.blocks {
    switch block {
    case .heading(let text): parts.append("## \(escaped(text))")
    case .paragraph(let text): parts.append(escaped(text))
    case .definitions(let definitions): parts.append(markdownList(definitions))
    case .table(let header, let rows): parts.append(markdownTable(header, rows))
    case .code(let text): parts.append("```arch\n\(text)```")
    }
  }
  return parts.joined(separator: "\n\n") + "\n"
}

private func markdownList(_ definitions: [Page.Definition]) -> String {
  definitions.map { definition in
    let lines = definition.lines.map(escaped).filter { !$0.isEmpty }
    let text = lines.joined(separator: "\n  ")
    let term = "- **\(escaped(definition.term))**"
    return text.isEmpty ? term : "\(term): \(text)"
  }.joined(separator: "\n")
}

private func markdownTable(_ header: [String], _ rows: [[String]]) -> String {
  func line(_ cells: [String]) -> String {
    "| " + cells.map { escaped($0).replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
  }
  let rule = "|" + header.map { _ in "---|" }.joined()
  return ([line(header), rule] + rows.map(line)).joined(separator: "\n")
}

/// The text on one line, so that Markdown shows its characters as they are: none of them makes
/// anything bold, a link, an entity, a heading or a list.
private func escaped(_ text: String) -> String {
  let line = text.split(whereSeparator: { $0 == " " || $0.isNewline }).joined(separator: " ")
  var result = ""
  for character in line {
    if "\\*_<>`[]&".contains(character) { result.append("\\") }
    result.append(character)
  }
  let first = result.prefix { $0.isASCII && $0.isNumber }
  let sign = result.dropFirst(first.count).first
  let isMark = first.isEmpty ? "#+-=~".contains(sign ?? " ") : sign == "." || sign == ")"
  return isMark ? "\(first)\\\(result.dropFirst(first.count))" : result
}
