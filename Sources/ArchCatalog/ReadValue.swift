package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// Reads a value as an attribute's declaration wants it.
///
/// Returns nil, and a problem at the value, where it is something else or out of range.
/// References are returned as paths; what they lead to is the model's business.
///
/// - Parameter bareUnit: The unit of a number that has none, where the attribute's spelling names
///   it:
///   seconds for `visibility_timeout_seconds`.
package func readValue(
  _ node: SyntaxNode, as declaration: AttributeDeclaration, bareUnit: Unit? = nil
) -> (value: Value?, problem: Diagnostic?) {
  if declaration.type.dimension != nil {
    return readQuantity(node, as: declaration.type, for: declaration, bareUnit: bareUnit)
  }
  return readValue(node, as: declaration.type, for: declaration)
}

private func readValue(
  _ node: SyntaxNode, as type: AttributeType, for declaration: AttributeDeclaration
) -> (value: Value?, problem: Diagnostic?) {
  switch type {
  case .integer, .number, .duration, .size, .rate, .percent:
    readQuantity(node, as: type, for: declaration)
  case .string: readString(node, for: declaration)
  case .boolean: readBoolean(node, for: declaration)
  case .cidr: readAddress(node, for: declaration)
  case .reference: readReference(node, as: type, for: declaration)
  case .enumeration(let words): readWord(node, of: words, for: declaration)
  case .list(let item): readList(node, of: item, for: declaration)
  }
}

/// Reads a value where nothing is known about its type; nil only for what holds no value at all.
package func readUntypedValue(_ node: SyntaxNode) -> Value? {
  switch node.kind {
  case .number:
    guard let quantity = Measure(node.bytes)?.quantity else { return .word(node.text) }
    return quantity.dimension.value(quantity.amount)
  case .address: return .address(node.text)
  case .string: return .string(StringSyntax(node: node).value)
  case .reference: return untypedWord(ReferenceSyntax(node: node))
  case .list: return .list(node.children.compactMap(readUntypedValue))
  default: return nil
  }
}

private func untypedWord(_ reference: ReferenceSyntax) -> Value {
  let names = reference.names.map { reference.node.tree.text(ofToken: $0) }
  guard names.count == 1 else { return .reference(names) }
  switch names[0] {
  case "true": return .boolean(true)
  case "false": return .boolean(false)
  default: return .word(names[0])
  }
}

// MARK: Numbers

private func readQuantity(
  _ node: SyntaxNode, as type: AttributeType, for declaration: AttributeDeclaration,
  bareUnit: Unit? = nil
) -> (Value?, Diagnostic?) {
  guard node.kind == .number, let measure = Measure(node.bytes), let dimension = type.dimension
  else {
    return (nil, .wrongType(type, for: declaration, at: node))
  }
  if let unit = measure.unknownUnit {
    return (nil, .unknownUnit(unit, dimension: dimension, at: node))
  }
  guard var quantity = measure.quantity else {
    return (nil, .wrongType(type, for: declaration, at: node))
  }
  if quantity.dimension == .number, let bareUnit, bareUnit.dimension == dimension {
    quantity = (dimension, quantity.amount * bareUnit.factor)
  }
  if quantity.dimension == .number, dimension != .number {
    return (nil, .missingUnit(dimension, amount: quantity.amount, for: declaration, at: node))
  }
  guard quantity.dimension == dimension,
    type != .integer || quantity.amount == quantity.amount.rounded()
  else { return (nil, .wrongType(type, for: declaration, at: node)) }
  if let bounds = declaration.bounds, !declaration.hasLimits, !bounds.contains(quantity.amount) {
    return (nil, .outOfRange(bounds, declaration, at: node))
  }
  return (dimension.value(quantity.amount), nil)
}

// MARK: Words

/// The one attribute whose texts are names or paths: a name may stand without quotation marks.
private let iconAttribute = "icon"

private func readString(
  _ node: SyntaxNode, for declaration: AttributeDeclaration
) -> (Value?, Diagnostic?) {
  if declaration.name == iconAttribute, case .word(let name)? = readUntypedValue(node) {
    return (.word(name), nil)
  }
  guard node.kind == .string else {
    var problem = Diagnostic.wrongType(.string, for: declaration, at: node)
    if node.kind != .list {
      let quoted = StringLiteral.literal(node.text)
      problem.fixes = [.replacing(node, with: quoted)]
    }
    return (nil, problem)
  }
  return (.string(StringSyntax(node: node).value), nil)
}

private func readBoolean(
  _ node: SyntaxNode, for declaration: AttributeDeclaration
) -> (Value?, Diagnostic?) {
  switch node.text {
  case "true": return (.boolean(true), nil)
  case "false": return (.boolean(false), nil)
  default:
    var problem = Diagnostic.wrongType(.boolean, for: declaration, at: node)
    let meant = [
      "yes": "true", "on": "true", "\"true\"": "true", "no": "false", "off": "false",
      "\"false\"": "false", "enabled": "true", "disabled": "false",
    ]
    if let word = meant[node.text.lowercased()] { problem.fixes = [.replacing(node, with: word)] }
    return (nil, problem)
  }
}

private func readWord(
  _ node: SyntaxNode, of words: [String], for declaration: AttributeDeclaration
) -> (Value?, Diagnostic?) {
  let isString = node.kind == .string
  let text = isString ? StringSyntax(node: node).value : node.text
  if !isString, words.contains(text) { return (.word(text), nil) }
  var problem = Diagnostic.wrongType(.enumeration(words), for: declaration, at: node)
  let lowercase = text.lowercased()
  if words.contains(lowercase) {
    problem.fixes = [.replacing(node, with: lowercase)]
  } else if let near = nearest(to: lowercase, among: words) {
    problem.fixes = [.replacing(node, with: near, isSafe: false)]
  }
  return (nil, problem)
}

// MARK: Addresses, references and lists

private func readAddress(
  _ node: SyntaxNode, for declaration: AttributeDeclaration
) -> (Value?, Diagnostic?) {
  if node.kind == .string {
    let text = StringSyntax(node: node).value
    if text.contains(":"), text.contains("/") { return (.address(text), nil) }
  }
  guard node.kind == .address, isAddressRange(node.bytes) else {
    return (nil, .wrongType(.cidr, for: declaration, at: node))
  }
  return (.address(node.text), nil)
}

/// Whether the text is four numbers below 256 with dots between them, and a prefix length up to 32.
private func isAddressRange(_ text: ArraySlice<UInt8>) -> Bool {
  var numbers = 0
  var number = 0
  var separators = 0
  for byte in text {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "/"):
      let isLast = separators == 3
      guard number < 256, numbers == separators + 1, isLast == (byte == UInt8(ascii: "/")) else {
        return false
      }
      separators += 1
      number = 0
    default:
      if numbers == separators { numbers += 1 }
      number = min(number * 10 + Int(byte &- UInt8(ascii: "0")), 1_000)
    }
  }
  return separators == 4 && numbers == 5 && number <= 32
}

private func readReference(
  _ node: SyntaxNode, as type: AttributeType, for declaration: AttributeDeclaration
) -> (Value?, Diagnostic?) {
  guard node.kind == .reference else {
    return (nil, .wrongType(type, for: declaration, at: node))
  }
  let reference = ReferenceSyntax(node: node)
  return (.reference(reference.names.map { node.tree.text(ofToken: $0) }), nil)
}

private func readList(
  _ node: SyntaxNode, of item: AttributeType, for declaration: AttributeDeclaration
) -> (Value?, Diagnostic?) {
  guard node.kind == .list else {
    var problem = Diagnostic.wrongType(.list(item), for: declaration, at: node)
    if readValue(node, as: item, for: declaration).value != nil {
      problem.fixes = [.replacing(node, with: "[\(node.text)]")]
    }
    return (nil, problem)
  }
  var values: [Value] = []
  for child in node.children where child.kind != .error {
    let (value, problem) = readValue(child, as: item, for: declaration)
    if let problem { return (nil, problem) }
    if let value { values.append(value) }
  }
  return (.list(values), nil)
}
