import ArchSource

/// Renders a batch as the JSON object of `archc check --format json`, with a newline at the end.
///
/// - Parameter rules: Descriptions of rules, from which findings get the address of their page.
package func renderJSON(_ reports: [Report], rules: [RuleDescription] = []) -> String {
  let docs = Dictionary(rules.map { ($0.id, $0.docs) }) { first, _ in first }
  let findings = Finding.all(in: reports).map { json($0, docs: docs[$0.diagnostic.id] ?? nil) }
  let document: JSONValue = [
    "version": 1, "findings": .array(findings), "summary": json(Summary(reports)),
  ]
  return JSONWriter.text(document, .pretty) + "\n"
}

private func json(_ finding: Finding, docs: String?) -> JSONValue {
  .object([
    "rule": .string(finding.rule),
    "severity": .string(finding.diagnostic.severity.word),
    "message": .string(finding.diagnostic.message),
    "path": .string(finding.place.path),
    "range": range(finding.place),
    "notes": .array(finding.diagnostic.notes.map { .string($0) }),
    "related": .array(
      finding.related.map { message, place in
        ["message": .string(message), "path": .string(place.path), "range": range(place)]
      }),
    "fixes": .array(finding.fixes.map(json)),
    "docs": docs.map { .string($0) },
  ])
}

private func json(_ fix: Finding.Fix) -> JSONValue {
  let edits = fix.edits.map { place, text -> JSONValue in
    ["path": .string(place.path), "range": range(place), "text": .string(text)]
  }
  return ["title": .string(fix.title), "safe": .bool(fix.isSafe), "edits": .array(edits)]
}

private func range(_ place: Finding.Place) -> JSONValue {
  [
    "start": ["line": .integer(place.start.line), "column": .integer(place.start.column)],
    "end": ["line": .integer(place.end.line), "column": .integer(place.end.column)],
  ]
}

private func json(_ summary: Summary) -> JSONValue {
  [
    "files": .integer(summary.files), "errors": .integer(summary.errors),
    "warnings": .integer(summary.warnings), "hints": .integer(summary.hints),
  ]
}
