import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax

/// Flows: each step finds the edge that joins its ends, either way, or adds one.
extension Resolver {
  mutating func readFlows() {
    var edges = EdgeLookup()
    for (reading, syntax) in flowNodes {
      if edges.isEmpty { edges.add(model.connections[...], from: 0) }
      readFlow(syntax, reading: reading, edges: &edges)
    }
  }

  private mutating func readFlow(_ syntax: FlowSyntax, reading: Int, edges: inout EdgeLookup) {
    var flow = Flow(
      name: syntax.label?.value, declaration: syntax.label?.location ?? syntax.location)
    if let first = model.flows.first(where: { $0.name != nil && $0.name == flow.name }) {
      diagnostics.append(.duplicateFlow(flow, first: first))
    }
    if let label = syntax.label { checkLabel(label.value, at: label.location) }
    for statement in syntax.statements {
      switch statement {
      case .connection(let connection):
        flow.steps += steps(connection, reading: reading, edges: &edges)
      case .together(let together):
        let moves = moves(together, reading: reading, edges: &edges)
        if !moves.isEmpty { flow.steps.append(FlowStep(moves: moves)) }
      case .attribute(let attribute): diagnostics.append(.attributeInFlow(attribute))
      default: break
      }
    }
    model.flows.append(flow)
  }

  /// All that moves at once.
  private mutating func moves(
    _ syntax: TogetherSyntax, reading: Int, edges: inout EdgeLookup
  ) -> [FlowMove] {
    var moves: [FlowMove] = []
    for statement in syntax.statements {
      switch statement {
      case .connection(let connection):
        moves += steps(connection, reading: reading, edges: &edges).flatMap(\.moves)
      case .together(let inner): moves += self.moves(inner, reading: reading, edges: &edges)
      case .attribute(let attribute): diagnostics.append(.attributeInFlow(attribute))
      default: break
      }
    }
    return moves
  }

  /// The steps of a connection in a flow: one for each arrow; a fan moves at once.
  private mutating func steps(
    _ syntax: ConnectionSyntax, reading: Int, edges: inout EdgeLookup
  ) -> [FlowStep] {
    var left = operandElements(syntax.operands, reading: reading)
    var steps: [FlowStep] = []
    for hop in syntax.hops {
      let right = operandElements(hop.operands, reading: reading)
      let form = ArrowForm(hop.arrow)
      if let label = hop.label { checkLabel(label.value, at: label.location) }
      let duration = hop.block == nil ? nil : readDuration(hop)
      let moves = left.flatMap { first in
        right.compactMap { second in
          move(
            from: form.isReversed ? second : first, to: form.isReversed ? first : second,
            hop, form, duration: duration, edges: &edges)
        }
      }
      if !moves.isEmpty { steps.append(FlowStep(moves: moves)) }
      left = right
    }
    return steps
  }

  private func operandElements(_ operands: OperandsSyntax?, reading: Int) -> [ElementID] {
    (operands?.elements ?? []).compactMap { readings[reading].element(of: $0.node) }
  }

  private mutating func readDuration(_ hop: HopSyntax) -> Double? {
    let owner = AttributeOwner(
      own: [], common: catalog.attributes(of: .step), description: "a step")
    let attributes = readAttributes(hop.statements, owner: owner, scope: 0)
    return attributes.first { $0.name == "takes" }?.value.magnitude
  }

  private mutating func move(
    from source: ElementID, to target: ElementID, _ hop: HopSyntax, _ form: ArrowForm,
    duration: Double?, edges: inout EdgeLookup
  ) -> FlowMove? {
    var move = FlowMove(
      connection: 0, isReply: false, label: hop.label?.value, duration: duration,
      declaration: hop.location)
    if let edge = edges.edge(from: source, to: target) {
      move.connection = edge
    } else if let edge = edges.edge(from: target, to: source) {
      move.connection = edge
      move.isReply = true
    } else {
      var connection = Connection(
        source: source, target: target, arrow: form.arrow,
        kind: inferredKind(source, target, arrow: form.arrow), label: nil,
        declaration: hop.arrowLocation)
      connection.isReversed = form.isReversed
      connection.isFromFlow = true
      guard let edge = add(connection) else { return nil }
      edges.add(model.connections[edge...], from: edge)
      move.connection = edge
    }
    return move
  }
}

/// Finds the first edge from one element to another.
private struct EdgeLookup {
  private var edges: [UInt64: Int] = [:]
  var isEmpty = true

  mutating func add(_ connections: ArraySlice<Connection>, from first: Int) {
    isEmpty = false
    for (offset, connection) in connections.enumerated() {
      let key = key(connection.source, connection.target)
      if edges[key] == nil { edges[key] = first + offset }
    }
  }

  func edge(from source: ElementID, to target: ElementID) -> Int? { edges[key(source, target)] }

  private func key(_ source: ElementID, _ target: ElementID) -> UInt64 {
    UInt64(source.index) << 32 | UInt64(target.index)
  }
}
