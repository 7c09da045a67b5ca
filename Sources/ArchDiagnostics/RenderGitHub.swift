import ArchSource

/// Renders a batch as workflow commands, which GitHub Actions shows beside the changed lines.
///
/// One line for each finding: `::error title=archc (name/unknown),file=a.arch,line=1,…::message`.
/// Columns are given only for places within one line, as GitHub misplaces others.
package func renderGitHub(_ reports: [Report]) -> String {
  Finding.all(in: reports).map { command($0) + "\n" }.joined()
}

private func command(_ finding: Finding) -> String {
  let place = finding.place
  var properties = [
    ("title", "archc (\(finding.rule))"), ("file", place.path), ("line", "\(place.start.line)"),
  ]
  if place.start.line == place.end.line {
    properties.append(("col", "\(place.start.column)"))
    properties.append(("endLine", "\(place.end.line)"))
    properties.append(("endColumn", "\(max(place.end.column, place.start.column + 1))"))
  } else {
    properties.append(("endLine", "\(place.end.line)"))
  }
  let list = properties.map { "\($0)=\(property($1))" }.joined(separator: ",")
  let lines = [finding.diagnostic.message] + finding.diagnostic.notes
  let message = lines.map { data(visibleText($0)) }.joined(separator: "%0A")
  return "::\(word(finding.diagnostic.severity)) \(list)::\(message)"
}

private func word(_ severity: Severity) -> String {
  switch severity {
  case .error: "error"
  case .warning: "warning"
  case .hint: "notice"
  }
}

/// The escapes of GitHub's own toolkit for the text after the last `::`.
private func data(_ text: String) -> String {
  escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"])
}

/// A property ends at a comma or a colon, so these are escaped as well.
private func property(_ text: String) -> String {
  visibleText(escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"]))
}

private func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
  text.unicodeScalars.map { escapes[$0] ?? String($0) }.joined()
}
