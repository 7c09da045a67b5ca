import ArchCatalog
package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// A rule, and what is wrong with its declaration; nil for a rule that cannot be used.
package struct RuleReading: Sendable {
  package var rule: Rule?
  package var problems: [Diagnostic]
}

/// Reads a rule's declaration: its shape and its names. Whether attributes exist and units fit is
/// for `problems(of:in:)` to say, which needs the catalog.
package func readRule(_ syntax: RuleSyntax) -> RuleReading {
  var reader = RuleReader(syntax)
  let rule = reader.read()
  return RuleReading(rule: rule, problems: reader.problems)
}

struct RuleReader {
  let syntax: RuleSyntax
  var problems: [Diagnostic] = []
  var names = RuleNames()
  var elementSlots = 0
  var edgeSlots = 0
  var quantifiers = 0
  /// Whether the expression being read stands in a quantifier.
  var isInQuantifier = false

  init(_ syntax: RuleSyntax) { self.syntax = syntax }

  /// A reader that goes on where the reading of a rule ended.
  init(_ syntax: RuleSyntax, after check: PatternCheck) {
    self.syntax = syntax
    names = check.names
    elementSlots = check.elementSlots
    edgeSlots = check.edgeSlots
    quantifiers = check.quantifiers
  }

  mutating func read() -> Rule? {
    guard let name = syntax.name else { return nil }
    var clauses: [(role: RuleClauseSyntax.Role, syntax: RuleClauseSyntax)] = []
    for case .ruleClause(let clause) in syntax.statements {
      if let role = clause.role { clauses.append((role, clause)) }
    }
    let matches = clauses.filter { $0.role == .match }
    guard let match = matches.first?.syntax.pattern else {
      problems.append(.ruleWithoutMatch(name))
      return nil
    }
    for other in matches.dropFirst() { problems.append(.secondMatch(other.syntax)) }
    guard let pattern = readPattern(match, isOuter: true) else { return nil }
    var check = PatternCheck(
      pattern: pattern, demands: [], fix: [], suggestion: [], elementSlots: 0, edgeSlots: 0,
      quantifiers: 0, names: names)
    for (role, clause) in clauses { read(role, clause, into: &check) }
    check.elementSlots = elementSlots
    check.edgeSlots = edgeSlots
    check.quantifiers = quantifiers
    let settings = readSettings()
    guard problems.isEmpty else { return nil }
    let syntax = syntax
    return Rule(
      DiagnosticID(name.text), settings.severity, syntax.label?.value ?? name.text,
      detail: settings.detail, yieldsTo: settings.yieldsTo, declaration: name.location,
      documentation: { readDocumentation(syntax) }, check: .pattern(check))
  }

  private mutating func read(
    _ role: RuleClauseSyntax.Role, _ clause: RuleClauseSyntax, into check: inout PatternCheck
  ) {
    switch role {
    case .require:
      if let expression = clause.expression.flatMap({ readExpression($0) }) {
        check.demands.append(.require(expression))
      }
    case .forbid:
      if let expression = clause.expression.flatMap({ readExpression($0) }) {
        check.demands.append(.forbid(expression))
      }
    case .at: check.place = clause.place.flatMap { readReference($0) }
    case .message: check.message = clause.string?.value
    case .fix: readRepair(clause, into: &check.fix)
    case .suggest: readRepair(clause, into: &check.suggestion)
    case .match, .because, .bad, .good: break
    }
  }

  private mutating func readRepair(
    _ clause: RuleClauseSyntax, into changes: inout [PatternCheck.Change]
  ) {
    switch clause.repair {
    case .add(let string): changes.append(.add(string.value))
    case .set(let reference, let value):
      guard let target = readReference(reference), let value = readExpression(value) else { return }
      switch target {
      case .attribute(_, let path, _) where path.count == 1: break
      case .edgeAttribute: break
      default:
        problems.append(.notSettable(reference))
        return
      }
      changes.append(.set(target, value))
    case .words, nil: break
    }
  }

  // MARK: Settings

  private struct Settings {
    var severity = Severity.warning
    var detail: DetailLevel?
    var yieldsTo: [DiagnosticID] = []
  }

  private mutating func readSettings() -> Settings {
    var settings = Settings()
    for case .attribute(let attribute) in syntax.statements {
      guard let name = attribute.name, let value = attribute.value else { continue }
      switch name.text {
      case "severity":
        if let severity = Severity.allCases.first(where: { $0.word == value.text }) {
          settings.severity = severity
        } else {
          problems.append(
            .unknownSetting(value, among: Severity.allCases.map(\.word), kind: "a severity"))
        }
      case "detail":
        settings.detail = DetailLevel(rawValue: value.text)
        if settings.detail == nil {
          problems.append(
            .unknownSetting(
              value, among: DetailLevel.allCases.map(\.rawValue), kind: "a level of detail"))
        }
      case "yields-to": settings.yieldsTo = ruleNames(in: value).map { DiagnosticID($0) }
      case "facts", "source", "same-as": break
      default: problems.append(.unknownRuleSetting(name))
      }
    }
    return settings
  }
}

/// The names in a list of rules, `[sqs/missing-dlq, …]` or `["sqs/missing-dlq"]`.
private func ruleNames(in value: SyntaxNode) -> [String] {
  value.text.split { "[], \n\"".contains($0) }.map(String.init)
}

/// Reads what a rule says of itself.
func readDocumentation(_ syntax: RuleSyntax) -> RuleDocumentation {
  var documentation = RuleDocumentation(rationale: "")
  for statement in syntax.statements {
    switch statement {
    case .attribute(let attribute):
      guard let value = attribute.value else { continue }
      switch attribute.name?.text {
      case "facts": documentation.facts = ruleNames(in: value)
      case "source": documentation.source = texts(in: value).joined(separator: "; ")
      case "same-as": documentation.equivalents = texts(in: value)
      default: break
      }
    case .ruleClause(let clause): documentation.add(clause)
    default: break
    }
  }
  return documentation
}

/// The strings of a value: one, or a list.
private func texts(in value: SyntaxNode) -> [String] {
  if value.kind == .string { return [StringSyntax(node: value).value] }
  return value.children.filter { $0.kind == .string }.map { StringSyntax(node: $0).value }
}

extension RuleDocumentation {
  fileprivate mutating func add(_ clause: RuleClauseSyntax) {
    switch clause.role {
    case .because: rationale = clause.string?.value ?? ""
    case .bad: if let program = clause.string { bad.append(program.value + "\n") }
    case .good: if let program = clause.string { good.append(program.value + "\n") }
    case .fix, .suggest:
      if case .words(let words)? = clause.repair {
        advice = words.value
      } else if clause.role == .fix {
        hasFix = true
      }
    case .match, .require, .forbid, .at, .message, nil: break
    }
  }
}
