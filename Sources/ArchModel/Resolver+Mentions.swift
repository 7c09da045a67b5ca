import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Second pass: every operand that mentions an element is bound to it. What is declared nowhere
/// becomes one implicit element for the whole diagram, where its name is a statement of its own, or
/// else in the innermost container around all its mentions.
extension Resolver {
  /// Quoted operands come first, as they are the nearest to a declaration: what a name means must
  /// not depend on whether the label stands above or below it.
  mutating func bindMentions() {
    for index in mentions.indices where mentions[index].isLabel { bind(index) }
    for index in mentions.indices where !mentions[index].isLabel { bind(index) }
  }

  private mutating func bind(_ index: Int) {
    let mention = mentions[index]
    let scope = Int(mention.scope)
    guard mention.symbol >= 0 else {
      bindPath(index)
      return
    }
    let symbol = Int(mention.symbol)
    switch mention.isLabel ? findDeclared(symbol, from: scope) : find(symbol, from: scope) {
    case .element(let id): mentions[index].element = Int32(id.index)
    case .ambiguous(let symbol):
      let node = node(of: mention)
      diagnostics.append(.ambiguousName(node.text, at: node.location, candidates(symbol)))
    case .namespace: diagnostics.append(.namespaceAsElement(node(of: mention)))
    case .none:
      let known = pendingElement(for: mention)
      mentions[index].pending = Int32(known)
      if mention.standsAlone { place(known, in: scope) }
    }
  }

  /// Binds a name with dots: a path to an element, or else the part of a service: `sns.fifo`.
  private mutating func bindPath(_ index: Int) {
    let mention = mentions[index]
    let scope = Int(mention.scope)
    guard let reference = ElementSyntax(node: node(of: mention)).reference else { return }
    if let head = reference.names.first {
      let first = symbol(ofToken: head, in: reference.node.tree)
      let whole = symbols.symbol(reference.text)
      if lookUp(first, from: scope) == nil, declared(first).count == 0,
        case .service(let service) = askCatalog(whole)
      {
        let name = implicitName(whole, service)
        mentions[index].pending = Int32(
          pendingElement(
            name.symbol, label: name.label, service: service, reference.node, scope: scope))
        return
      }
    }
    mentions[index].element = Int32(resolvePath(reference, from: scope)?.index ?? -1)
  }

  private func node(of mention: Mention) -> SyntaxNode {
    readings[Int(mention.reading)].node(mention.node)
  }

  /// What a single name leads to.
  enum Finding {
    case element(ElementID)
    /// Several elements of the diagram bear the name of this symbol and none is in scope.
    case ambiguous(Int)
    /// It is the name of an import, which is no element.
    case namespace
    case none
  }

  /// Looks a name up: inside out, then in the whole diagram.
  func findDeclared(_ symbol: Int, from scope: Int) -> Finding {
    let found = lookUp(symbol, from: scope)
    if let found, found >= 0 { return .element(ElementID(Int(found))) }
    let declared = declared(symbol)
    if declared.count == 1 { return .element(ElementID(Int(declared.first))) }
    if declared.count > 1 { return .ambiguous(symbol) }
    return found == nil ? .none : .namespace
  }

  /// Looks a name up: inside out, then in the whole diagram, then by the service it is an alias of.
  mutating func find(_ symbol: Int, from scope: Int) -> Finding {
    let found = findDeclared(symbol, from: scope)
    guard case .none = found, pendingBySymbol.value(at: symbol) == nil else { return found }
    guard case .service(let service) = askCatalog(symbol) else { return .none }
    let canonical = symbols.symbol(model.services[service].mentionedName)
    let isOtherName = canonical != symbol && !model.services[service].isGeneric
    return isOtherName ? find(canonical, from: scope) : .none
  }

  /// Follows a path of names: the first is looked up, each further one stands inside the one
  /// before.
  mutating func resolvePath(_ reference: ReferenceSyntax, from scope: Int) -> ElementID? {
    let tokens = reference.names
    guard let head = tokens.first else { return nil }
    let symbol = symbol(ofToken: head, in: reference.node.tree)
    var inner: Int
    if let found = lookUp(symbol, from: scope), found < 0 {
      inner = Int(-found)
    } else {
      switch find(symbol, from: scope) {
      case .element(let id): inner = Int(blockScopes[id.index])
      case .ambiguous(let symbol):
        let tree = reference.node.tree
        diagnostics.append(
          .ambiguousName(
            tree.text(ofToken: head), at: tree.location(ofToken: head), candidates(symbol)))
        return nil
      case .namespace, .none:
        diagnostics.append(.unknownPath(reference, at: head))
        return nil
      }
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
    diagnostics.append(.namespaceAsElement(reference.node))
    return nil
  }

  /// The paths of all declared elements of a name.
  func candidates(_ symbol: Int) -> [(path: String, declaration: Location)] {
    elementSymbols.indices.lazy.filter { Int(elementSymbols[$0]) == symbol }.prefix(8)
      .map { (model.path(of: ElementID($0)), model.elements[$0].declaration) }
  }

  // MARK: Implicit elements

  /// The pending element of a mention, made if it is the first.
  private mutating func pendingElement(for mention: Mention) -> Int {
    let symbol = Int(mention.symbol)
    let node = node(of: mention)
    if mention.isLabel {
      let label = ElementSyntax(node: node).label?.value
      return pendingElement(symbol, label: label, service: 0, node, scope: Int(mention.scope))
    }
    if let known = pendingBySymbol.value(at: symbol) { return widen(known, to: Int(mention.scope)) }
    switch askCatalog(symbol) {
    case .service(let service):
      let name = implicitName(symbol, service)
      return pendingElement(
        name.symbol, label: name.label, service: service, node, scope: Int(mention.scope))
    case .ambiguous(let keys):
      diagnostics.append(.ambiguousService(node, keys))
      return pendingElement(symbol, label: nil, service: 0, node, scope: Int(mention.scope))
    case .unknown:
      return pendingElement(symbol, label: nil, service: nil, node, scope: Int(mention.scope))
    }
  }

  /// What an implicit element is called. An alias of a product is the product, so that `ddb` and
  /// `dynamodb` are one box; a variant is another one; an alias of a generic kind (`publisher`) is
  /// a word of its own.
  mutating func implicitName(_ symbol: Int, _ service: Int) -> (symbol: Int, label: String) {
    let service = model.services[service]
    let name = symbols.names[symbol]
    if service.variant != nil {
      return (symbols.symbol(service.mentionedName), service.shortTitle)
    }
    guard service.isGeneric, name != service.key else {
      return (symbols.symbol(service.key), service.shortTitle)
    }
    return (symbol, name.prefix(1).uppercased() + name.dropFirst().map { $0 == "-" ? " " : $0 })
  }

  /// Notes a mention of an element that is declared nowhere, and returns what stands for it.
  private mutating func pendingElement(
    _ symbol: Int, label: String?, service: Int?, _ node: SyntaxNode, scope: Int
  ) -> Int {
    if let known = pendingBySymbol.value(at: symbol) { return widen(known, to: scope) }
    pending.append(
      PendingElement(
        scope: scope, symbol: symbol, label: label, service: service, declaration: node.location))
    pendingBySymbol.store(pending.count - 1, at: symbol)
    return pending.count - 1
  }

  /// Stretches the place of a pending element over one more mention.
  private mutating func widen(_ known: Int, to scope: Int) -> Int {
    if !pending[known].isPlaced {
      pending[known].scope = commonScope(pending[known].scope, scope)
    }
    return known
  }

  /// Puts a pending element where its name is a statement of its own: arrows elsewhere do not move
  /// it.
  private mutating func place(_ known: Int, in scope: Int) {
    let place = pending[known].isPlaced ? commonScope(pending[known].scope, scope) : scope
    pending[known].scope = place
    pending[known].isPlaced = true
  }

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
    for index in mentions.indices {
      let mention = mentions[index]
      if mention.pending >= 0, let id = ids[Int(mention.pending)] {
        mentions[index].element = Int32(id.index)
      }
      readings[Int(mention.reading)].bindings[Int(mention.node)] = mentions[index].element
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
      isImplicit: !(pending.isPlaced && pending.service != nil), hasOwnLabel: pending.label != nil)
    return add(element, symbol: pending.symbol, scope: scope)
  }

  /// The innermost scope around the mentions that the element may stand in: `s3` mentioned in a
  /// subnet stands outside the network, where it belongs.
  private mutating func scopeForImplicit(_ pending: PendingElement) -> Int {
    var scope = pending.scope
    guard let service = pending.service, !pending.isPlaced else { return scope }
    while let parent = scopes[scope].parent, let container = scopes[scope].element,
      !mayBePut(service, in: container)
    {
      scope = parent
    }
    return scope
  }
}
