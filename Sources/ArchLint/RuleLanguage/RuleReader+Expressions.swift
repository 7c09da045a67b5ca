import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Expressions: a name with a dot is an attribute, a bare one an element of the rule or a word.
extension RuleReader {
  mutating func readExpression(_ node: SyntaxNode) -> RuleExpression? {
    let operands = Array(node.children)
    switch node.kind {
    case .parenthesized: return operands.first.flatMap { readExpression($0) }
    case .unaryExpression:
      guard let operand = operands.first.flatMap({ readExpression($0) }) else { return nil }
      return node.text.hasPrefix("not") ? .not(operand) : .negative(operand)
    case .binaryExpression: return readBinary(operands)
    case .quantifier: return readQuantifier(node)
    case .call: return readCall(node)
    case .reference: return readReference(ReferenceSyntax(node: node))
    case .error: return nil
    default:
      guard let value = readUntypedValue(node) else {
        problems.append(.unreadableExpression(node))
        return nil
      }
      return .constant(value)
    }
  }

  private mutating func readBinary(_ operands: [SyntaxNode]) -> RuleExpression? {
    guard operands.count == 2 else { return nil }
    let sign = operatorText(between: operands[0], and: operands[1])
    guard let left = readExpression(operands[0]), let right = readExpression(operands[1]) else {
      return nil
    }
    switch sign {
    case "and": return .all([left, right])
    case "or": return .any([left, right])
    default:
      if let comparison = Condition.Comparison(rawValue: sign) {
        return .compare(left, comparison, right)
      }
      return RuleExpression.Calculation(rawValue: sign).map { .calculate(left, $0, right) }
    }
  }

  mutating func readReference(_ syntax: ReferenceSyntax) -> RuleExpression? {
    let path = syntax.names.map { syntax.node.tree.text(ofToken: $0) }
    guard let first = path.first else { return nil }
    if path.count == 1 {
      if let slot = names.elements[first] { return .element(slot) }
      return readUntypedValue(syntax.node).map { .constant($0) }
    }
    let rest = Array(path.dropFirst())
    if let slot = names.elements[first] { return .attribute(slot, rest, syntax.location) }
    if first == "edge", let edge = names.edge {
      let attribute = RuleExpression.edgeAttribute(edge, rest[0], syntax.location)
      return rest.count == 1
        ? attribute : .beyond(attribute, Array(rest.dropFirst()), syntax.location)
    }
    if first == "diagram", rest.count == 1 { return .setting(rest[0], syntax.location) }
    problems.append(.unknownOwner(first, among: Array(names.elements.keys), at: syntax.location))
    return nil
  }

  private mutating func readCall(_ node: SyntaxNode) -> RuleExpression? {
    guard let callee = node.child(.reference) else { return nil }
    guard let function = RuleFunction(rawValue: callee.text) else {
      problems.append(.unknownFunction(callee))
      return nil
    }
    let arguments = node.children.dropFirst().filter { $0.kind != .error }
    guard function.takes(arguments.count) else {
      problems.append(.wrongArguments(function, node))
      return nil
    }
    switch function {
    case .is, .namedAs:
      guard let element = readExpression(arguments[0]) else { return nil }
      return .call(function, [element], words: arguments.dropFirst().map(\.text))
    default:
      let values = arguments.compactMap { readExpression($0) }
      guard values.count == arguments.count else { return nil }
      if function == .stated || function == .known || function == .default, !values[0].isAskable {
        problems.append(.notAskable(function, arguments[0]))
        return nil
      }
      return .call(function, values, words: [])
    }
  }
}

extension RuleExpression {
  /// Whether it can be asked if the text says it.
  fileprivate var isAskable: Bool {
    switch self {
    case .attribute, .edgeAttribute, .beyond, .setting: true
    default: false
    }
  }
}

extension RuleFunction {
  fileprivate func takes(_ count: Int) -> Bool {
    switch self {
    case .stated, .known, .length: count == 1
    case .default, .like: count == 2
    case .is, .namedAs, .min, .max: count >= 2
    }
  }

  /// How it is called, for messages.
  var usage: String {
    switch self {
    case .stated: "stated(it.retention)"
    case .known: "known(it.retention)"
    case .default: "default(edge.batch-size, 10)"
    case .is: "is(target, lambda, ecs)"
    case .like: "like(it.name, \"prod-*\")"
    case .length: "length(it.origin-group)"
    case .min: "min(a, b)"
    case .max: "max(a, b)"
    case .namedAs: "named-as(it, dlq, on-failure)"
    }
  }
}

/// The operator: the one token between two operands that is neither white space nor a comment.
private func operatorText(between left: SyntaxNode, and right: SyntaxNode) -> String {
  let tree = left.tree
  let token = (left.tokenRange.upperBound..<right.tokenRange.lowerBound).first {
    !tree.tokens.kind($0).isTrivia && tree.tokens.kind($0) != .newline
  }
  return token.map { tree.text(ofToken: $0) } ?? ""
}

/// Reads the text between the braces of a rule's message; nil where it holds no expression.
///
/// - Returns: The expression, and the check with room for what it asks.
func readBraces(
  _ text: String, of check: PatternCheck
) -> (expression: RuleExpression, check: PatternCheck)? {
  let source = SourceText(name: "message", bytes: Array("rule a/b {\nrequire \(text)\n}\n".utf8))
  let parsed = parse(source, id: .catalog)
  guard parsed.diagnostics.isEmpty else { return nil }
  for case .rule(let rule) in parsed.file.statements {
    for case .ruleClause(let clause) in rule.statements {
      var reader = RuleReader(rule, after: check)
      guard let expression = clause.expression.flatMap({ reader.readExpression($0) }),
        reader.problems.isEmpty
      else { return nil }
      var wider = check
      wider.elementSlots = reader.elementSlots
      wider.edgeSlots = reader.edgeSlots
      wider.quantifiers = reader.quantifiers
      return (expression, wider)
    }
  }
  return nil
}
