package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// Reads a `service` declaration, bundled or a user's own, and says what is wrong with it.
package func readService(_ syntax: ServiceSyntax) -> (service: Service?, problems: [Diagnostic]) {
  guard let name = syntax.name else { return (nil, []) }
  var reader = ServiceReader(
    service: Service(
      key: name.text, title: syntax.label?.value ?? name.text, declaration: name.location))
  for statement in syntax.statements { reader.read(statement) }
  return (reader.service, reader.problems)
}

/// Reads an `attributes` declaration: what it is about, and the attributes.
package func readAttributes(
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

private struct ServiceReader {
  var service: Service
  var problems: [Diagnostic] = []

  mutating func read(_ statement: StatementSyntax) {
    switch statement {
    case .attribute(let setting): readSetting(setting)
    case .attributeDeclaration(let declaration):
      if let attribute = readDeclaration(declaration, problems: &problems) {
        service.attributes.append(attribute)
      }
    case .clause(let clause): readClause(clause)
    default: break
    }
  }

  private mutating func readSetting(_ setting: AttributeSyntax) {
    guard let name = setting.name, let value = setting.value.flatMap(readUntypedValue) else {
      return
    }
    switch name.text {
    case "category": service.category = text(value)
    case "summary": service.summary = text(value)
    case "source": service.source = text(value)
    case "link": service.link = text(value)
    case "look": service.look = text(value)
    case "aliases": service.aliases = texts(value)
    case "traits": service.traits = texts(value)
    case "shows": service.shows = texts(value)
    default: problems.append(.unknownSetting(name))
    }
  }

  private mutating func readClause(_ clause: ClauseSyntax) {
    let names = clause.names.map(\.text)
    let kind = clause.connectionKind?.text
    switch clause.role {
    case .standsIn: service.standsIn = (service.standsIn ?? []) + names
    case .contains: service.contains += names
    case .closed: service.isClosed = true
    case .receivesFrom:
      service.connections.append(ConnectionClause(side: .receivesFrom, others: names, kind: kind))
    case .sendsTo:
      service.connections.append(ConnectionClause(side: .sendsTo, others: names, kind: kind))
    case nil: break
    }
  }

  private func text(_ value: Value) -> String {
    switch value {
    case .string(let text), .word(let text), .address(let text): text
    case .reference(let names): names.joined(separator: ".")
    default: ""
    }
  }

  private func texts(_ value: Value) -> [String] {
    guard case .list(let items) = value else { return [text(value)] }
    return items.map(text)
  }
}

// MARK: Attribute declarations

private func readDeclaration(
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
  if let bounds = syntax.bounds {
    declaration.bounds = readBounds(bounds, dimension: type.dimension)
    if declaration.bounds == nil { problems.append(.malformedBounds(bounds, type: type)) }
  }
  if let value = syntax.defaultValue {
    let (read, problem) = readValue(value, as: declaration)
    declaration.defaultValue = read
    declaration.defaultText = value.text
    if let problem { problems.append(problem) }
  }
  return declaration
}

private func readType(_ syntax: TypeSyntax) -> AttributeType? {
  let words = syntax.words.map(\.text)
  if syntax.isEnumeration { return .enumeration(words) }
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
  let ends = node.kind == .range ? Array(node.children) : [node]
  let amounts = ends.map { end -> Double? in
    guard let quantity = Measure(end.text)?.quantity, quantity.dimension == dimension else {
      return nil
    }
    return quantity.amount
  }
  guard let lower = amounts.first ?? nil, amounts.allSatisfy({ $0 != nil }) else { return nil }
  let upper = node.kind == .range ? (amounts.count > 1 ? amounts[1] : nil) : lower
  guard lower <= upper ?? .infinity else { return nil }
  return Bounds(lower: lower, upper: upper, text: node.text)
}

// MARK: Messages

extension Diagnostic {
  fileprivate static func unknownSetting(_ name: SyntaxNode) -> Diagnostic {
    let known = ["aliases", "category", "link", "look", "shows", "source", "summary", "traits"]
    let near = nearest(to: name.text, among: known)
    return Diagnostic(
      "service/unknown-setting", .error, "a service has no setting '\(name.text)'",
      at: name.location,
      notes: [
        "the settings are \(known.alternatives); what diagrams may set is declared as "
          + "'attribute \(name.text): …'"
      ],
      fixes: near.map { [.replacing(name, with: $0, isSafe: false)] } ?? [])
  }

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
}
