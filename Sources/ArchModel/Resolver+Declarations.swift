import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// First pass, the only walk over the trees: every element that the text declares gets its place
/// and its name, whatever the order, and everything else is noted for the passes after it.
extension Resolver {
  /// Takes in the services that the program declares, before any element names one.
  mutating func readOwnServices() {
    var declared: [String: Location] = [:]
    for file in program.files {
      for case .service(let syntax) in file.parsed.file.statements {
        let (service, problems) = readService(syntax)
        diagnostics += problems
        guard let service else { continue }
        if let label = syntax.label { checkLabel(label.value, at: label.location) }
        if let first = declared[service.key] {
          diagnostics.append(.duplicateService(service, first: first))
        } else {
          declared[service.key] = service.declaration
          catalog.add(service)
        }
      }
    }
    readOwnAttributes()
    guard !declared.isEmpty else { return }
    catalog.inherit()
    if let component = catalog.service(Catalog.component.key) { model.services[0] = component }
    checkOwnServices()
  }

  /// What the diagram lets all its elements, edges, headers and steps say.
  private mutating func readOwnAttributes() {
    for file in program.files {
      for case .attributes(let syntax) in file.parsed.file.statements {
        let (_, attributes, problems) = readAttributesDeclaration(syntax)
        diagnostics += problems
        guard let name = syntax.name else { continue }
        guard let subject = AttributeSubject(rawValue: name.text) else {
          diagnostics.append(.unknownSubject(name))
          continue
        }
        if subject == .element { model.ownElementAttributes += attributes }
        for taken in catalog.add(attributes, to: subject) {
          diagnostics.append(.attributeTaken(taken, subject: subject))
        }
      }
    }
  }

  /// Says what is wrong with what the diagram's own services say of others.
  private mutating func checkOwnServices() {
    for file in program.files {
      for case .service(let syntax) in file.parsed.file.statements
      where isFirst(syntax) {
        diagnostics += catalog.problems(of: syntax)
      }
    }
  }

  /// Whether a declaration is the one that counts where several declare the same service.
  private func isFirst(_ syntax: ServiceSyntax) -> Bool {
    syntax.name.map { catalog.service($0.text)?.declaration == $0.location } ?? false
  }

  mutating func collect() {
    guard !program.files.isEmpty else { return }
    declareFile(0, scope: 0, open: [])
  }

  private mutating func declareFile(_ file: Int, scope: Int, open: [Int]) {
    guard !isRead(file, scope) else { return }
    let parsed = program.files[file].parsed
    let reading = readings.count
    readings.append(
      Reading(
        tree: parsed.tree, file: file, scope: scope,
        bindings: [Int32](repeating: Reading.unbound, count: parsed.tree.nodeCount)))
    for imported in program.files[file].imports where !open.contains(imported.file) {
      let name = imported.syntax.name
      guard readings.count < limits.files || (name == nil && isRead(imported.file, scope)) else {
        return reportReadingLimit(imported.syntax)
      }
      let target = name.map { openNamespace($0, in: scope) } ?? scope
      declareFile(imported.file, scope: target, open: open + [file])
    }
    declare(parsed.file.statements, scope: scope, parent: nil, reading: reading)
  }

  private func isRead(_ file: Int, _ scope: Int) -> Bool {
    readings.contains { $0.file == file && $0.scope == scope }
  }

  /// Files that import each other under two names each double what is read with every level.
  private mutating func reportReadingLimit(_ syntax: ImportSyntax) {
    guard !hasReportedReadingLimit else { return }
    hasReportedReadingLimit = true
    diagnostics.append(.tooManyReadings(limit: limits.files, at: syntax.location))
  }

  /// The scope of what an import brings under a name.
  private mutating func openNamespace(_ name: SyntaxNode, in scope: Int) -> Int {
    let symbol = symbol(ofToken: name.tokenRange.lowerBound, in: name.tree)
    scopes.append(
      Scope(
        parent: scope, depth: scopes[scope].depth + 1, element: nil,
        namespace: [scopes[scope].namespace, name.text].compactMap { $0 }.joined(separator: ".")))
    let number = scopes.count - 1
    scopes[number].declaration = name.location
    if let taken = names[key(scope, symbol)] {
      diagnostics.append(.duplicateNamespace(name, first: declaration(of: taken)))
    } else {
      names[key(scope, symbol)] = Int32(-number)
    }
    return number
  }

  private mutating func declare(
    _ statements: StatementSequence, scope: Int, parent: ElementID?, reading: Int
  ) {
    for statement in statements {
      switch statement {
      case .element(let element):
        let end = declare(element, scope: scope, parent: parent, reading: reading)
        if case .mention(let mention)? = end { mentions[Int(mention)].standsAlone = true }
      case .connection(let connection):
        declare(connection, scope: scope, parent: parent, reading: reading)
      case .flow(let flow):
        flowNodes.append((reading, flow))
        declareInFlow(flow.statements, scope: scope, reading: reading)
      case .attribute(let attribute) where parent == nil:
        diagnostics.append(.attributeOfNothing(attribute))
      default: break
      }
    }
  }

  /// Collects the elements of a flow. Its connections are steps, not edges.
  private mutating func declareInFlow(_ statements: StatementSequence, scope: Int, reading: Int) {
    let hopCount = hops.count
    for statement in statements {
      switch statement {
      case .element(let element):
        _ = declare(element, scope: scope, parent: nil, reading: reading)
      case .connection(let connection):
        declare(connection, scope: scope, parent: nil, reading: reading)
      case .together(let together):
        declareInFlow(together.statements, scope: scope, reading: reading)
      default: break
      }
    }
    hops.removeSubrange(hopCount...)
  }

  private mutating func declare(
    _ connection: ConnectionSyntax, scope: Int, parent: ElementID?, reading: Int
  ) {
    var left: Range<Int32> = 0..<0
    for part in connection.node.children {
      if part.kind == .operands {
        left = declareOperands(part, scope: scope, parent: parent, reading: reading)
      } else if part.kind == .hop {
        guard let operands = part.child(.operands) else { continue }
        // Noted before what stands in the operands' blocks: connections are in the order of the
        // text.
        let hop = hops.count
        hops.append(
          HopRecord(
            reading: Int32(reading), node: Int32(part.index), scope: Int32(scope), left: left,
            right: 0..<0))
        left = declareOperands(operands, scope: scope, parent: parent, reading: reading)
        hops[hop].right = left
      }
    }
  }

  private mutating func declareOperands(
    _ operands: SyntaxNode, scope: Int, parent: ElementID?, reading: Int
  ) -> Range<Int32> {
    var found: [End] = []
    for child in operands.children where child.kind == .element {
      let end = declare(ElementSyntax(node: child), scope: scope, parent: parent, reading: reading)
      if let end { found.append(end) }
    }
    // A block of an operand may hold connections of its own, so the ends are added behind those.
    let start = Int32(ends.count)
    ends += found
    return start..<Int32(ends.count)
  }

  /// Declares an element with all that stands in its block, or notes a mention of one.
  private mutating func declare(
    _ syntax: ElementSyntax, scope: Int, parent: ElementID?, reading: Int
  ) -> End? {
    if let reference = syntax.bareReference {
      return noteMention(of: reference, by: syntax, scope: scope, reading: reading)
    }
    guard let (element, symbol) = newElement(syntax, scope: scope, parent: parent) else {
      return noteMention(ofLabel: syntax, scope: scope, reading: reading)
    }
    guard let id = add(element, symbol: symbol, scope: scope) else {
      // A name declared twice still means something where it stands: the first of its elements.
      let taken = names[key(scope, symbol)] ?? -1
      return taken >= 0 ? .element(taken) : nil
    }
    readings[reading].bindings[syntax.node.index] = Int32(id.index)
    if let block = syntax.block {
      declareBlock(block, of: id, scope: scope, reading: reading)
    }
    return .element(Int32(id.index))
  }

  private mutating func declareBlock(
    _ block: SyntaxNode, of id: ElementID, scope: Int, reading: Int
  ) {
    let depth = scopes[scope].depth + 1
    scopes.append(Scope(parent: scope, depth: depth, element: id, namespace: nil))
    blockScopes[id.index] = Int32(scopes.count - 1)
    blocks.append(
      BlockRecord(element: Int32(id.index), reading: Int32(reading), node: Int32(block.index)))
    if depth > limits.containerDepth, !isWithoutElements(block) {
      diagnostics.append(.containersTooDeep(limit: limits.containerDepth, at: block.location))
    }
    let statements = StatementSequence(of: block)
    declare(statements, scope: scopes.count - 1, parent: id, reading: reading)
  }

  /// Notes that an operand names an element.
  private mutating func noteMention(
    of reference: ReferenceSyntax, by syntax: ElementSyntax, scope: Int, reading: Int
  ) -> End {
    var symbol = -1
    if let token = reference.singleName {
      symbol = self.symbol(ofToken: token, in: syntax.node.tree)
    }
    mentions.append(
      Mention(
        symbol: Int32(symbol), scope: Int32(scope), reading: Int32(reading),
        node: Int32(syntax.node.index), isLabel: false))
    return .mention(Int32(mentions.count - 1))
  }

  /// Notes that an operand names an element by its label; nil where it does not.
  private mutating func noteMention(
    ofLabel syntax: ElementSyntax, scope: Int, reading: Int
  ) -> End? {
    guard syntax.reference == nil, syntax.name == nil, syntax.block == nil, let label = syntax.label
    else { return nil }
    mentions.append(
      Mention(
        symbol: Int32(symbols.symbol(kebabCase(label.value))), scope: Int32(scope),
        reading: Int32(reading), node: Int32(syntax.node.index), isLabel: true))
    return .mention(Int32(mentions.count - 1))
  }

  private func isWithoutElements(_ block: SyntaxNode) -> Bool {
    block.children.allSatisfy { $0.kind == .attribute || $0.kind == .error }
  }

  /// The element that a node declares; nil where it only mentions one.
  private mutating func newElement(
    _ syntax: ElementSyntax, scope: Int, parent: ElementID?
  ) -> (element: Element, symbol: Int)? {
    let tree = syntax.node.tree
    let labelSyntax = syntax.label
    let label = labelSyntax?.value
    if let label, let labelSyntax { checkLabel(label, at: labelSyntax.location) }
    if let name = syntax.name {
      let symbol = symbol(ofToken: name.tokenRange.lowerBound, in: tree)
      let service = service(syntax.serviceName)
      let text = symbols.names[symbol]
      return (element(text, label, service, name, scope, parent), symbol)
    }
    guard label != nil || syntax.block != nil else { return nil }
    if let reference = syntax.reference {
      guard let token = reference.singleName else {
        diagnostics.append(.qualifiedDeclaration(reference))
        return nil
      }
      let service = service(reference.node)
      if let label {
        let name = kebabCase(label)
        return (
          element(name, label, service, reference.node, scope, parent), symbols.symbol(name)
        )
      }
      let symbol = symbol(ofToken: token, in: tree)
      guard case .service = askCatalog(symbol) else {
        let name = symbols.names[symbol]
        return (element(name, nil, service, reference.node, scope, parent), symbol)
      }
      let implied = implicitName(symbol, service)
      let name = symbols.names[implied.symbol]
      var element = element(name, nil, service, reference.node, scope, parent)
      element.label = implied.label
      return (element, implied.symbol)
    }
    guard let label, let labelSyntax, syntax.block != nil else { return nil }
    let name = kebabCase(label)
    return (element(name, label, 0, labelSyntax.node, scope, parent), symbols.symbol(name))
  }

  private func element(
    _ name: String, _ label: String?, _ service: Int, _ node: SyntaxNode, _ scope: Int,
    _ parent: ElementID?
  ) -> Element {
    Element(
      name: name, label: label ?? name, service: service, parent: parent,
      namespace: parent == nil ? scopes[scope].namespace : nil, declaration: node.location,
      hasOwnLabel: label != nil)
  }

  /// The service a word names; the generic component, and a report, where it names none.
  private mutating func service(_ node: SyntaxNode?) -> Int {
    guard let node else { return 0 }
    let symbol =
      node.tokenRange.count == 1
      ? symbol(ofToken: node.tokenRange.lowerBound, in: node.tree) : symbols.symbol(node.text)
    switch askCatalog(symbol) {
    case .service(let index): return index
    case .ambiguous(let keys): diagnostics.append(.ambiguousService(node, keys))
    case .unknown:
      let near = nearName(to: node.text, amongElements: false)
      diagnostics.append(.unknownService(node, near: near))
    }
    return 0
  }

  /// Gives an element its number and its name; nil where the name is taken or there is no more
  /// room.
  mutating func add(_ element: Element, symbol: Int, scope: Int) -> ElementID? {
    guard model.elements.count < limits.elements else {
      if !hasReportedElementLimit {
        diagnostics.append(.tooManyElements(limit: limits.elements, at: element.declaration))
        hasReportedElementLimit = true
      }
      return nil
    }
    if let taken = names[key(scope, symbol)] {
      diagnostics.append(.duplicateName(element, first: declaration(of: taken)))
      return nil
    }
    checkName(element)
    let id = ElementID(model.elements.count)
    model.elements.append(element)
    elementSymbols.append(Int32(symbol))
    blockScopes.append(-1)
    names[key(scope, symbol)] = Int32(id.index)
    countDeclaration(of: symbol, id)
    return id
  }

  /// Where the element or the import that a name means gets it.
  private func declaration(of meaning: Int32) -> Location? {
    meaning >= 0
      ? model.elements[Int(meaning)].declaration : scopes[Int(-meaning)].declaration
  }

  private mutating func countDeclaration(of symbol: Int, _ id: ElementID) {
    if symbol >= declarations.count {
      let missing = max(symbol + 1, declarations.count * 2) - declarations.count
      declarations += [(count: Int32, first: Int32)](repeating: (0, -1), count: missing)
    }
    if declarations[symbol].count == 0 { declarations[symbol].first = Int32(id.index) }
    declarations[symbol].count += 1
  }

  // MARK: Limits of text

  private mutating func checkName(_ element: Element) {
    if element.name.utf8.count > limits.nameBytes {
      diagnostics.append(.nameTooLong(limit: limits.nameBytes, at: element.declaration))
    }
  }

  mutating func checkLabel(_ label: String, at location: Location) {
    if label.utf8.count > limits.labelBytes {
      diagnostics.append(.labelTooLong(limit: "\(limits.labelBytes) bytes", at: location))
    } else if label.utf8.count(where: { $0 == UInt8(ascii: "\n") }) >= limits.labelLines {
      diagnostics.append(.labelTooLong(limit: "\(limits.labelLines) lines", at: location))
    }
  }
}

/// A label as a name: lower case, with `-` for whatever is not a letter or a digit. `Order queue
/// (EU)` becomes `order-queue-eu`. The name is one that a text can write: its characters are
/// those of identifiers (Unicode Annex 31).
package func kebabCase(_ label: String) -> String {
  let words = label.lowercased().unicodeScalars.split {
    !$0.properties.isXIDContinue || $0.properties.isDefaultIgnorableCodePoint
  }
  let name = words.map { String($0) }.joined(separator: "-")
  guard let first = name.unicodeScalars.first else { return "element" }
  return first.properties.isXIDStart || first == "_" ? name : "_" + name
}
