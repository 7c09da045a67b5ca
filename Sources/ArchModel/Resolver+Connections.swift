import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Connections: every arrow joins each element before it with each one behind it.
extension Resolver {
  mutating func connectElements() {
    for reading in readings.indices {
      let file = program.files[readings[reading].file].parsed.file
      connect(file.statements, scope: readings[reading].scope, reading: reading)
    }
  }

  private mutating func connect(_ statements: StatementSequence, scope: Int, reading: Int) {
    for statement in statements {
      switch statement {
      case .element(let element): connectInside(element, reading: reading)
      case .connection(let connection): connect(connection, scope: scope, reading: reading)
      default: break
      }
    }
  }

  private mutating func connectInside(_ element: ElementSyntax, reading: Int) {
    guard element.block != nil, let id = readings[reading].element(of: element.node) else { return }
    connect(element.statements, scope: Int(blockScopes[id.index]), reading: reading)
  }

  private mutating func connect(_ syntax: ConnectionSyntax, scope: Int, reading: Int) {
    var left = ends(syntax.operands, reading: reading)
    for hop in syntax.hops {
      let right = ends(hop.operands, reading: reading)
      connect(left, right, hop, scope: scope)
      left = right
    }
  }

  /// The elements of some operands, going into the blocks of those declared in passing.
  private mutating func ends(_ operands: OperandsSyntax?, reading: Int) -> [ElementID] {
    guard let operands else { return [] }
    return operands.elements.compactMap { element in
      connectInside(element, reading: reading)
      return readings[reading].element(of: element.node)
    }
  }

  private mutating func connect(
    _ left: [ElementID], _ right: [ElementID], _ hop: HopSyntax, scope: Int
  ) {
    guard !left.isEmpty, !right.isEmpty else { return }
    let attributes = hop.block == nil ? [] : readEdgeAttributes(hop, scope: scope)
    let label = hop.label?.value
    if let label, let node = hop.label?.node { checkLabel(label, at: node.location) }
    let form = ArrowForm(hop.arrow)
    for first in left {
      for second in right {
        let source = form.isReversed ? second : first
        let target = form.isReversed ? first : second
        var connection = Connection(
          source: source, target: target, arrow: form.arrow, kind: "", label: label,
          attributes: attributes, declaration: hop.arrowLocation)
        connection.isBidirectional = form.isBidirectional
        connection.isReversed = form.isReversed
        connection.kind =
          statedKind(attributes) ?? inferredKind(source, target, arrow: form.arrow)
        guard add(connection) != nil else { return }
      }
    }
  }

  /// Adds a connection and returns its index; nil where there is no more room.
  mutating func add(_ connection: Connection) -> Int? {
    guard model.connections.count < limits.connections else {
      if !hasReportedConnectionLimit {
        diagnostics.append(
          .tooManyConnections(limit: limits.connections, at: connection.declaration))
        hasReportedConnectionLimit = true
      }
      return nil
    }
    model.connections.append(connection)
    return model.connections.count - 1
  }

  private mutating func readEdgeAttributes(_ hop: HopSyntax, scope: Int) -> [Attribute] {
    let owner = AttributeOwner(
      own: [], common: Catalog.commonAttributes(of: .edge), description: "an edge")
    return readAttributes(hop.statements, owner: owner, scope: scope)
  }

  private func statedKind(_ attributes: [Attribute]) -> String? {
    guard case .word(let kind)? = attributes.first(where: { $0.name == "kind" })?.value else {
      return nil
    }
    return kind
  }

  // MARK: Kinds

  /// What an edge between two elements does, as the catalog's clauses have it; else what the arrow
  /// says. A `~>` is never a request: nobody waits.
  mutating func inferredKind(
    _ source: ElementID, _ target: ElementID, arrow: Connection.Arrow
  ) -> String {
    if arrow == .association { return "association" }
    let services = UInt64(model[source].service) << 32 | UInt64(model[target].service)
    let known: String
    if let cached = kindsByServices[services] {
      known = cached
    } else {
      known = catalogKind(model.service(of: source), model.service(of: target)) ?? ""
      kindsByServices[services] = known
    }
    if arrow == .event { return known.isEmpty || known == "request" ? "event" : known }
    return known.isEmpty ? "request" : known
  }

  /// The kind that a clause of either end gives; clauses that name the service go before those that
  /// name a trait, and the source's before the target's.
  private func catalogKind(_ source: Service, _ target: Service) -> String? {
    let clauses =
      source.connections.filter { $0.side == .sendsTo }.map { ($0, target) }
      + target.connections.filter { $0.side == .receivesFrom }.map { ($0, source) }
    let exact = clauses.first { clause, other in clause.others.contains(other.key) }
    let byTrait = clauses.first { clause, other in clause.others.contains(where: other.isNamed) }
    return (exact ?? byTrait)?.0.kind
  }
}

/// What an arrow token says about the direction of a connection.
struct ArrowForm {
  var arrow: Connection.Arrow
  var isBidirectional = false
  /// Whether the source stands behind the arrow.
  var isReversed = false

  init(_ token: TokenKind) {
    switch token {
    case .eventRight, .eventLeft, .eventBoth: arrow = .event
    case .association: arrow = .association
    default: arrow = .request
    }
    isBidirectional = token == .arrowBoth || token == .eventBoth
    isReversed = token == .arrowLeft || token == .eventLeft
  }
}
