package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// Reads a `service` declaration, bundled or a user's own, and says what is wrong with its form.
///
/// Whether the services and traits it names exist is for `Catalog.problems(of:)` to say.
package func readService(_ syntax: ServiceSyntax) -> (service: Service?, problems: [Diagnostic]) {
  guard let name = syntax.name else { return (nil, []) }
  var reader = ServiceReader(
    service: Service(
      key: name.text, title: syntax.label?.value ?? name.text, declaration: name.location))
  for statement in syntax.statements { reader.read(statement) }
  reader.noteLimits()
  return (reader.service, reader.problems)
}

private struct ServiceReader {
  var service: Service
  var problems: [Diagnostic] = []

  mutating func read(_ statement: StatementSyntax) {
    switch statement {
    case .attribute(let setting): readSetting(setting)
    case .variant(let variant): readVariant(variant)
    case .attributeDeclaration(let declaration):
      if let attribute = readDeclaration(declaration, problems: &problems) {
        service.attributes.append(attribute)
      }
    case .limit(let syntax):
      if let limit = readLimit(syntax, of: service, problems: &problems) {
        service.limits.append(limit)
      }
    case .clause(let clause): readClause(clause)
    case .fact(let fact): readFact(fact)
    default: break
    }
  }

  /// Tells the attributes that have limits so.
  mutating func noteLimits() {
    for limit in service.limits {
      for index in service.attributes.indices
      where service.attributes[index].name == limit.attribute {
        service.attributes[index].hasLimits = true
      }
    }
  }

  // MARK: Settings

  private mutating func readSetting(_ setting: AttributeSyntax) {
    guard let name = setting.name, let node = setting.value, let value = readUntypedValue(node)
    else { return }
    guard isOfForm(value, for: name.text) else {
      problems.append(.wrongSetting(name, node))
      return
    }
    switch name.text {
    case "category": service.category = text(value)
    case "summary": service.summary = text(value)
    case "source": service.source = text(value)
    case "link": service.link = text(value)
    case "icon": service.icon = text(value)
    case "look": service.look = text(value)
    case "extends": service.base = text(value)
    case "aliases": service.aliases = texts(value)
    case "traits": service.traits = texts(value)
    case "shows": service.shows = texts(value)
    case "status":
      if let status = Lifecycle.Status(rawValue: text(value)) {
        service.lifecycle.status = status
      } else {
        problems.append(.unknownStatus(node))
      }
    case "since": service.lifecycle.since = text(value)
    case "ends": service.lifecycle.ends = text(value)
    case "instead": service.lifecycle.successors = texts(value)
    case "status-facts": service.lifecycle.citations = texts(value)
    case "still-offered": service.lifecycle.exceptions = texts(value)
    default: problems.append(.unknownSetting(name))
    }
  }

  private mutating func readVariant(_ syntax: VariantSyntax) {
    guard let name = syntax.name, let attribute = syntax.attribute,
      let value = syntax.value.flatMap(readUntypedValue)
    else { return }
    service.variants.append(
      Variant(
        name: name.text, title: syntax.label?.value, attribute: attribute.text, value: value,
        declaration: name.location))
  }

  // MARK: Facts

  private mutating func readFact(_ syntax: FactSyntax) {
    guard let name = syntax.name else { return }
    var fact = Fact(
      id: name.text, statement: syntax.label?.value ?? "", declaration: name.location)
    for case .attribute(let setting) in syntax.statements {
      guard let key = setting.name, let value = setting.value.flatMap(readUntypedValue) else {
        continue
      }
      switch key.text {
      case "source": fact.source = text(value)
      case "before": fact.before = text(value)
      case "unverified":
        fact.isUnverified = value == .boolean(true)
        if !fact.isUnverified, value != .boolean(false), let node = setting.value {
          problems.append(.wrongFactSetting(key, node))
        }
      case "note": fact.note = text(value)
      default: problems.append(.unknownFactSetting(key))
      }
    }
    service.facts.append(fact)
  }

  // MARK: Clauses

  private mutating func readClause(_ clause: ClauseSyntax) {
    let names = clause.names.map(\.text)
    switch clause.role {
    case .standsIn:
      if let condition = clause.condition.flatMap({ readCondition($0, problems: &problems) }) {
        service.standsInWhere.append(ConditionalPlaces(names: names, condition: condition))
      } else {
        service.standsIn = (service.standsIn ?? []) + names
      }
    case .contains: service.contains += names
    case .sendsToNothingElse:
      service.isClosed = true
      service.closedCitations = clause.citations.map(\.text)
    case .receivesFromNothingElse:
      service.isClosedToOthers = true
      service.closedToOthersCitations = clause.citations.map(\.text)
    case .receivesFrom: add(clause, .receivesFrom)
    case .sendsTo: add(clause, .sendsTo)
    case .neverReceivesFrom: add(clause, .receivesFrom, isNever: true)
    case .neverSendsTo: add(clause, .sendsTo, isNever: true)
    case nil: break
    }
  }

  private mutating func add(
    _ syntax: ClauseSyntax, _ side: ConnectionClause.Side, isNever: Bool = false
  ) {
    var clause = ConnectionClause(
      side: side, isNever: isNever, others: syntax.names.map(\.text),
      declaration: syntax.location)
    clause.kind = syntax.connectionKind?.text
    clause.reason = syntax.label?.value
    clause.citations = syntax.citations.map(\.text)
    clause.condition = syntax.condition.flatMap { readCondition($0, problems: &problems) }
    if let word = syntax.invocation {
      clause.invocation = ConnectionClause.Invocation(rawValue: word.text)
      if clause.invocation == nil { problems.append(.unknownInvocation(word)) }
    }
    service.connections.append(clause)
  }

  // MARK: Values

  /// Whether a value is a text or a name or, for settings that list names, a list of such.
  private func isOfForm(_ value: Value, for setting: String) -> Bool {
    switch value {
    case .string, .word, .address, .reference: true
    case .boolean: false
    case .list(let items):
      listSettings.contains(setting) && items.allSatisfy { isOfForm($0, for: "") }
    default: false
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

/// The settings that take lists of names.
private let listSettings: Set<String> = [
  "aliases", "instead", "shows", "status-facts", "still-offered", "traits",
]

// MARK: Messages

extension Diagnostic {
  fileprivate static func wrongSetting(_ name: SyntaxNode, _ value: SyntaxNode) -> Diagnostic {
    let takesList = listSettings.contains(name.text)
    let takesName = ["category", "extends", "icon", "look", "status"].contains(name.text)
    let form = takesList ? "a [list] of names" : takesName ? "a name" : "a \"string\""
    var problem = Diagnostic(
      "service/setting", .error, "'\(name.text)' takes \(form)", at: value.location)
    if !takesList, !takesName, value.kind != .list {
      problem.fixes = [.replacing(value, with: StringLiteral.literal(value.text))]
    }
    return problem
  }

  fileprivate static func wrongFactSetting(_ name: SyntaxNode, _ value: SyntaxNode) -> Diagnostic {
    Diagnostic(
      "service/setting", .error, "'\(name.text)' takes true or false", at: value.location)
  }

  fileprivate static func unknownSetting(_ name: SyntaxNode) -> Diagnostic {
    let known = [
      "aliases", "category", "ends", "extends", "icon", "instead", "link", "look", "shows",
      "since", "source", "status", "status-facts", "still-offered", "summary", "traits",
    ]
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

  fileprivate static func unknownFactSetting(_ name: SyntaxNode) -> Diagnostic {
    let known = ["before", "note", "source", "unverified"]
    let near = nearest(to: name.text, among: known)
    return Diagnostic(
      "service/unknown-setting", .error, "a fact has no setting '\(name.text)'",
      at: name.location, notes: ["the settings are \(known.alternatives)"],
      fixes: near.map { [.replacing(name, with: $0, isSafe: false)] } ?? [])
  }

  fileprivate static func unknownStatus(_ node: SyntaxNode) -> Diagnostic {
    let words = Lifecycle.Status.allCases.map(\.rawValue)
    return Diagnostic(
      "service/status", .error, "'\(node.text)' is not a status", at: node.location,
      notes: ["a service is \(words.alternatives)"],
      fixes: nearest(to: node.text, among: words)
        .map { [.replacing(node, with: $0, isSafe: false)] } ?? [])
  }

  fileprivate static func unknownInvocation(_ word: SyntaxNode) -> Diagnostic {
    let words = ConnectionClause.Invocation.allCases.map(\.rawValue)
    return Diagnostic(
      "service/invocation", .error, "'\(word.text)' is no way to call a target",
      at: word.location,
      notes: ["behind the kind stands \(words.alternatives), or nothing"],
      fixes: nearest(to: word.text, among: words)
        .map { [.replacing(word, with: $0, isSafe: false)] } ?? [])
  }
}
