/// `service sqs "Amazon SQS" { … }`
package struct ServiceSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var name: SyntaxNode? { node.child(.name) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}

/// `attributes element { … }`: what every element, edge, header or step may say.
package struct AttributesSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var name: SyntaxNode? { node.child(.name) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
}

/// `attribute retention: duration 60s..14d = 4d "How long …" also message-retention-period`
package struct AttributeDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var name: SyntaxNode? { node.child(.name) }
  package var type: TypeSyntax? { node.child(.typeExpression).map(TypeSyntax.init) }

  /// The allowed range, between the type and `=`: a `range`, or a single number.
  package var bounds: SyntaxNode? { values.first { !isBehindEquals($0) } }
  /// The value an element has that says nothing.
  package var defaultValue: SyntaxNode? { values.first { isBehindEquals($0) } }

  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }

  /// Other spellings of the name that are recognised, to be reported with a fix.
  package var alternativeNames: [SyntaxNode] {
    node.child(.alternativeNames).map { $0.children.filter { $0.kind == .name } } ?? []
  }

  private var values: [SyntaxNode] {
    node.children.filter {
      switch $0.kind {
      case .number, .range, .address, .string, .reference, .list: true
      default: false
      }
    }
  }

  private func isBehindEquals(_ value: SyntaxNode) -> Bool {
    guard let equals = node.token(.equals) else { return false }
    return value.tokenRange.lowerBound > equals
  }
}

/// `duration`, `reference sqs, sns`, `list string`, `standard | fifo`
package struct TypeSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  /// The words of the type in order.
  package var words: [SyntaxNode] { node.children.filter { $0.kind == .name } }
  /// Whether the words are alternatives.
  package var isEnumeration: Bool { node.token(.bar) != nil }
  /// The type of a list's items.
  package var itemType: TypeSyntax? { node.child(.typeExpression).map(TypeSyntax.init) }
}

/// `stands in …`, `contains …`, `receives from … as …`, `sends to … as …` or `closed`
package struct ClauseSyntax: SyntaxView {
  /// Which clause it is.
  package enum Role: String, Sendable {
    case standsIn = "stands"
    case contains
    case receivesFrom = "receives"
    case sendsTo = "sends"
    case closed
  }

  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var role: Role? { Role(rawValue: node.tree.text(ofToken: node.tokenRange.lowerBound)) }
  package var names: [SyntaxNode] { node.children.filter { $0.kind == .name } }
  package var connectionKind: SyntaxNode? { node.child(.connectionKind) }
}
