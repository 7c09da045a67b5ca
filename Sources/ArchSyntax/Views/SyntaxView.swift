package import ArchSource

/// A typed look at one node: it holds the node and nothing else, and finds its parts when asked.
///
/// Parts that the author has not written yet are nil, so every view of a broken text is usable.
package protocol SyntaxView: Sendable {
  var node: SyntaxNode { get }
}

extension SyntaxView {
  /// The place of the whole construct.
  package var location: Location { node.location }

  /// The text of the whole construct, as written.
  package var text: String { node.text }
}

/// One statement of a file or a block.
package enum StatementSyntax: Sendable {
  case importDeclaration(ImportSyntax)
  case diagramHeader(DiagramHeaderSyntax)
  case element(ElementSyntax)
  case connection(ConnectionSyntax)
  case attribute(AttributeSyntax)
  case flow(FlowSyntax)
  case together(TogetherSyntax)
  case service(ServiceSyntax)
  case attributes(AttributesSyntax)
  case attributeDeclaration(AttributeDeclarationSyntax)
  case variant(VariantSyntax)
  case limit(LimitSyntax)
  case fact(FactSyntax)
  case clause(ClauseSyntax)
  case rule(RuleSyntax)
  case ruleClause(RuleClauseSyntax)

  /// The view of a node, or nil where the node is no statement: text in error, or a brace.
  package init?(_ node: SyntaxNode) {
    switch node.kind {
    case .importDeclaration: self = .importDeclaration(ImportSyntax(node: node))
    case .diagramHeader: self = .diagramHeader(DiagramHeaderSyntax(node: node))
    case .element: self = .element(ElementSyntax(node: node))
    case .connection: self = .connection(ConnectionSyntax(node: node))
    case .attribute: self = .attribute(AttributeSyntax(node: node))
    case .flow: self = .flow(FlowSyntax(node: node))
    case .together: self = .together(TogetherSyntax(node: node))
    case .serviceDeclaration: self = .service(ServiceSyntax(node: node))
    case .attributesDeclaration: self = .attributes(AttributesSyntax(node: node))
    case .attributeDeclaration:
      self = .attributeDeclaration(AttributeDeclarationSyntax(node: node))
    case .variantDeclaration: self = .variant(VariantSyntax(node: node))
    case .limitDeclaration: self = .limit(LimitSyntax(node: node))
    case .factDeclaration: self = .fact(FactSyntax(node: node))
    case .clause: self = .clause(ClauseSyntax(node: node))
    case .ruleDeclaration: self = .rule(RuleSyntax(node: node))
    case .ruleClause: self = .ruleClause(RuleClauseSyntax(node: node))
    default: return nil
    }
  }
}

/// The statements directly below a node, in order; text in error is left out.
package struct StatementSequence: Sequence, IteratorProtocol, Sendable {
  private var children: SyntaxNode.Children?

  /// The statements of a file or a block; none for nil.
  package init(of node: SyntaxNode?) { children = node?.children }

  package mutating func next() -> StatementSyntax? {
    while let child = children?.next() {
      if let statement = StatementSyntax(child) { return statement }
    }
    return nil
  }
}

/// The whole source.
package struct FileSyntax: SyntaxView {
  package let node: SyntaxNode
  package init(node: SyntaxNode) { self.node = node }
  package var statements: StatementSequence { StatementSequence(of: node) }
}
