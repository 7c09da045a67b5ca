import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Second pass: every operand that mentions an element is bound to it. What is declared nowhere becomes
/// one implicit element for the whole diagram, in the innermost container around all its mentions.
extension Resolver {
  mutating func bindMentions() {
    for reading in readings.indices {
      let file = program.files[readings[reading].file].parsed.file
      bind(file.statements, scope: readings[reading].scope, reading: reading)
    }
  }

  private mutating func bind(_ statements: StatementSequence, scope: Int, reading: Int) {
    for statement in statements {
      switch statement {
      case .element(let element): bind(element, scope: scope, reading: reading)
      case .connection(let connection):
        bind(connection.operands, scope: scope, reading: reading)
        for hop in connection.hops { bind(hop.operands, scope: scope, reading: reading) }
      case .flow(let flow): bind(flow.statements, scope: scope, reading: reading)
      case .together(let together): bind(together.statements, scope: scope, reading: reading)
      default: break
      }
    }
  }

  private mutating func bind(_ operands: OperandsSyntax?, scope: Int, reading: Int) {
    guard let operands else { return }
    for element in operands.elements { bind(element, scope: scope, reading: reading) }
  }

  private mutating func bind(_ syntax: ElementSyntax, scope: Int, reading: Int) {
    if let declared = readings[reading].element(of: syntax.node) {
      let block = Int(blockScopes[declared.index])
      if block >= 0 { bind(syntax.statements, scope: block, reading: reading) }
      return
    }
    if let reference = syntax.reference {
      guard syntax.label == nil, syntax.block == nil else { return }
      readings[reading].bindings[syntax.node.index] = bind(reference, scope: scope)
    } else if let label = syntax.label, syntax.name == nil, syntax.block == nil {
      readings[reading].bindings[syntax.node.index] = bind(label, scope: scope)
    }
  }

  /// Binds a name or a path.
  private mutating func bind(_ reference: ReferenceSyntax, scope: Int) -> Int32 {
    guard let token = reference.singleName else {
      let found = resolvePath(reference, from: scope)
      return found.map { Int32($0.index) } ?? Reading.unbound
    }
    let symbol = symbol(ofToken: token, in: reference.node.tree)
    switch find(symbol, from: scope) {
    case .element(let id): return Int32(id.index)
    case .ambiguous:
      diagnostics.append(.ambiguousName(reference.node, candidates(symbol)))
      return Reading.unbound
    case .none: return pendingElement(symbol, reference.node, scope: scope)
    }
  }

  /// What a single name leads to.
  enum Finding {
    case element(ElementID)
    /// Several elements of the diagram bear the name and none is in scope.
    case ambiguous
    case none
  }

  /// Looks a name up: inside out, then in the whole diagram, then by the service it is an alias of.
  mutating func find(_ symbol: Int, from scope: Int) -> Finding {
    if let found = lookUp(symbol, from: scope), found >= 0 {
      return .element(ElementID(Int(found)))
    }
    let declared = declared(symbol)
    if declared.count == 1 { return .element(ElementID(Int(declared.first))) }
    if declared.count > 1 { return .ambiguous }
    if let pending = pendingBySymbol[symbol], self.pending[pending].symbol == symbol { return .none }
    guard case .service(let service) = askCatalog(symbol) else { return .none }
    let canonical = symbols.symbol(model.services[service].key)
    return canonical == symbol ? .none : find(canonical, from: scope)
  }

  /// Follows a path of names: the first is looked up, each further one stands inside the one before.
  mutating func resolvePath(_ reference: ReferenceSyntax, from scope: Int) -> ElementID? {
    let tokens = reference.names
    guard let head = tokens.first else { return nil }
    let symbol = symbol(ofToken: head, in: reference.node.tree)
    var inner: Int
    if let found = lookUp(symbol, from: scope), found < 0 {
      inner = Int(-found)
    } else if case .element(let id) = find(symbol, from: scope) {
      inner = Int(blockScopes[id.index])
    } else {
      diagnostics.append(.unknownPath(reference, at: head))
      return nil
    }
    for token in tokens.dropFirst() {
      let name = self.symbol(ofToken: token, in: reference.node.tree)
      guard inner >= 0, let found = names[key(inner, name)] else {
        diagnostics.append(.unknownPath(reference, at: token))
        return nil
      }
      if found >= 0, token == tokens.last { return ElementID(Int(found)) }
      inner = found < 0 ? Int(-found) : Int(blockScopes[Int(found)])
    }
    diagnostics.append(.unknownPath(reference, at: head))
    return nil
  }

  /// The paths of all declared elements of a name.
  private func candidates(_ symbol: Int) -> [(path: String, declaration: Location)] {
    elementSymbols.indices.lazy.filter { Int(elementSymbols[$0]) == symbol }.prefix(8)
      .map { (model.path(of: ElementID($0)), model.elements[$0].declaration) }
  }

  // MARK: Implicit elements

  private mutating func bind(_ label: StringSyntax, scope: Int) -> Int32 {
    let text = label.value
    checkLabel(text, at: label.location)
    let symbol = symbols.symbol(kebabCase(text))
    if case .element(let id) = find(symbol, from: scope) { return Int32(id.index) }
    return pendingElement(symbol, label: text, service: 0, label.node, scope: scope)
  }

  private mutating func pendingElement(_ symbol: Int, _ node: SyntaxNode, scope: Int) -> Int32 {
    switch askCatalog(symbol) {
    case .service(let service):
      let canonical = symbols.symbol(model.services[service].key)
      let label = model.services[service].shortTitle
      return pendingElement(canonical, label: label, service: service, node, scope: scope)
    case .ambiguous(let keys):
      diagnostics.append(.ambiguousService(node, keys))
      return pendingElement(symbol, label: nil, service: 0, node, scope: scope)
    case .unknown:
      return pendingElement(symbol, label: nil, service: nil, node, scope: scope)
    }
  }

  /// Notes a mention of an element that is declared nowhere, and returns what stands for it.
  private mutating func pendingElement(
    _ symbol: Int, label: String?, service: Int?, _ node: SyntaxNode, scope: Int
  ) -> Int32 {
    if let known = pendingBySymbol[symbol] {
      pending[known].scope = commonScope(pending[known].scope, scope)
      return pendingBinding(known)
    }
    pending.append(
      PendingElement(
        scope: scope, symbol: symbol, label: label, service: service, declaration: node.location))
    pendingBySymbol[symbol] = pending.count - 1
    return pendingBinding(pending.count - 1)
  }

  private func pendingBinding(_ index: Int) -> Int32 { Int32(-2 - index) }

  private func commonScope(_ left: Int, _ right: Int) -> Int {
    var left = left
    var right = right
    while left != right {
      if scopes[left].depth >= scopes[right].depth {
        left = scopes[left].parent ?? 0
      } else {
        right = scopes[right].parent ?? 0
      }
    }
    return left
  }

  /// Makes the implicit elements, once all mentions are known, and binds the mentions to them.
  mutating func makeImplicitElements() {
    let ids = pending.indices.map { makeImplicitElement(pending[$0]) }
    for reading in readings.indices {
      for node in readings[reading].bindings.indices where readings[reading].bindings[node] < Reading.unbound {
        let id = ids[Int(-2 - readings[reading].bindings[node])]
        readings[reading].bindings[node] = id.map { Int32($0.index) } ?? Reading.unbound
      }
    }
  }

  private mutating func makeImplicitElement(_ pending: PendingElement) -> ElementID? {
    let name = symbols.names[pending.symbol]
    if pending.service == nil {
      let near = nearName(to: name)
      diagnostics.append(.unknownName(name, near: near, at: pending.declaration))
    }
    let scope = scopeForImplicit(pending)
    let parent = scopes[scope].element
    let element = Element(
      name: name, label: pending.label ?? name, service: pending.service ?? 0, parent: parent,
      namespace: parent == nil ? scopes[scope].namespace : nil, declaration: pending.declaration,
      isImplicit: true, hasOwnLabel: pending.label != nil)
    return add(element, symbol: pending.symbol, scope: scope)
  }

  /// The innermost scope around the mentions that the element may stand in: `s3` mentioned in a subnet
  /// stands outside the network, where it belongs.
  private func scopeForImplicit(_ pending: PendingElement) -> Int {
    var scope = pending.scope
    guard let service = pending.service else { return scope }
    while let parent = scopes[scope].parent, let container = scopes[scope].element,
      !mayStand(model.services[service], in: container)
    {
      scope = parent
    }
    return scope
  }
}
