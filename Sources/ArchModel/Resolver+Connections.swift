import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Connections: every arrow joins each element before it with each one behind it.
extension Resolver {
  mutating func connectElements() {
    model.connections.reserveCapacity(hops.count)
    for record in hops { connect(record) }
  }

  private mutating func connect(_ record: HopRecord) {
    guard !record.left.isEmpty, !record.right.isEmpty else { return }
    let hop = HopSyntax(node: readings[Int(record.reading)].node(record.node))
    var connection = blankConnection(hop, scope: Int(record.scope))
    let stated = statedKind(connection.attributes)
    for left in record.left {
      guard let first = element(at: left) else { continue }
      for right in record.right {
        guard let second = element(at: right) else { continue }
        connection.source = connection.isReversed ? second : first
        connection.target = connection.isReversed ? first : second
        connection.kind =
          stated
          ?? inferredKind(connection.source, connection.target, arrow: connection.arrow)
        guard add(connection) != nil else { return }
      }
    }
  }

  /// The element at one end of a hop; nil where the text names none.
  private func element(at end: Int32) -> ElementID? {
    switch ends[Int(end)] {
    case .element(let index): return ElementID(Int(index))
    case .mention(let index):
      let element = mentions[Int(index)].element
      return element >= 0 ? ElementID(Int(element)) : nil
    }
  }

  /// What all connections of a hop have in common.
  private mutating func blankConnection(_ hop: HopSyntax, scope: Int) -> Connection {
    let form = ArrowForm(hop.arrow)
    let label = hop.label
    let text = label?.value
    if let text, let label { checkLabel(text, at: label.location) }
    var connection = Connection(
      source: ElementID(0), target: ElementID(0), arrow: form.arrow, kind: "", label: text,
      declaration: hop.arrowLocation)
    if hop.block != nil { connection.attributes = readEdgeAttributes(hop, scope: scope) }
    connection.isBidirectional = form.isBidirectional
    connection.isReversed = form.isReversed
    return connection
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
      own: [], common: catalog.attributes(of: .edge), description: "an edge")
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
    let known = catalogKind(source, target)
    if arrow == .event { return known.isEmpty || known == "request" ? "event" : known }
    return known.isEmpty ? "request" : known
  }

  /// The kind that the catalog gives to an edge between two elements, or nothing. Pairs of services
  /// are judged once, unless it depends on what the elements say of themselves.
  private mutating func catalogKind(_ source: ElementID, _ target: ElementID) -> String {
    let services = UInt64(model[source].service) << 32 | UInt64(model[target].service)
    if let cached = kindsByServices[services] { return kinds[Int(cached)] }
    var dependsOnElements = false
    let verdict = judgeConnection(from: model.service(of: source), to: model.service(of: target)) {
      dependsOnElements = true
      return model.value(of: $1, in: $0 == .source ? source : target)
    }
    let kind = verdict.clause?.kind ?? ""
    if !dependsOnElements {
      kindsByServices[services] = Int32(kinds.count)
      kinds.append(kind)
    }
    return kind
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
