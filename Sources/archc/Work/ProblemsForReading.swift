import ArchDiagnostics

/// The problems of a diagram as a person reads them, at most a page or two.
///
/// Of more than a hundred the errors come first, as without mending them there is no picture; the
/// rest is counted. The formats for machines hold them all.
func problemsForReading(_ report: Report, color: Bool) -> String {
  let most = 100
  let errors = report.diagnostics.filter { $0.severity == .error }
  let others = report.diagnostics.filter { $0.severity != .error }
  let surplus = report.diagnostics.count - most
  guard surplus > 0 else {
    return renderTerminal(report.diagnostics, in: report.sources, color: color)
  }
  let shown = Array((errors + others).prefix(most)).inReadingOrder()
  let more = surplus == 1 ? "1 more problem is" : "\(surplus) more problems are"
  return renderTerminal(shown, in: report.sources, color: color)
    + "\n\(more) not shown; 'archc check --format json' lists all\n"
}
