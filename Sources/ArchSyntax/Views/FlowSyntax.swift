/// `flow "Checkout" { … }`
package struct FlowSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}

/// `together { … }`: the moves in it happen at once.
package struct TogetherSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}

/// `import "network.arch" as network`
package struct ImportSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var path: StringSyntax? { node.child(.string).map(StringSyntax.init) }
  package var name: SyntaxNode? { node.child(.name) }
}

/// `diagram "Photo sharing" { … }`
package struct DiagramHeaderSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}
