package import ArchSource

/// `orders: sqs "Order queue" { … }`, `sqs "Invoices"`, `user` or `"Mobile app"`, alone or in a
/// connection.
package struct ElementSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  /// The name before `:`; nil in the forms without one.
  package var name: SyntaxNode? { node.child(.name) }
  /// The word after `:`; nil in the forms without one, and where it is still missing.
  package var serviceName: SyntaxNode? { node.child(.serviceName) }
  /// The name of an element or a service, in the forms without `:`.
  package var reference: ReferenceSyntax? { node.child(.reference).map(ReferenceSyntax.init) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var block: SyntaxNode? { node.child(.block) }
  package var statements: StatementSequence { StatementSequence(of: block) }

  /// The reference where it is all that the author wrote, as for most operands.
  package var bareReference: ReferenceSyntax? {
    guard let child = node.onlyChild, child.kind == .reference else { return nil }
    return ReferenceSyntax(node: child)
  }
}

/// `main.private.app`, or a single name.
package struct ReferenceSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  /// The tokens of the names between the dots.
  package var names: [Int] {
    node.tokenRange.filter {
      let kind = node.tree.tokens.kind($0)
      return kind == .identifier || kind == .number
    }
  }

  /// The token of the name when there is just one, the common case.
  package var singleName: Int? {
    let range = node.tokenRange
    return range.count == 1 ? range.lowerBound : nil
  }
}

/// A string literal: a label or a value.
package struct StringSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  /// The text the literal stands for, escapes resolved and a block string's indentation removed.
  package var value: String {
    StringLiteral.value(of: node.tree.source.bytes[node.range.indices])
  }
}

/// `user -> web -> app "GET /" { … }`
package struct ConnectionSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  /// The elements before the first arrow.
  package var operands: OperandsSyntax? { node.child(.operands).map(OperandsSyntax.init) }
  /// The arrows with what follows them.
  package var hops: [HopSyntax] {
    node.children.filter { $0.kind == .hop }.map(HopSyntax.init)
  }
}

/// Elements separated by commas.
package struct OperandsSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var elements: [ElementSyntax] {
    node.children.filter { $0.kind == .element }.map(ElementSyntax.init)
  }
}

/// An arrow, the elements behind it, and the label and settings of that part of the connection.
package struct HopSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var arrow: TokenKind { node.tree.tokens.kind(node.tokenRange.lowerBound) }
  package var arrowLocation: Location { node.tree.location(ofToken: node.tokenRange.lowerBound) }
  package var operands: OperandsSyntax? { node.child(.operands).map(OperandsSyntax.init) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var block: SyntaxNode? { node.child(.block) }
  package var statements: StatementSequence { StatementSequence(of: block) }
}

/// `retention = 14d`
package struct AttributeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var name: SyntaxNode? { node.child(.name) }
  /// The value; nil where it is still missing.
  package var value: SyntaxNode? { node.children.first { $0.kind != .name && $0.kind != .error } }
}
