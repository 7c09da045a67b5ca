package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// Reads an `attributes` declaration: what it is about, and the attributes.
package func readAttributesDeclaration(
  _ syntax: AttributesSyntax
) -> (subject: String?, attributes: [AttributeDeclaration], problems: [Diagnostic]) {
  var problems: [Diagnostic] = []
  var attributes: [AttributeDeclaration] = []
  for case .attributeDeclaration(let declaration) in syntax.statements {
    if let attribute = readDeclaration(declaration, problems: &problems) {
      attributes.append(attribute)
    }
  }
  return (syntax.name?.text, attributes, problems)
}

/// Reads one `attribute` line; nil where its type is not known.
func readDeclaration(
  _ syntax: AttributeDeclarationSyntax, problems: inout [Diagnostic]
) -> AttributeDeclaration? {
  guard let name = syntax.name, let typeSyntax = syntax.type else { return nil }
  guard let type = readType(typeSyntax) else {
    problems.append(.unknownType(typeSyntax))
    return nil
  }
  var declaration = AttributeDeclaration(
    name: name.text, type: type, bounds: nil, defaultValue: nil, defaultText: nil,
    summary: syntax.label?.value ?? "", alternatives: syntax.alternativeNames.map(\.text),
    declaration: name.location)
  declaration.citations = syntax.citations.map(\.text)
  declaration.condition = syntax.condition.flatMap { readCondition($0, problems: &problems) }
  if let bounds = syntax.bounds {
    declaration.bounds = readBounds(bounds, dimension: type.dimension)
    if declaration.bounds == nil { problems.append(.malformedBounds(bounds, type: type)) }
  }
  let defaultSyntax = syntax.defaultValue
  declaration.defaultValue = readDefault(defaultSyntax, of: declaration, problems: &problems)
  declaration.defaultText = defaultSyntax?.text
  return declaration
}

/// Reads the value behind `=`; nil where there is none, or none that the attribute can have.
private func readDefault(
  _ syntax: SyntaxNode?, of declaration: AttributeDeclaration, problems: inout [Diagnostic]
) -> Value? {
  guard let syntax else { return nil }
  let (value, problem) = readValue(syntax, as: declaration)
  if let problem { problems.append(problem) }
  return value
}

/// Reads a `limit` line, whose attribute is declared above it; nil where it makes no sense.
func readLimit(
  _ syntax: LimitSyntax, of service: Service, problems: inout [Diagnostic]
) -> Limit? {
  guard let name = syntax.name, let boundsSyntax = syntax.bounds else { return nil }
  guard var declaration = service.attribute(name.text) else {
    problems.append(.limitOfUnknownAttribute(name, service: service))
    return nil
  }
  guard let bounds = readBounds(boundsSyntax, dimension: declaration.type.dimension) else {
    problems.append(.malformedBounds(boundsSyntax, type: declaration.type))
    return nil
  }
  declaration.bounds = bounds
  declaration.hasLimits = false
  var limit = Limit(
    attribute: name.text, bounds: bounds, citations: syntax.citations.map(\.text),
    declaration: name.location)
  limit.condition = syntax.condition.flatMap { readCondition($0, problems: &problems) }
  limit.defaultValue = readDefault(syntax.defaultValue, of: declaration, problems: &problems)
  limit.defaultText = syntax.defaultValue?.text
  return limit
}

private func readType(_ syntax: TypeSyntax) -> AttributeType? {
  let words = syntax.words.map(\.text)
  if syntax.isEnumeration { return .enumeration(words) }
  guard syntax.itemType == nil || words.first == "list" else { return nil }
  switch words.first {
  case "integer": return .integer
  case "number": return .number
  case "duration": return .duration
  case "size": return .size
  case "rate": return .rate
  case "percent": return .percent
  case "string": return .string
  case "boolean": return .boolean
  case "cidr": return .cidr
  case "reference": return .reference(Array(words.dropFirst()))
  case "list": return syntax.itemType.flatMap(readType).map { .list($0) }
  default: return nil
  }
}

private func readBounds(_ node: SyntaxNode, dimension: Dimension?) -> Bounds? {
  let isRange = node.kind == .range
  let isChoice = node.kind == .alternatives
  let ends = isRange || isChoice ? Array(node.children) : [node]
  let amounts = ends.compactMap { end -> Double? in
    guard let quantity = Measure(end.text)?.quantity, quantity.dimension == dimension else {
      return nil
    }
    return quantity.amount
  }
  guard let lower = amounts.first, amounts.count == ends.count else { return nil }
  if isChoice {
    return Bounds(lower: amounts.min(), upper: amounts.max(), choices: amounts, text: node.text)
  }
  let upper = isRange ? (amounts.count > 1 ? amounts[1] : nil) : lower
  guard lower <= upper ?? .infinity else { return nil }
  return Bounds(lower: lower, upper: upper, text: node.text)
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func unknownType(_ type: TypeSyntax) -> Diagnostic {
    Diagnostic(
      "service/unknown-type", .error, "'\(type.text)' is not a type", at: type.location,
      notes: [
        "the types are integer, number, duration, size, rate, percent, string, boolean, cidr, "
          + "reference, list, and words with '|' between them"
      ])
  }

  fileprivate static func malformedBounds(_ node: SyntaxNode, type: AttributeType) -> Diagnostic {
    Diagnostic(
      "service/range", .error, "'\(node.text)' is not a range of '\(type.spelling)'",
      at: node.location, notes: ["write the least and the most in the units of the type: 0s..12h"])
  }

  fileprivate static func limitOfUnknownAttribute(
    _ name: SyntaxNode, service: Service
  ) -> Diagnostic {
    let near = nearest(to: name.text, among: service.attributes.map(\.name))
    return Diagnostic(
      "service/unknown-attribute", .error,
      "'\(service.key)' declares no attribute '\(name.text)' above this limit", at: name.location,
      fixes: near.map { [.replacing(name, with: $0, isSafe: false)] } ?? [])
  }
}
