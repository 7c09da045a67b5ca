import ArchDiagnostics
import ArchLint

/// The rules as formats describe them that list rules beside findings.
var describedRules: [RuleDescription] {
  RuleBook.all.map { rule in
    let documentation = rule.documentation
    let parts = [documentation.rationale, documentation.advice ?? ""]
    return RuleDescription(
      rule.id, rule.severity, summary: rule.summary,
      explanation: parts.filter { !$0.isEmpty }.joined(separator: "\n\n"))
  }
}
