import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Attributes: each is looked up in its declarations, typed, and its references resolved.
extension Resolver {
  /// What an attribute may be declared by, and how messages call its owner.
  struct AttributeOwner {
    var own: [AttributeDeclaration]
    var common: [AttributeDeclaration]
    /// As in "'sqs' has no attribute 'x'".
    var description: String
    /// Whether unknown attributes are taken as they are: nothing is known about the owner.
    var isOpen = false

    func declaration(_ name: String) -> AttributeDeclaration? {
      if let index = own.firstIndex(where: { $0.name == name }) { return own[index] }
      return common.firstIndex { $0.name == name }.map { common[$0] }
    }

    var all: [AttributeDeclaration] { own + common }
  }

  // MARK: Headers

  /// Reads the title and settings of the root file's header; other files' headers are their own.
  mutating func readHeaders() {
    guard let root = program.files.first else { return }
    var first: DiagramHeaderSyntax?
    for case .diagramHeader(let header) in root.parsed.file.statements {
      if let first {
        diagnostics.append(.duplicateHeader(header, first: first))
        continue
      }
      first = header
      model.title = header.label?.value
      if let label = header.label { checkLabel(label.value, at: label.location) }
      let owner = AttributeOwner(
        own: [], common: catalog.attributes(of: .diagram), description: "the diagram")
      model.settings = readAttributes(header.statements, owner: owner, scope: 0)
    }
  }

  // MARK: Elements

  mutating func readElementAttributes() {
    for record in blocks {
      let block = readings[Int(record.reading)].node(record.node)
      let id = Int(record.element)
      let owner = attributeOwner(of: model.elements[id].service)
      let attributes = readAttributes(
        StatementSequence(of: block), owner: owner, scope: Int(blockScopes[id]))
      model.elements[id].attributes = attributes
    }
  }

  private mutating func attributeOwner(of service: Int) -> AttributeOwner {
    if let known = ownersByService.value(at: service) { return known }
    let owner = AttributeOwner(
      own: model.services[service].attributes,
      common: catalog.attributes(of: .element),
      description: "'\(model.services[service].key)'", isOpen: service == 0)
    ownersByService.store(owner, at: service)
    return owner
  }

  // MARK: Any block

  /// Reads the attributes of a block.
  mutating func readAttributes(
    _ statements: StatementSequence, owner: AttributeOwner, scope: Int
  ) -> [Attribute] {
    var attributes: [Attribute] = []
    for case .attribute(let syntax) in statements {
      guard let attribute = readAttribute(syntax, owner: owner, scope: scope) else { continue }
      if let first = attributes.first(where: { $0.name == attribute.name }) {
        diagnostics.append(.duplicateAttribute(attribute, first: first))
      } else if let problem = problemInText(attribute) {
        diagnostics.append(problem)
      } else {
        attributes.append(attribute)
      }
    }
    return attributes
  }

  private mutating func readAttribute(
    _ syntax: AttributeSyntax, owner: AttributeOwner, scope: Int
  ) -> Attribute? {
    guard let name = syntax.name, let node = syntax.value else { return nil }
    let text = name.text
    if let declaration = owner.declaration(text) {
      return readAttribute(declaration, name: name, value: node, scope: scope)
    }
    if let foreign = foreignSpelling(of: text, among: owner.all) {
      diagnostics.append(.foreignSpelling(name, node, foreign))
      return readAttribute(
        foreign.declaration, name: name, value: node, scope: scope, bareUnit: foreign.unit)
    }
    if !owner.isOpen {
      let near = nearest(to: text, among: owner.all.map(\.name))
      let isOfEdges = catalog.attributes(of: .edge).contains { $0.name == text }
      diagnostics.append(.unknownAttribute(name, owner, near: near, isOfEdges: isOfEdges))
    }
    return readUntypedValue(node).map {
      Attribute(name: text, value: $0, declaration: name.location, valueLocation: node.location)
    }
  }

  private mutating func readAttribute(
    _ declaration: AttributeDeclaration, name: SyntaxNode, value node: SyntaxNode, scope: Int,
    bareUnit: Unit? = nil
  ) -> Attribute? {
    let (value, problem) = readValue(node, as: declaration, bareUnit: bareUnit)
    if let problem { diagnostics.append(problem) }
    guard let value else { return nil }
    return Attribute(
      name: declaration.name, value: value,
      targets: targets(of: declaration.type, node, declaration, scope: scope),
      declaration: name.location, valueLocation: node.location)
  }

  // MARK: References

  private mutating func targets(
    of type: AttributeType, _ node: SyntaxNode, _ declaration: AttributeDeclaration, scope: Int
  ) -> [ElementID] {
    switch type {
    case .reference(let services):
      return target(node, services, declaration, scope: scope).map { [$0] } ?? []
    case .list(let item):
      return node.children.flatMap { targets(of: item, $0, declaration, scope: scope) }
    default: return []
    }
  }

  private mutating func target(
    _ node: SyntaxNode, _ services: [String], _ declaration: AttributeDeclaration, scope: Int
  ) -> ElementID? {
    let reference = ReferenceSyntax(node: node)
    let found: ElementID
    if let token = reference.singleName {
      let symbol = symbol(ofToken: token, in: node.tree)
      switch find(symbol, from: scope) {
      case .element(let id): found = id
      case .ambiguous(let symbol):
        diagnostics.append(.ambiguousName(node.text, at: node.location, candidates(symbol)))
        return nil
      case .namespace, .none:
        let near = nearName(to: node.text, amongServices: false)
        diagnostics.append(.unknownReference(node, declaration, near: near))
        return nil
      }
    } else {
      guard let id = resolvePath(reference, from: scope) else { return nil }
      found = id
    }
    let service = model.service(of: found)
    if !services.isEmpty, model[found].service != 0, !services.contains(where: service.isNamed) {
      diagnostics.append(.wrongReference(node, declaration, service, model[found]))
    }
    return found
  }
}
