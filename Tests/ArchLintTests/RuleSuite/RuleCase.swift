import ArchDiagnostics
import ArchLint
import ArchSource
import Testing

/// A rule, called by its name in the records of a run.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: Rule

  /// Every bundled rule, and those that hold diagrams against the catalog.
  static let all = RuleBook.all.map(RuleCase.init)

  var id: String { rule.id.name }
  var testDescription: String { id }

  /// The findings of this rule among some.
  func own(_ findings: [Diagnostic]) -> [Diagnostic] { findings.filter { $0.id == rule.id } }
}

/// Findings as lines to read in a record: `4: error[sqs/type] 'a' is no queue`.
///
/// - Parameter text: The file that the findings of the first source are about.
func described(_ findings: [Diagnostic], in text: String) -> String {
  let lines = LineTable(SourceText(name: "example.arch", text))
  return findings.map { finding in
    let place = finding.primary.location
    let line = place.source == .root ? "\(lines.line(at: Int(place.range.lower)))" : "part"
    return "  \(line): \(finding.severity.word)[\(finding.id.name)] \(finding.message)"
  }.joined(separator: "\n")
}

/// Records all of some problems at once, a line each.
func expectNone(_ problems: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  guard !problems.isEmpty else { return }
  let list = problems.map { "\n  \($0)" }.joined()
  Issue.record("\(problems.count) of them:\(list)", sourceLocation: sourceLocation)
}
