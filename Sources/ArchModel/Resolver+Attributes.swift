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
      own.first { $0.name == name } ?? common.first { $0.name == name }
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
        own: [], common: Catalog.commonAttributes(of: .diagram), description: "the diagram")
      model.settings = readAttributes(header.statements, owner: owner, scope: 0)
    }
  }

  // MARK: Elements

  mutating func readElementAttributes() {
    for reading in readings.indices {
      let file = program.files[readings[reading].file].parsed.file
      for case .attribute(let attribute) in file.statements {
        diagnostics.append(.attributeOfNothing(attribute))
      }
      readAttributes(in: file.statements, reading: reading)
    }
  }

  private mutating func readAttributes(in statements: StatementSequence, reading: Int) {
    for statement in statements {
      switch statement {
      case .element(let element): readAttributes(of: element, reading: reading)
      case .connection(let connection):
        for element in connection.operands?.elements ?? [] {
          readAttributes(of: element, reading: reading)
        }
        for hop in connection.hops {
          for element in hop.operands?.elements ?? [] { readAttributes(of: element, reading: reading) }
        }
      case .flow(let flow): readAttributes(in: flow.statements, reading: reading)
      case .together(let together): readAttributes(in: together.statements, reading: reading)
      default: break
      }
    }
  }

  private mutating func readAttributes(of syntax: ElementSyntax, reading: Int) {
    guard syntax.block != nil, let id = readings[reading].element(of: syntax.node) else { return }
    let service = model.service(of: id)
    let owner = AttributeOwner(
      own: service.attributes, common: Catalog.commonAttributes(of: .element),
      description: "'\(service.key)'", isOpen: model[id].service == 0)
    let scope = Int(blockScopes[id.index])
    model.elements[id.index].attributes = readAttributes(
      syntax.statements, owner: owner, scope: scope)
    readAttributes(in: syntax.statements, reading: reading)
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
      return readForeign(foreign, name: name, value: node, scope: scope)
    }
    if !owner.isOpen {
      let near = nearest(to: text, among: owner.all.map(\.name))
      diagnostics.append(.unknownAttribute(name, owner, near: near))
    }
    return readUntypedValue(node).map {
      Attribute(name: text, value: $0, declaration: name.location, valueLocation: node.location)
    }
  }

  private mutating func readAttribute(
    _ declaration: AttributeDeclaration, name: SyntaxNode, value node: SyntaxNode, scope: Int
  ) -> Attribute? {
    let (value, problem) = readValue(node, as: declaration)
    if let problem { diagnostics.append(problem) }
    guard let value else { return nil }
    return Attribute(
      name: declaration.name, value: value,
      targets: targets(of: declaration.type, node, declaration, scope: scope),
      declaration: name.location, valueLocation: node.location)
  }

  /// Reads the value of an attribute spelt as in a cloud template, where a bare number has the unit
  /// that the spelling names.
  private mutating func readForeign(
    _ foreign: ForeignSpelling, name: SyntaxNode, value node: SyntaxNode, scope: Int
  ) -> Attribute? {
    guard let unit = foreign.unit, let amount = Measure(node.text)?.quantity,
      amount.dimension == .number, let known = Unit.named(unit)
    else { return readAttribute(foreign.declaration, name: name, value: node, scope: scope) }
    return Attribute(
      name: foreign.declaration.name, value: known.dimension.value(amount.amount * known.factor),
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
      guard case .element(let id) = find(symbol, from: scope) else {
        let near = nearName(to: node.text)
        diagnostics.append(.unknownReference(node, declaration, near: near))
        return nil
      }
      found = id
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
