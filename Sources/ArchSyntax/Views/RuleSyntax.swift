/// `rule sqs/visibility-timeout "…" { … }`
package struct RuleSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var name: SyntaxNode? { node.child(.ruleName) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}

/// One line of a rule.
package struct RuleClauseSyntax: SyntaxView {
  /// Which line it is, by its first word.
  package enum Role: String, Sendable {
    case match, require, forbid, at, message, because, fix, suggest, bad, good
  }

  /// What `fix` and `suggest` do.
  package enum Repair: Sendable {
    /// Says what to do.
    case words(StringSyntax)
    /// Writes a statement.
    case add(StringSyntax)
    /// Sets an attribute.
    case set(ReferenceSyntax, SyntaxNode)
  }

  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var role: Role? { Role(rawValue: node.tree.text(ofToken: node.tokenRange.lowerBound)) }
  /// What `match` looks for.
  package var pattern: PatternSyntax? { node.child(.pattern).map(PatternSyntax.init) }
  /// The text of `because`, `message`, `bad` and `good`.
  package var string: StringSyntax? { node.child(.string).map(StringSyntax.init) }
  /// The condition of `require` and `forbid`.
  package var expression: SyntaxNode? { node.children.first { $0.kind != .error } }
  /// The place that `at` names.
  package var place: ReferenceSyntax? { node.child(.reference).map(ReferenceSyntax.init) }

  package var repair: Repair? {
    let parts = node.children.filter { $0.kind != .error }
    if parts.count == 2, parts[0].kind == .reference {
      return .set(ReferenceSyntax(node: parts[0]), parts[1])
    }
    guard let string else { return nil }
    return isAddition ? .add(string) : .words(string)
  }

  /// Whether the second word is `add`.
  private var isAddition: Bool {
    let second = node.tokenRange.dropFirst().first { !node.tree.tokens.kind($0).isTrivia }
    return second.map { node.tree.text(ofToken: $0) == "add" } ?? false
  }
}

/// `sqs as queue -> lambda where queue.type == fifo`
package struct PatternSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var operands: [PatternOperandSyntax] {
    node.children.filter { $0.kind == .patternOperand }.map(PatternOperandSyntax.init)
  }

  /// What stands between the operands: arrows, or the word `in`.
  package var links: [TokenKind] {
    let operands = operands
    return zip(operands, operands.dropFirst()).map { left, right in
      let tokens = node.tree.tokens
      return (left.node.tokenRange.upperBound..<right.node.tokenRange.lowerBound)
        .map { tokens.kind($0) }.first { !$0.isTrivia && $0 != .newline } ?? .identifier
    }
  }

  /// The expression behind `where`.
  package var condition: SyntaxNode? {
    node.children.first { $0.kind != .patternOperand && $0.kind != .error }
  }
}

/// `sqs, sns as sender`
package struct PatternOperandSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  /// The services and traits it may be.
  package var words: [SyntaxNode] { node.children.filter { $0.kind == .reference } }
  /// The name behind `as`.
  package var name: SyntaxNode? { node.child(.name) }
}
