/// `rule sqs/visibility-timeout "…" { … }`
package struct RuleSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var name: SyntaxNode? { node.child(.ruleName) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}

/// One line of a rule: `match`, `require`, `forbid`, `because`, `fix`, `bad` or `good`.
package struct RuleClauseSyntax: SyntaxView {
  /// Which line it is.
  package enum Role: String, Sendable {
    case match, require, forbid, because, fix, bad, good
  }

  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var role: Role? { Role(rawValue: node.tree.text(ofToken: node.tokenRange.lowerBound)) }
  package var pattern: SyntaxNode? { node.child(.pattern) }
  package var string: StringSyntax? { node.child(.string).map(StringSyntax.init) }
  /// The condition of `require` and `forbid`, and what `fix set` assigns.
  package var expression: SyntaxNode? {
    node.children.filter { $0.kind != .error && $0.kind != .pattern }.last
  }
}
