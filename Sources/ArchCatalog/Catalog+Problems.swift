package import ArchDiagnostics
import ArchSource
package import ArchSyntax

extension Catalog {
  /// What is wrong with what a declared service says of the world: services, traits, kinds, facts
  /// and attributes that do not exist, names that are taken.
  ///
  /// The service must have been added to this catalog.
  package func problems(of syntax: ServiceSyntax) -> [Diagnostic] {
    guard let name = syntax.name, let service = service(name.text) else { return [] }
    var check = ServiceCheck(catalog: self, service: service)
    check.checkName(name)
    for statement in syntax.statements { check.check(statement) }
    return check.problems
  }
}

private struct ServiceCheck {
  let catalog: Catalog
  let service: Service
  var problems: [Diagnostic] = []
  private var declaredAttributes: Set<String> = []
  private var settings: Set<String> = []
  /// The other names of the service, as far as they are read.
  private var otherNames: Set<String> = []

  init(catalog: Catalog, service: Service) {
    self.catalog = catalog
    self.service = service
  }

  mutating func check(_ statement: StatementSyntax) {
    switch statement {
    case .attribute(let setting): checkSetting(setting)
    case .variant(let variant): checkVariant(variant)
    case .attributeDeclaration(let declaration): checkAttribute(declaration)
    case .limit(let limit):
      checkCondition(limit.condition, others: [])
      checkCitations(limit.citations)
    case .clause(let clause): checkClause(clause)
    case .fact(let fact): checkFact(fact)
    default: break
    }
  }

  /// A word that clauses use in another sense cannot be the name of a service.
  mutating func checkName(_ name: SyntaxNode) {
    let isTaken = Vocabulary.traits.contains { $0.name == name.text }
    if isTaken || name.text == Vocabulary.anything { problems.append(.reservedName(name)) }
  }

  // MARK: Settings

  private mutating func checkSetting(_ setting: AttributeSyntax) {
    guard let name = setting.name, let value = setting.value else { return }
    if !settings.insert(name.text).inserted { problems.append(.settingTwice(name)) }
    let isSingle = ["category", "extends", "icon", "look"].contains(name.text)
    guard value.kind != .list || !isSingle else { return }
    let words = unquoted(value.kind == .list ? Array(value.children) : [value], for: name.text)
    switch name.text {
    case "category": expect(words, among: Vocabulary.categories, "category")
    case "icon": expect(words, among: IconNames.all.map(\.name), "icon")
    case "look": expect(words, among: Vocabulary.looks, "look")
    case "traits": expect(words, among: Vocabulary.traits.map(\.name) + ownTraits, "trait")
    case "shows":
      let common = catalog.attributes(of: .element)
      expect(words, among: (service.attributes + common).map(\.name), "attribute")
    case "instead": for word in words { expectService(word) }
    case "extends": for word in words { expectBase(word) }
    case "aliases": for word in words { expectFreeName(word) }
    case "status-facts": checkCitations(words)
    case "still-offered": expect(words, among: service.variants.map(\.name), "variant")
    default: break
    }
  }

  /// The names that a setting lists, without those in quotation marks, which are reported.
  private mutating func unquoted(_ words: [SyntaxNode], for setting: String) -> [SyntaxNode] {
    let namings: Set = [
      "aliases", "category", "extends", "icon", "instead", "look", "shows", "status-facts",
      "still-offered", "traits",
    ]
    guard namings.contains(setting) else { return words }
    problems += words.filter { $0.kind == .string }.map(Diagnostic.quotedName)
    return words.filter { $0.kind == .reference }
  }

  /// The traits that own services' clauses speak of: naming one there is what makes it a word.
  private var ownTraits: [String] {
    catalog.ownServices.flatMap { own in
      (own.connections.flatMap(\.others) + own.contains + (own.standsIn ?? [])
        + own.standsInWhere.flatMap(\.names))
    }
  }

  private mutating func expect(_ words: [SyntaxNode], among known: [String], _ what: String) {
    for word in words where !known.contains(word.text) {
      problems.append(.unknownWord(word, what: what, known: known))
    }
  }

  private mutating func expectService(_ node: SyntaxNode) {
    guard catalog.service(node.text) == nil else { return }
    problems.append(.unknownInService(node, near: nearest(to: node.text, among: catalog.names)))
  }

  private mutating func expectBase(_ node: SyntaxNode) {
    guard node.text != service.key else {
      if Catalog.bundled(node.text) == nil { problems.append(.extendsItself(node)) }
      return
    }
    switch catalog.find(node.text) {
    case .service(let base) where base.key != node.text:
      problems.append(.aliasInClause(node, key: base.key))
    case .service(let base):
      if base.ancestors.contains(service.key) { problems.append(.extendsItself(node)) }
    case .ambiguous(let keys): problems.append(.ambiguousInClause(node, keys))
    case .unknown: expectService(node)
    }
  }

  /// Another name of this service may be none of its own names, nor one of another of the diagram's
  /// services; of two that share it, the second is told.
  private mutating func expectFreeName(_ node: SyntaxNode) {
    let name = node.text
    if name == service.key || !otherNames.insert(name).inserted {
      problems.append(.takenName(node, by: service))
      return
    }
    let holder = catalog.ownServices.first { other in
      let isFirst = other.declaration.isBefore(service.declaration)
      return other.key != service.key
        && (other.key == name || isFirst && other.otherNames.contains(name))
    }
    if let holder { problems.append(.takenName(node, by: holder)) }
  }

  private mutating func checkVariant(_ variant: VariantSyntax) {
    if let name = variant.name { expectFreeName(name) }
    guard let name = variant.attribute, let value = variant.value else { return }
    guard let declaration = service.attribute(name.text) else {
      expect([name], among: service.attributes.map(\.name), "attribute")
      return
    }
    if let problem = readValue(value, as: declaration).problem { problems.append(problem) }
  }

  // MARK: Attributes

  private mutating func checkAttribute(_ declaration: AttributeDeclarationSyntax) {
    guard let name = declaration.name else { return }
    if !declaredAttributes.insert(name.text).inserted {
      problems.append(.attributeDeclaredTwice(name))
    } else if catalog.attributes(of: .element).contains(where: { $0.name == name.text }) {
      problems.append(.attributeOfEveryElement(name))
    }
    if declaration.type?.words.first?.text == "reference" {
      for word in declaration.type?.words.dropFirst() ?? [] { expectName(word) }
    }
    checkCondition(declaration.condition, others: [])
    checkCitations(declaration.citations)
  }

  // MARK: Facts

  /// A fact has a sentence and a number of its own among all that the diagram states.
  private mutating func checkFact(_ fact: FactSyntax) {
    guard let name = fact.name else { return }
    if fact.label?.value.isEmpty ?? true { problems.append(.factWithoutSentence(name)) }
    let first = catalog.ownServices.flatMap(\.facts).first {
      $0.id == name.text && $0.declaration.isBefore(name.location)
    }
    if let first { problems.append(.factStatedTwice(name, first: first)) }
  }

  // MARK: Clauses

  private mutating func checkClause(_ clause: ClauseSyntax) {
    for name in clause.names { expectName(name) }
    if let kind = clause.connectionKind { expect([kind], among: Vocabulary.kinds, "kind") }
    checkCitations(clause.citations)
    let others = clause.names.map(\.text)
    switch clause.role {
    case .standsIn: checkCondition(clause.condition, others: [])
    case .sendsTo, .neverSendsTo: checkCondition(clause.condition, side: .source, others: others)
    default: checkCondition(clause.condition, side: .target, others: others)
    }
  }

  /// A name in a clause is the key of a service, or a trait.
  private mutating func expectName(_ node: SyntaxNode) {
    let name = node.text
    let isTrait = Vocabulary.traits.contains { $0.name == name } || name == Vocabulary.anything
    if isTrait || catalog.ownServices.contains(where: { $0.traits.contains(name) }) { return }
    if catalog.hasService(name) { return }
    switch catalog.find(name) {
    case .service(let found) where found.key == name: return
    case .service(let found): problems.append(.aliasInClause(node, key: found.key))
    case .ambiguous(let keys): problems.append(.ambiguousInClause(node, keys))
    case .unknown:
      let known = catalog.names + Vocabulary.traits.map(\.name)
      problems.append(.unknownInService(node, near: nearest(to: name, among: known)))
    }
  }

  private mutating func checkCitations(_ nodes: [SyntaxNode]) {
    for node in nodes
    where service.fact(node.text) == nil && !catalog.states(node.text) {
      problems.append(.unknownFact(node, service: service))
    }
  }

  /// Every attribute that a condition asks for must be declared by someone it may ask.
  private mutating func checkCondition(
    _ node: SyntaxNode?, side: Condition.Subject = .itself, others: [String]
  ) {
    var ignored: [Diagnostic] = []
    guard let node, let condition = readCondition(node, problems: &ignored) else { return }
    var seen: Set<String> = []
    for (subject, name) in condition.attributes where seen.insert("\(subject).\(name)").inserted {
      if subject == .itself && side != .itself {
        problems.append(.conditionWithoutSide(node, attribute: name))
      } else if subject != .itself && side == .itself {
        problems.append(.conditionWithSide(node, attribute: name))
      } else if !isKnown(name, of: subject, side: side, others: others) {
        problems.append(.unknownAttributeInCondition(node, attribute: name))
      }
    }
    for (subject, name, word) in condition.comparedWords {
      let possible = possibleWords(name, of: subject, side: side, others: others)
      if !possible.isEmpty, !possible.contains(word) {
        problems.append(.impossibleWord(word, for: name, possible: possible, in: node))
      }
    }
  }

  /// The words that an attribute may have, wherever a condition may find it; none where it is no
  /// choice of words.
  private func possibleWords(
    _ name: String, of subject: Condition.Subject, side: Condition.Subject, others: [String]
  ) -> [String] {
    let services = subject == side ? [service] : others.compactMap(catalog.service)
    let types = services.compactMap { $0.attribute(name)?.type }
    let words = types.map { type -> [String] in
      if case .enumeration(let words) = type { words } else { [] }
    }
    let isTraitNamed = subject != side && services.count < others.count
    return isTraitNamed || words.contains([]) ? [] : Array(Set(words.joined())).sorted()
  }

  private func isKnown(
    _ name: String, of subject: Condition.Subject, side: Condition.Subject, others: [String]
  ) -> Bool {
    if ["account", "region", "vpc"].contains(name), side != .itself { return true }
    if catalog.attributes(of: .element).contains(where: { $0.name == name }) { return true }
    if subject == side { return service.attribute(name) != nil }
    let services = others.compactMap(catalog.service)
    return services.count < others.count || services.contains { $0.attribute(name) != nil }
  }
}

extension Service {
  /// The names besides the key.
  fileprivate var otherNames: [String] { aliases + variants.map(\.name) }
}

extension Location {
  /// Whether a place comes before another one in reading order.
  fileprivate func isBefore(_ other: Location) -> Bool {
    source == other.source ? range.lower < other.range.lower : source < other.source
  }
}
