/// What a rule is about, for formats that describe the rules beside the findings.
package struct RuleDescription: Sendable, Equatable {
  package var id: DiagnosticID
  /// How much a finding of the rule matters unless told otherwise.
  package var severity: Severity
  /// One sentence.
  package var summary: String
  /// Why it matters and what to do, as Markdown.
  package var explanation: String
  /// The address of the page that explains the rule.
  package var docs: String?

  package init(
    _ id: DiagnosticID, _ severity: Severity, summary: String, explanation: String = "",
    docs: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.docs = docs
  }
}
