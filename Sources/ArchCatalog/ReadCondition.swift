import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Reads the expression behind `where`; nil, and a problem, where it is none that can be decided.
func readCondition(
  _ node: SyntaxNode, problems: inout [Diagnostic]
) -> Condition? {
  let condition = readBoolean(node)
  if condition == nil { problems.append(.malformedCondition(node)) }
  return condition
}

private func readBoolean(_ node: SyntaxNode) -> Condition? {
  let operands = Array(node.children)
  switch node.kind {
  case .parenthesized: return operands.first.flatMap(readBoolean)
  case .unaryExpression:
    guard node.text.hasPrefix("not") else { return nil }
    return operands.first.flatMap(readBoolean).map { .not($0) }
  case .binaryExpression where operands.count == 2:
    let sign = operatorText(between: operands[0], and: operands[1])
    if sign == "and" || sign == "or" {
      guard let left = readBoolean(operands[0]), let right = readBoolean(operands[1]) else {
        return nil
      }
      return sign == "and" ? .all([left, right]) : .any([left, right])
    }
    guard let comparison = Condition.Comparison(rawValue: sign),
      let left = readOperand(operands[0], isLeft: true),
      let right = readOperand(operands[1], isLeft: false), comparison.takes(right)
    else { return nil }
    return .compare(left, comparison, right)
  case .reference:
    return readOperand(node, isLeft: true).map { .compare($0, .equal, .value(.boolean(true))) }
  default: return nil
  }
}

/// The operator: what stands between two operands but white space and comments.
private func operatorText(between left: SyntaxNode, and right: SyntaxNode) -> String {
  let tree = left.tree
  return (left.tokenRange.upperBound..<right.tokenRange.lowerBound)
    .filter { !tree.tokens.kind($0).isTrivia && tree.tokens.kind($0) != .newline }
    .map { tree.text(ofToken: $0) }.joined()
}

/// A name on the left is an attribute; on the right it is a word, unless it says whose attribute it
/// is.
private func readOperand(_ node: SyntaxNode, isLeft: Bool) -> Condition.Operand? {
  if node.kind == .reference {
    let names = ReferenceSyntax(node: node).names.map { node.tree.text(ofToken: $0) }
    switch (names.count, names[0]) {
    case (2, "source"): return .attribute(.source, names[1])
    case (2, "target"): return .attribute(.target, names[1])
    case (1, let name) where isLeft: return .attribute(.itself, name)
    case (1, _): break
    default: return nil
    }
  }
  return isLeft ? nil : readUntypedValue(node).map { .value($0) }
}

extension Condition.Comparison {
  /// Whether the comparison can be decided with this on its right: `in` needs a list, and the order
  /// of amounts an amount.
  fileprivate func takes(_ right: Condition.Operand) -> Bool {
    guard case .value(let value) = right else { return true }
    switch self {
    case .equal, .notEqual: return true
    case .oneOf: if case .list = value { return true } else { return false }
    case .less, .lessOrEqual, .greater, .greaterOrEqual: return value.magnitude != nil
    }
  }
}

extension Diagnostic {
  fileprivate static func malformedCondition(_ node: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/condition", .error, "'\(node.text)' is not a condition that can be decided",
      at: node.location,
      notes: [
        "compare an attribute with a value: 'type == rest', or in the clause of a connection "
          + "'source.type == standard and target.type != fifo'"
      ])
  }
}
