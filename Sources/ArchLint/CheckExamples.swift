package import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// Holds a rule against its own examples: each `bad` breaks this rule and no other, no `good` breaks
/// any.
///
/// - Parameter rules: The rules that are tried besides the bundled ones.
func checkExamples(of rule: Rule, _ syntax: RuleSyntax, with rules: [Rule]) -> [Diagnostic] {
  syntax.statements.flatMap { statement -> [Diagnostic] in
    guard case .ruleClause(let clause) = statement, let program = clause.string else { return [] }
    switch clause.role {
    case .bad:
      let found = findings(in: program.value, with: rules)
      let others = found.filter { $0.id != rule.id }
      if found.count == others.count {
        return [.unbrokenExample(rule, at: program.location)]
          + others.map {
            .otherFinding($0, "bad", at: program.location)
          }
      }
      return others.map { .otherFinding($0, "bad", at: program.location) }
    case .good:
      return findings(in: program.value, with: rules).map {
        .otherFinding($0, "good", at: program.location)
      }
    default: return []
    }
  }
}

/// Everything that is to be said about the text of an example.
package func findings(in text: String, with rules: [Rule] = []) -> [Diagnostic] {
  let source = SourceText(name: "example.arch", bytes: Array("\(text)\n".utf8))
  let program = loadProgram(ImportedSource(identity: source.name, source: source)) {
    (_, _) throws(ImportFailure) in throw ImportFailure("an example imports nothing")
  }
  var timings = RuleTimings()
  return lint(program, resolve(program), ownRules: rules, timings: &timings)
}

extension Diagnostic {
  fileprivate static func unbrokenExample(_ rule: Rule, at location: Location) -> Diagnostic {
    Diagnostic(
      "rule/example", .error, "this example does not break '\(rule.id.name)'", at: location)
  }

  fileprivate static func otherFinding(
    _ finding: Diagnostic, _ role: String, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      "rule/example", .error,
      "this '\(role)' example is reported as '\(finding.id.name)' too", at: location,
      notes: [finding.message])
  }
}
