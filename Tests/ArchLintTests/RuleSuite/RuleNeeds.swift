import ArchCatalog
import ArchLint

/// Whether a rule can speak only of diagrams that have one of some services: of its operands, of
/// what its conditions ask for, or of what their values have to come from.
struct RuleNeeds {
  private let head: [String]
  /// The words of the elements that a rule's names mean.
  private var words: [ElementSlot: [String]] = [:]

  /// - Parameter head: The services and traits of which a diagram has one.
  static func speaks(_ check: PatternCheck, onlyWith head: [String]) -> Bool {
    var needs = RuleNeeds(head: head)
    for operand in check.pattern.operands { needs.words[operand.slot] = operand.words }
    if needs.isNeeded(by: check.pattern) { return true }
    return !check.demands.isEmpty
      && check.demands.allSatisfy { demand in
        switch demand {
        case .require(let expression): needs.isNeeded(for: expression, toBe: false)
        case .forbid(let expression): needs.isNeeded(for: expression, toBe: true)
        }
      }
  }

  private init(head: [String]) { self.head = head }

  private func isNeeded(by pattern: RulePattern) -> Bool {
    pattern.operands.contains { mean($0.words) }
      || pattern.condition.map { isNeeded(for: $0, toBe: true) } ?? false
  }

  /// Whether a condition is true, or false, only with one of the services.
  private func isNeeded(for expression: RuleExpression, toBe truth: Bool) -> Bool {
    switch expression {
    case .all(let parts), .any(let parts):
      let isAll = if case .all = expression { true } else { false }
      let needs = parts.map { isNeeded(for: $0, toBe: truth) }
      return isAll == truth ? needs.contains(true) : !needs.contains(false)
    case .not(let part): return isNeeded(for: part, toBe: !truth)
    case .exists(let quantifier): return truth && isNeeded(by: quantifier.pattern)
    case .compare(.count(let quantifier), .greater, _),
      .compare(.count(let quantifier), .greaterOrEqual, _):
      return truth && isNeeded(by: quantifier.pattern)
    case .compare(let left, _, let right):
      return isNeeded(toKnow: left) || isNeeded(toKnow: right)
    case .call(.known, let parts, _), .call(.stated, let parts, _):
      return truth && parts.contains { isNeeded(toKnow: $0) }
    case .call(.is, _, let words): return truth && mean(words)
    default: return isNeeded(toKnow: expression)
    }
  }

  /// Whether a value is known only with one of the services.
  private func isNeeded(toKnow expression: RuleExpression) -> Bool {
    switch expression {
    case .attribute(let slot, let path, _):
      let owners = services { service in words[slot]?.contains(where: service.isNamed) ?? false }
      return path.contains { lead($0, from: owners) }
    case .beyond(let start, let path, _):
      return isNeeded(toKnow: start) || path.contains { lead($0, from: []) }
    case .calculate(let left, _, let right):
      return isNeeded(toKnow: left) || isNeeded(toKnow: right)
    default: return false
    }
  }

  /// Whether a step of a path leads to one of the services only: a place, or a reference.
  private func lead(_ step: String, from owners: [Service]) -> Bool {
    let types = owners.compactMap { $0.attribute(step)?.type }
    if types.isEmpty { return mean([step]) }
    return types.allSatisfy { type in
      if case .reference(let words) = type { mean(words) } else { false }
    }
  }

  /// Whether some words mean nothing but services that the first line of a file names.
  private func mean(_ words: [String]) -> Bool {
    !words.isEmpty
      && words.allSatisfy { word in
        let meant = services { $0.isNamed(by: word) }
        return !meant.isEmpty && meant.allSatisfy { head.contains(where: $0.isNamed) }
      }
  }

  private func services(_ isMeant: (Service) -> Bool) -> [Service] {
    CatalogSnapshot.bundled.services.filter(isMeant)
  }
}
