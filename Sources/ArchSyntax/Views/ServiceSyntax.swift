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

/// `variant fifo-topic "FIFO topic" type = fifo`
package struct VariantSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  /// The other name of the service.
  package var name: SyntaxNode? { node.child(.name) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  /// The attribute that the name sets.
  package var attribute: SyntaxNode? { node.children.filter { $0.kind == .name }.dropFirst().first }
  package var value: SyntaxNode? { node.settableValues.first }
}

/// `attribute retention: duration 60s..14d = 4d "How long …" also message-retention-period`
package struct AttributeDeclarationSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var name: SyntaxNode? { node.child(.name) }
  package var type: TypeSyntax? { node.child(.typeExpression).map(TypeSyntax.init) }

  /// The allowed values, between the type and `=`: a `range`, a single number or `alternatives`.
  package var bounds: SyntaxNode? { node.valueBeforeEquals }
  /// The value an element has that says nothing.
  package var defaultValue: SyntaxNode? { node.valueBehindEquals }

  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }

  /// Other spellings of the name that are recognised, to be reported with a fix.
  package var alternativeNames: [SyntaxNode] {
    node.child(.alternativeNames).map { $0.children.filter { $0.kind == .name } } ?? []
  }

  /// The expression behind `where`: when the attribute may be set.
  package var condition: SyntaxNode? { node.conditionExpression }
  package var citations: [SyntaxNode] { node.citedNames }
}

/// `limit timeout 50ms..30s = 30s where type == http`
package struct LimitSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var name: SyntaxNode? { node.child(.name) }
  package var bounds: SyntaxNode? { node.valueBeforeEquals }
  package var defaultValue: SyntaxNode? { node.valueBehindEquals }
  package var condition: SyntaxNode? { node.conditionExpression }
  package var citations: [SyntaxNode] { node.citedNames }
}

/// `fact SNS-01 "Subscribers are …" { source = "…" }`
package struct FactSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var name: SyntaxNode? { node.child(.name) }
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var statements: StatementSequence { StatementSequence(of: node.child(.block)) }
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

/// `stands in …`, `contains …`, `receives from … as …`, `sends to … as …`, `never sends to …`,
/// `receives from nothing else` or `closed`
package struct ClauseSyntax: SyntaxView {
  /// Which clause it is.
  package enum Role: Sendable {
    case standsIn, contains, receivesFrom, sendsTo
    case neverReceivesFrom, neverSendsTo
    /// `closed` or `sends to nothing else`
    case sendsToNothingElse
    case receivesFromNothingElse
  }

  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }

  package var role: Role? {
    let words = leadingWords
    let isNever = words.first == "never"
    switch isNever ? words.dropFirst().first : words.first {
    case "stands": return .standsIn
    case "contains": return .contains
    case "closed": return .sendsToNothingElse
    case "receives":
      if names.isEmpty { return words.last == "else" ? .receivesFromNothingElse : nil }
      return isNever ? .neverReceivesFrom : .receivesFrom
    case "sends":
      if names.isEmpty { return words.last == "else" ? .sendsToNothingElse : nil }
      return isNever ? .neverSendsTo : .sendsTo
    default: return nil
    }
  }

  package var names: [SyntaxNode] { node.children.filter { $0.kind == .name } }
  package var connectionKind: SyntaxNode? { node.child(.connectionKind) }
  package var invocation: SyntaxNode? { node.child(.invocation) }
  /// The expression behind `where`: for which elements the clause holds.
  package var condition: SyntaxNode? { node.conditionExpression }
  /// Why it is so.
  package var label: StringSyntax? { node.child(.label).map(StringSyntax.init) }
  package var citations: [SyntaxNode] { node.citedNames }

  /// The words before the first name, or before the facts.
  private var leadingWords: [String] {
    let end = node.children.first { !$0.tokenRange.isEmpty }?.tokenRange.lowerBound
    return (node.tokenRange.lowerBound..<(end ?? node.tokenRange.upperBound))
      .filter { node.tree.tokens.kind($0) == .identifier }
      .map { node.tree.text(ofToken: $0) }
  }
}

extension SyntaxNode {
  fileprivate var settableValues: [SyntaxNode] {
    children.filter {
      switch $0.kind {
      case .number, .range, .address, .string, .reference, .list, .alternatives: true
      default: false
      }
    }
  }

  fileprivate var valueBeforeEquals: SyntaxNode? { settableValues.first { !isBehindEquals($0) } }
  fileprivate var valueBehindEquals: SyntaxNode? { settableValues.first { isBehindEquals($0) } }

  private func isBehindEquals(_ value: SyntaxNode) -> Bool {
    guard let equals = token(.equals) else { return false }
    return value.tokenRange.lowerBound > equals
  }

  fileprivate var conditionExpression: SyntaxNode? {
    child(.condition)?.children.first { _ in true }
  }

  fileprivate var citedNames: [SyntaxNode] {
    child(.citations)?.child(.list).map { Array($0.children) } ?? []
  }
}
