package import ArchCatalog
package import ArchDiagnostics
import ArchSource

/// What is wrong with a rule when it is held against the catalog: services that do not exist,
/// attributes that none of its elements has, units and words that do not fit.
///
/// Bundled rules are held to this by a test, a team's own when they are loaded.
package func typeProblems(of rule: Rule, in catalog: Catalog) -> [Diagnostic] {
  guard case .pattern(let check) = rule.check else { return [] }
  var typing = RuleTypeCheck(catalog, place: rule.declaration ?? Location(.catalog, .at(0)))
  typing.check(check)
  return typing.problems
}

private struct RuleTypeCheck {
  private(set) var problems: [Diagnostic] = []
  private let catalog: Catalog
  /// Where to report what has no place of its own.
  private let place: Location
  /// Every service, read when a word means many.
  private lazy var everyService = catalog.services
  private var servicesBySlot: [ElementSlot: [Service]] = [:]

  init(_ catalog: Catalog, place: Location) {
    self.catalog = catalog
    self.place = place
  }

  mutating func check(_ check: PatternCheck) {
    bind(check.pattern)
    if let condition = check.pattern.condition { demandTruth(condition) }
    for demand in check.demands {
      switch demand {
      case .require(let expression), .forbid(let expression): demandTruth(expression)
      }
    }
    if let place = check.place, !isWordEdge(place) { _ = type(of: place) }
    for change in check.fix + check.suggestion {
      guard case .set(let target, let value) = change else { continue }
      compare(target, .equal, value)
    }
    for case .add(let text) in check.fix + check.suggestion { checkBraces(of: text, check) }
    if let message = check.message { checkBraces(of: message, check) }
  }

  /// What stands in braces has no place of its own in the file.
  private mutating func checkBraces(of text: String, _ check: PatternCheck) {
    for case .expression(let inside) in braceParts(of: text) {
      guard let expression = readBraces(inside, of: check)?.expression else {
        problems.append(.unreadableBraces(inside, at: place))
        continue
      }
      let count = problems.count
      _ = type(of: expression)
      for index in count..<problems.count { problems[index].primary = Label(place) }
    }
  }

  private func isWordEdge(_ expression: RuleExpression) -> Bool {
    if case .constant(.word("edge")) = expression { true } else { false }
  }

  // MARK: Patterns

  private mutating func bind(_ pattern: RulePattern) {
    for operand in pattern.operands {
      if let origin = operand.origin {
        let type = type(
          of: origin.path[...], in: servicesBySlot[origin.slot] ?? [], at: origin.location)
        if case .element(let services) = type { servicesBySlot[operand.slot] = services }
      }
      if operand.isBound { continue }
      var services: [Service] = []
      for (word, location) in zip(operand.words, operand.locations) {
        services += self.services(named: word, at: location)
      }
      servicesBySlot[operand.slot] = services
    }
  }

  private mutating func services(named word: String, at location: Location) -> [Service] {
    if case .service(let service) = catalog.find(word) {
      if service.key == word { return [service] }
      problems.append(.aliasInRule(word, service, at: location))
      return [service]
    }
    let services = everyService.filter { $0.isNamed(by: word) }
    if services.isEmpty {
      let names = Vocabulary.traits.map(\.name) + everyService.map(\.key)
      problems.append(.unknownServiceInRule(word, among: names, at: location))
    }
    return services
  }

  // MARK: Expressions

  private mutating func demandTruth(_ expression: RuleExpression) {
    let type = type(of: expression)
    switch type {
    case .boolean, .anything: break
    default: problems.append(.noCondition(type, at: location(of: expression)))
    }
  }

  private mutating func type(of expression: RuleExpression) -> RuleType {
    switch expression {
    case .constant(let value): return RuleType(value)
    case .element(let slot): return .element(servicesBySlot[slot] ?? [])
    case .attribute(let slot, let path, let location):
      return type(of: path[...], in: servicesBySlot[slot] ?? [], at: location)
    case .edgeAttribute(_, let name, let location):
      if name == "invocation" {
        return .text(ConnectionClause.Invocation.allCases.map(\.rawValue))
      }
      return commonType(of: name, .edge, also: ["kind", "label"], at: location)
    case .beyond(let start, let path, let location):
      switch type(of: start) {
      case .element(let services): return type(of: path[...], in: services, at: location)
      case .anything: return .anything
      case let other:
        problems.append(.noElement(path[0], other, at: location))
        return .anything
      }
    case .setting(let name, let location):
      return commonType(of: name, .diagram, also: [], at: location)
    case .not(let part):
      demandTruth(part)
      return .boolean
    case .negative(let part): return type(of: part)
    case .all(let parts), .any(let parts):
      for part in parts { demandTruth(part) }
      return .boolean
    case .compare(let left, let comparison, let right):
      compare(left, comparison, right)
      return .boolean
    case .calculate(let left, let calculation, let right):
      return calculate(type(of: left), calculation, type(of: right), at: location(of: expression))
    case .call(let function, let arguments, _): return call(function, arguments)
    case .exists(let quantifier): return check(quantifier, .boolean)
    case .count(let quantifier): return check(quantifier, .amount(.number))
    }
  }

  private mutating func check(_ quantifier: Quantifier, _ result: RuleType) -> RuleType {
    bind(quantifier.pattern)
    if let condition = quantifier.pattern.condition { demandTruth(condition) }
    return result
  }

  private mutating func call(_ function: RuleFunction, _ arguments: [RuleExpression]) -> RuleType {
    let types = arguments.map { type(of: $0) }
    switch function {
    case .stated, .known, .is, .namedAs, .like: return .boolean
    case .length: return .amount(.number)
    case .default, .min, .max: return types.reduce(types[0]) { $0.joined(with: $1) }
    }
  }

  // MARK: Attributes

  private mutating func type(
    of path: ArraySlice<String>, in services: [Service], at location: Location
  ) -> RuleType {
    guard let name = path.first else { return .element(services) }
    let step = step(name, in: services, at: location)
    guard path.count > 1 else { return step }
    switch step {
    case .element(let next): return type(of: path.dropFirst(), in: next, at: location)
    case .anything: return .anything
    default:
      problems.append(.noElement(name, step, at: location))
      return .anything
    }
  }

  private mutating func step(
    _ name: String, in services: [Service], at location: Location
  ) -> RuleType {
    let common = catalog.attributes(of: .element)
    var found: RuleType?
    for service in services {
      guard let declared = service.attribute(name) ?? common.first(where: { $0.name == name })
      else { continue }
      let type = RuleType(declared.type, in: referenced(by: declared.type))
      found = found?.joined(with: type) ?? type
    }
    if let found { return found }
    if name == "name" || name == "label" { return .text(nil) }
    if catalog.hasService(name) || Vocabulary.traits.contains(where: { $0.name == name }) {
      return .element(everyService.filter { $0.isNamed(by: name) })
    }
    if !services.isEmpty {
      let names = services.flatMap { $0.attributes.map(\.name) } + common.map(\.name)
      problems.append(.unknownAttributeInRule(name, services, among: names, at: location))
    }
    return .anything
  }

  /// The services that a reference may lead to; only asked for where the type is one.
  private mutating func referenced(by type: AttributeType) -> [Service] {
    if case .reference = type { everyService } else { [] }
  }

  private mutating func commonType(
    of name: String, _ subject: AttributeSubject, also others: [String], at location: Location
  ) -> RuleType {
    let attributes = catalog.attributes(of: subject)
    if let attribute = attributes.first(where: { $0.name == name }) {
      return RuleType(attribute.type, in: referenced(by: attribute.type))
    }
    if others.contains(name) { return .text(nil) }
    let owner = subject == .edge ? "an edge" : "the header"
    problems.append(
      .unknownCommonAttribute(name, owner, among: attributes.map(\.name) + others, at: location))
    return .anything
  }

  // MARK: Comparing and calculating

  private mutating func compare(
    _ left: RuleExpression, _ comparison: Condition.Comparison, _ right: RuleExpression
  ) {
    let leftType = type(of: left)
    let rightType = type(of: right)
    let location = location(of: .compare(left, comparison, right))
    switch comparison {
    case .oneOf:
      if case .list = rightType {
        checkWords(leftType, right, at: location)
      } else if case .anything = rightType {
        return
      } else {
        problems.append(.noList(rightType, at: location))
      }
    case .equal, .notEqual:
      guard leftType.compares(with: rightType) else {
        problems.append(.incomparable(leftType, rightType, at: location))
        return
      }
      checkWords(leftType, right, at: location)
      checkWords(rightType, left, at: location)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard leftType.isAmount, rightType.isAmount, leftType.compares(with: rightType) else {
        problems.append(.incomparable(leftType, rightType, at: location))
        return
      }
    }
  }

  /// Reports words that an attribute cannot have.
  private mutating func checkWords(
    _ type: RuleType, _ expression: RuleExpression, at location: Location
  ) {
    guard case .text(let words?) = type, case .constant(let value) = expression else { return }
    let said: [Value] = if case .list(let items) = value { items } else { [value] }
    for item in said {
      guard let word = item.plainText, !words.contains(word) else { continue }
      problems.append(.impossibleWord(word, among: words, at: location))
    }
  }

  private mutating func calculate(
    _ left: RuleType, _ calculation: RuleExpression.Calculation, _ right: RuleType,
    at location: Location
  ) -> RuleType {
    guard case .amount(let a) = left, case .amount(let b) = right else {
      if left.isAmount, right.isAmount { return .anything }
      problems.append(.incalculable(left, right, at: location))
      return .anything
    }
    switch calculation {
    case .sum where a == b, .difference where a == b: return left
    case .product where a == .number: return right
    case .product where b == .number: return left
    case .quotient where b == .number: return left
    case .quotient where a == b: return .amount(.number)
    default:
      problems.append(.incalculable(left, right, at: location))
      return .anything
    }
  }

  /// The first attribute of an expression.
  private func location(of expression: RuleExpression) -> Location {
    for part in expression.all {
      switch part {
      case .attribute(_, _, let location), .edgeAttribute(_, _, let location),
        .setting(_, let location):
        return location
      default: continue
      }
    }
    return place
  }
}

extension RuleType {
  fileprivate var isAmount: Bool {
    switch self {
    case .amount, .anything: true
    default: false
    }
  }
}
