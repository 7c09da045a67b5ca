import ArchSource
import ArchSyntax

/// A program with every edge written from the other end: `a -> b -> c` becomes `c <- b <- a`.
///
/// Labels and blocks stay with their arrow. An element that a connection declares gets a statement
/// of its own before it, as a label there means another thing on the other side of an arrow. Flows
/// stay as they are: their order is what they tell.
func reversed(_ text: String) -> String {
  rewritten(parse(SourceText(name: "example.arch", text)).tree, reversedConnection)
}

private func reversedConnection(_ node: SyntaxNode) -> String? {
  if node.kind == .flow { return node.text }
  guard node.kind == .connection else { return nil }
  let syntax = ConnectionSyntax(node: node)
  let hops = syntax.hops
  var declarations = ""
  var ends = ([syntax.operands] + hops.map(\.operands)).map { operands in
    mentions(operands, &declarations)
  }
  guard var connection = ends.popLast() else { return nil }
  for (hop, end) in zip(hops.reversed(), ends.reversed()) {
    connection += " \(mirrored(hop.arrow)) \(end)"
    if let label = hop.label { connection += " \(label.text)" }
    if let block = hop.block { connection += " \(block.text)" }
  }
  return declarations + connection
}

/// Some operands as names; what they declare besides is added to the declarations.
private func mentions(_ operands: OperandsSyntax?, _ declarations: inout String) -> String {
  (operands?.elements ?? []).map { element in
    let isMention =
      element.bareReference != nil
      || element.name == nil && element.reference == nil && element.block == nil
    if isMention { return element.text }
    declarations += rewritten(element.node, reversedConnection) + "\n"
    if let name = element.name { return name.text }
    return element.label?.text ?? element.reference?.text ?? element.text
  }.joined(separator: ", ")
}

private func mirrored(_ arrow: TokenKind) -> String {
  let mirrored: TokenKind =
    switch arrow {
    case .arrowRight: .arrowLeft
    case .arrowLeft: .arrowRight
    case .eventRight: .eventLeft
    case .eventLeft: .eventRight
    default: arrow
    }
  return mirrored.spelling ?? ""
}
