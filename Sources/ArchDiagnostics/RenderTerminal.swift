package import ArchSource

/// Renders problems for a person at a terminal: what, where with the source below it, why, and what
/// to do.
///
///     error[name/unknown]: unknown name 'cloudfornt'
///      --> shop.arch:3:9
///       |
///     3 | user -> cloudfornt -> s3
///       |         ^^^^^^^^^^ nothing has this name
///       = fix: write 'cloudfront'
///       |
///     3 | user -> cloudfront -> s3
///       |         ~~~~~~~~~~
///
/// Text from files is made safe by `visibleText`, so only colour, when asked for, is an escape
/// sequence in the result.
package func renderTerminal(
  _ diagnostics: [Diagnostic], in sources: SourceMap, color: Bool = false
) -> String {
  let ordered = diagnostics.inReadingOrder()
  if ordered.isEmpty { return "" }
  let tables = sources.sources.map(LineTable.init)
  let style = TerminalStyle(color: color)
  return ordered.map { diagnostic in
    TerminalProblem(diagnostic, sources: sources, tables: tables).text(in: style)
  }.joined(separator: "\n")
}

/// One problem, laid out in rows before the width of the line numbers is known.
private struct TerminalProblem {
  private let diagnostic: Diagnostic
  private let excerpts: [(place: String, snippet: [SnippetRow])]
  private let fixes: [(title: String, preview: [SnippetRow])]

  init(_ diagnostic: Diagnostic, sources: SourceMap, tables: [LineTable]) {
    self.diagnostic = diagnostic
    let labels = [diagnostic.primary] + diagnostic.secondary
    var order: [SourceID] = []
    for label in labels where !order.contains(label.location.source) {
      order.append(label.location.source)
    }
    excerpts = order.compactMap { id in
      let own = labels.enumerated().filter { $0.element.location.source == id }
      guard let first = own.first?.element.location else { return nil }
      let table = tables[id.index]
      let place = table.position(at: first.range.indices.lowerBound)
      let marks = own.map { index, label in
        Snippet.Mark(
          range: label.location.range.indices, text: visibleText(label.text), isPrimary: index == 0)
      }
      return (
        "\(visibleText(sources[id].name)):\(place.line):\(place.column)",
        Snippet(marks, bytes: sources[id].bytes, table: table).rows
      )
    }
    fixes = diagnostic.fixes.map { fix in
      guard let id = fix.edits.first?.location.source else { return (fix.title, []) }
      return (fix.title, fixPreview(fix, bytes: sources[id].bytes, table: tables[id.index]))
    }
  }

  func text(in style: TerminalStyle) -> String {
    let rows = excerpts.flatMap(\.snippet) + fixes.flatMap(\.preview)
    let width = String(rows.compactMap(\.number).max() ?? 0).count
    let painter = RowPainter(style: style, severity: diagnostic.severity, width: width)
    var lines = [headline(in: style)]
    for (index, excerpt) in excerpts.enumerated() {
      lines.append(painter.place(excerpt.place, arrow: index == 0 ? "-->" : ":::"))
      lines.append(painter.bar)
      lines += excerpt.snippet.map(painter.row)
    }
    for note in diagnostic.notes {
      lines.append(painter.remark("note", visibleText(note)))
    }
    for fix in fixes {
      lines.append(painter.remark("fix", visibleText(fix.title)))
      if !fix.preview.isEmpty { lines.append(painter.bar) }
      lines += fix.preview.map(painter.row)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func headline(in style: TerminalStyle) -> String {
    let kind = "\(diagnostic.severity.word)[\(visibleText(diagnostic.id.name))]"
    return style.paint(kind, .severity(diagnostic.severity))
      + style.paint(": \(visibleText(diagnostic.message))", .message)
  }
}
