import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// What is said about the declarations of rules.
extension Diagnostic {
  static func ruleWithoutMatch(_ name: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rule/missing-match", .error, "'\(name.text)' does not say what it looks for",
      at: name.location, notes: ["add 'match sqs', or 'match sqs -> lambda' for an edge"])
  }

  static func secondMatch(_ clause: RuleClauseSyntax) -> Diagnostic {
    Diagnostic(
      "rule/second-match", .error, "a rule looks for one thing", at: clause.location,
      notes: ["name several services with commas, 'match sqs, sns -> lambda', or write two rules"])
  }

  static func longPattern(_ pattern: PatternSyntax) -> Diagnostic {
    Diagnostic(
      "rule/pattern", .error, "a pattern has four elements at most", at: pattern.location)
  }

  static func insideInMatch(_ pattern: PatternSyntax) -> Diagnostic {
    Diagnostic(
      "rule/pattern", .error, "'match' looks for elements and edges", at: pattern.location,
      notes: ["ask for the place in a condition: 'match rds where it.subnet.tier == public'"])
  }

  static func nestedQuantifier(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rule/quantifier", .error, "'exists' and 'count' cannot stand inside one another",
      at: node.location)
  }

  static func severalAnchors(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rule/quantifier", .error, "a pattern here may speak of one element from outside",
      at: node.location,
      notes: ["with two, the rule would take more than linear time on large diagrams"])
  }

  static func unreadableExpression(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rule/expression", .error, "'\(node.text)' means nothing in a rule", at: node.location)
  }

  static func unreadableBraces(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "rule/braces", .error, "'{\(text)}' is no element, attribute or calculation of this rule",
      at: location, notes: ["write '{{' for a brace that is meant"])
  }

  static func unknownOwner(_ name: String, among names: [String], at location: Location)
    -> Diagnostic
  {
    let known = (names + ["edge", "diagram"]).sorted()
    let near = nearest(to: name, among: known).map { "did you mean '\($0)'? " } ?? ""
    return Diagnostic(
      "rule/unknown-name", .error, "'\(name)' is no element of this rule", at: location,
      notes: ["\(near)it speaks of \(known.alternatives)"])
  }

  static func unknownFunction(_ node: SyntaxNode) -> Diagnostic {
    let names = RuleFunction.allCases.map(\.rawValue) + ["exists", "count"]
    var problem = Diagnostic(
      "rule/unknown-function", .error, "there is no function '\(node.text)'", at: node.location,
      notes: ["there are \(names.sorted().alternatives)"])
    if let near = nearest(to: node.text, among: names) {
      problem.fixes = [FixIt("write '\(near)'", [TextEdit(node.location, near)], isSafe: false)]
    }
    return problem
  }

  static func wrongArguments(_ function: RuleFunction, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rule/arguments", .error, "'\(function.rawValue)' is called as \(function.usage)",
      at: node.location)
  }

  static func notAskable(_ function: RuleFunction, _ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "rule/arguments", .error, "'\(node.text)' is no attribute", at: node.location,
      notes: ["write \(function.usage)"])
  }

  static func notSettable(_ reference: ReferenceSyntax) -> Diagnostic {
    Diagnostic(
      "rule/fix", .error, "'\(reference.text)' is no attribute of an element or edge of this rule",
      at: reference.location)
  }

  static func unknownSetting(
    _ value: SyntaxNode, among words: [String], kind: String
  ) -> Diagnostic {
    var problem = Diagnostic(
      "rule/setting", .error, "'\(value.text)' is not \(kind)", at: value.location,
      notes: ["write \(words.alternatives)"])
    if let near = nearest(to: value.text, among: words) {
      problem.fixes = [FixIt("write '\(near)'", [TextEdit(value.location, near)], isSafe: false)]
    }
    return problem
  }

  static func unknownRuleSetting(_ name: SyntaxNode) -> Diagnostic {
    let names = ["detail", "facts", "same-as", "severity", "source", "yields-to"]
    var problem = Diagnostic(
      "rule/setting", .error, "a rule has no setting '\(name.text)'", at: name.location,
      notes: ["it has \(names.alternatives)"])
    if let near = nearest(to: name.text, among: names) {
      problem.fixes = [FixIt("write '\(near)'", [TextEdit(name.location, near)], isSafe: false)]
    }
    return problem
  }
}
