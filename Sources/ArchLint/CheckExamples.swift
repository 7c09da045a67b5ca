package import ArchDiagnostics
import ArchModel
package import ArchSource
import ArchSyntax

/// Holds a rule against its own examples: each `bad` breaks this rule and no other of its program,
/// no
/// `good` breaks any. What bundled rules say of an example is not its business.
///
/// - Parameter program: The files that declare the rule, and the services and attributes that its
///   examples may use.
func checkExamples(of rule: Rule, _ syntax: RuleSyntax, in program: Program) -> [Diagnostic] {
  syntax.statements.flatMap { statement -> [Diagnostic] in
    guard case .ruleClause(let clause) = statement, let text = clause.string else { return [] }
    switch clause.role {
    case .bad:
      let found = findings(in: text.value, besides: program.sources.sources, with: .ofProgram)
      let others = found.filter { $0.id != rule.id }
      if found.count == others.count {
        return [.unbrokenExample(rule, at: text.location)]
          + others.map {
            .otherFinding($0, "bad", at: text.location)
          }
      }
      return others.map { .otherFinding($0, "bad", at: text.location) }
    case .good:
      return findings(in: text.value, besides: program.sources.sources, with: .ofProgram).map {
        .otherFinding($0, "good", at: text.location)
      }
    default: return []
    }
  }
}

/// Everything that is to be said about the text of an example.
///
/// - Parameter companions: Files whose services, attributes and rules the example knows.
package func findings(
  in text: String, besides companions: [SourceText] = [], with rules: RuleSelection = .all
) -> [Diagnostic] {
  let source = SourceText(name: "example.arch", bytes: Array("\(text)\n".utf8))
  let program = loadProgram(
    ImportedSource(identity: source.name, source: source),
    companions: companions.map { ImportedSource(identity: "of the rule: \($0.name)", source: $0) }
  ) { (_, _) throws(ImportFailure) in throw ImportFailure("an example imports nothing") }
  var timings = RuleTimings()
  return lint(program, resolve(program), rules: rules, timings: &timings)
    .filter { $0.primary.location.source == .root }
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
