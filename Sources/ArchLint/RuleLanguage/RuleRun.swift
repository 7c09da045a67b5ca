import ArchCatalog
import ArchModel
import ArchSource

/// One rule being tried on one diagram: what each name of the rule stands for at the moment, and
/// what has been found out already.
final class RuleRun {
  let architecture: Architecture
  let model: Model
  let check: PatternCheck
  /// The element in each slot.
  var elements: [ElementID]
  /// The edge in each slot, by index in `Architecture.edges`.
  var edges: [Int]
  /// The answers of quantifiers, by quantifier and anchor: one more than the count, 0 for not
  /// asked.
  private var answers: [[Int32]]
  /// The services that the words of each slot mean.
  private var servicesBySlot: [[Bool]]

  init(_ architecture: Architecture, _ check: PatternCheck) {
    self.architecture = architecture
    model = architecture.model
    self.check = check
    elements = [ElementID](repeating: ElementID(0), count: check.elementSlots)
    edges = [Int](repeating: 0, count: check.edgeSlots)
    answers = [[Int32]](repeating: [], count: check.quantifiers)
    servicesBySlot = [[Bool]](repeating: [], count: check.elementSlots)
  }

  /// Makes room for what the braces of a message ask.
  func makeRoom(for check: PatternCheck) {
    while elements.count < check.elementSlots {
      elements.append(ElementID(0))
      servicesBySlot.append([])
    }
    while edges.count < check.edgeSlots { edges.append(0) }
    while answers.count < check.quantifiers { answers.append([]) }
  }

  // MARK: Values

  func truth(_ expression: RuleExpression) -> Bool? { value(expression).truth }

  func value(_ expression: RuleExpression) -> RuleValue {
    switch expression {
    case .constant(let value): return .value(value)
    case .element(let slot): return .element(elements[slot.index])
    case .attribute(let slot, let path, _): return follow(path[...], from: elements[slot.index])
    case .edgeAttribute(let slot, let name, _): return edgeValue(name, edges[slot.index])
    case .beyond(let start, let path, _):
      guard case .element(let element) = value(start) else { return .unknown }
      return follow(path[...], from: element)
    case .setting(let name, _): return setting(name)
    case .not(let part): return .truth(truth(part).map { !$0 })
    case .negative(let part):
      guard case .value(let value) = self.value(part), let amount = value.magnitude else {
        return .unknown
      }
      return .value(value.withMagnitude(-amount))
    case .all(let parts): return .truth(all(parts))
    case .any(let parts): return .truth(any(parts))
    case .compare(let left, let comparison, let right):
      let left = value(left)
      let right = value(right)
      return .truth(comparison.holds(left, right, in: model))
    case .calculate(let left, let calculation, let right):
      guard case .value(let left) = value(left), case .value(let right) = value(right) else {
        return .unknown
      }
      return calculation(left, right)
    case .call(let function, let arguments, let words): return call(function, arguments, words)
    case .exists(let quantifier):
      return count(quantifier, atMost: 1).map { .value(.boolean($0 > 0)) } ?? .unknown
    case .count(let quantifier):
      return count(quantifier, atMost: Int32.max - 1).map { .value(.number(Double($0))) }
        ?? .unknown
    }
  }

  /// False as soon as one part is; unknown if one part is.
  private func all(_ parts: [RuleExpression]) -> Bool? {
    var answer: Bool? = true
    for part in parts {
      let truth = truth(part)
      if truth == false { return false }
      if truth == nil { answer = nil }
    }
    return answer
  }

  private func any(_ parts: [RuleExpression]) -> Bool? {
    var answer: Bool? = false
    for part in parts {
      let truth = truth(part)
      if truth == true { return true }
      if truth == nil { answer = nil }
    }
    return answer
  }

  /// What a path of attributes, references and places leads to.
  private func follow(_ path: ArraySlice<String>, from element: ElementID) -> RuleValue {
    guard let name = path.first else { return .element(element) }
    let rest = path.dropFirst()
    let step = step(name, from: element)
    guard !rest.isEmpty else { return step }
    guard case .element(let next) = step else { return .unknown }
    return follow(rest, from: next)
  }

  private func step(_ name: String, from element: ElementID) -> RuleValue {
    if let attribute = architecture.stated(name, of: element) { return value(of: attribute) }
    if let value = architecture.defaults.value(name, of: element) { return .value(value) }
    switch name {
    case "name": return .value(.string(model[element].name))
    case "label": return .value(.string(model[element].label))
    default: return architecture.place(name, of: element).map { .element($0) } ?? .unknown
    }
  }

  private func value(of attribute: Attribute) -> RuleValue {
    if case .list = attribute.value { return .value(attribute.value) }
    return attribute.targets.first.map { .element($0) } ?? .value(attribute.value)
  }

  private func edgeValue(_ name: String, _ index: Int) -> RuleValue {
    let edge = architecture.edge(at: index)
    if name == "kind" { return .value(.word(edge.kind)) }
    if let attribute = architecture.stated(name, of: edge) { return value(of: attribute) }
    switch name {
    case "invocation": return .value(.word(edge.invocation.rawValue))
    case "label": return architecture.connection(edge).label.map { .value(.string($0)) } ?? .unknown
    default: return .unknown
    }
  }

  private func setting(_ name: String) -> RuleValue {
    model.settings.first { $0.name == name }.map { .value($0.value) } ?? .unknown
  }

  // MARK: Functions

  private func call(
    _ function: RuleFunction, _ arguments: [RuleExpression], _ words: [String]
  ) -> RuleValue {
    switch function {
    case .stated: return .truth(isStated(arguments[0]))
    case .known: return .truth(value(arguments[0]) != .unknown)
    case .default:
      let value = value(arguments[0])
      return value == .unknown ? self.value(arguments[1]) : value
    case .is:
      guard case .element(let element) = value(arguments[0]) else { return .unknown }
      return .truth(architecture.is(element, anyOf: words))
    case .namedAs:
      guard case .element(let element) = value(arguments[0]) else { return .unknown }
      return .truth(architecture.mentions.contains(element, as: words))
    case .like:
      guard let text = plainText(of: value(arguments[0])),
        let pattern = plainText(of: value(arguments[1]))
      else {
        return .unknown
      }
      return .truth(fitsWildcard(text, pattern))
    case .length: return length(value(arguments[0]))
    case .min, .max: return extreme(function, arguments)
    }
  }

  private func isStated(_ expression: RuleExpression) -> Bool {
    switch expression {
    case .attribute(let slot, let path, _): return isStated(path, from: elements[slot.index])
    case .beyond(let start, let path, _):
      guard case .element(let element) = value(start) else { return false }
      return isStated(path, from: element)
    case .edgeAttribute(let slot, let name, _):
      return name == "label"
        ? architecture.connection(architecture.edge(at: edges[slot.index])).label != nil
        : architecture.stated(name, of: architecture.edge(at: edges[slot.index])) != nil
    case .setting(let name, _): return setting(name) != .unknown
    default: return false
    }
  }

  private func isStated(_ path: [String], from start: ElementID) -> Bool {
    guard let name = path.last,
      case .element(let element) = follow(path.dropLast(), from: start)
    else { return false }
    return architecture.stated(name, of: element) != nil || isVariant(element, by: name)
      || (architecture.value(name, of: element) == nil
        && architecture.place(name, of: element) != nil)
  }

  /// Whether the name by which the element's service was found states the attribute: a
  /// `fifo-queue` is of type `fifo`.
  private func isVariant(_ element: ElementID, by name: String) -> Bool {
    let service = model[element].service
    guard let variant = model.services[service].variant else { return false }
    return model.services[service].variants.contains {
      $0.name == variant && $0.attribute == name
    }
  }

  private func plainText(of value: RuleValue) -> String? {
    switch value {
    case .value(let value): value.plainText
    case .element(let element): model[element].name
    case .unknown: nil
    }
  }

  private func length(_ value: RuleValue) -> RuleValue {
    guard case .value(let value) = value else { return .unknown }
    if case .list(let items) = value { return .value(.number(Double(items.count))) }
    return value.plainText.map { .value(.number(Double($0.unicodeScalars.count))) } ?? .unknown
  }

  /// The least or the most of the amounts that are known.
  private func extreme(
    _ function: RuleFunction, _ arguments: [RuleExpression]
  ) -> RuleValue {
    var best: Value?
    for argument in arguments {
      guard case .value(let value) = value(argument), let amount = value.magnitude else { continue }
      guard let current = best, let least = current.magnitude else {
        best = value
        continue
      }
      if function == .min ? amount < least : amount > least { best = value }
    }
    return best.map { .value($0) } ?? .unknown
  }

  // MARK: Patterns

  /// Whether an element may stand at a place of a pattern.
  func fits(_ element: ElementID, _ operand: RulePattern.Operand) -> Bool {
    if operand.isBound { return elements[operand.slot.index] == element }
    let slot = operand.slot.index
    if servicesBySlot[slot].isEmpty { _ = services(of: operand) }
    return servicesBySlot[slot][model.elements[element.index].service]
  }

  /// The services that the words of an operand mean, as a table.
  func services(of operand: RulePattern.Operand) -> [Bool] {
    let known = servicesBySlot[operand.slot.index]
    if !known.isEmpty { return known }
    var table = [Bool](repeating: false, count: model.services.count)
    for word in operand.words {
      for service in architecture.services(named: word) { table[service] = true }
    }
    servicesBySlot[operand.slot.index] = table
    return table
  }

  /// How often a quantifier's pattern fits, counted no further than asked; nil where it is about an
  /// element that there is not.
  private func count(_ quantifier: Quantifier, atMost most: Int32) -> Int32? {
    var key: Int?
    if let anchor = quantifier.anchor {
      let slot = quantifier.pattern.operands[anchor].slot.index
      if let origin = quantifier.pattern.operands[anchor].origin {
        let place = follow(origin.path[...], from: elements[origin.slot.index])
        guard case .element(let element) = place else { return nil }
        elements[slot] = element
      }
      key = elements[slot].index
    }
    if answers[quantifier.index].isEmpty {
      let size = key == nil ? 1 : model.elements.count
      answers[quantifier.index] = [Int32](repeating: 0, count: size)
    }
    let known = answers[quantifier.index][key ?? 0]
    if known > 0 { return known - 1 }
    var search = PatternSearch(quantifier, most: most)
    search.run(self)
    answers[quantifier.index][key ?? 0] = search.count + 1
    return search.count
  }
}

/// Whether a text fits a pattern in which `*` stands for any characters, `?` for one and `[a-z]`
/// for one of some. A slash is a character like any other.
private func fitsWildcard(_ text: String, _ pattern: String) -> Bool {
  func hidingSlashes(_ text: String) -> [UInt8] {
    text.utf8.map { $0 == UInt8(ascii: "/") ? 1 : $0 }
  }
  let wildcard = WildcardPattern(hidingSlashes(pattern))
  return wildcard?.matches([hidingSlashes(text)[...]]) ?? false
}
