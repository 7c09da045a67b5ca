import ArchCatalog
import ArchModel

/// The attributes that must have a value at a place for a rule to speak of it.
///
/// What nobody states and what has no default is unknown, and a rule never speaks because of what it
/// does not know. So most rules need to look only at the few elements and edges that state
/// something: `edge.retries > 0` at those that state `retries`.
struct RuleNeeds {
  /// The attributes of the edge.
  let ofEdge: Set<String>
  /// The attributes of the element in each slot.
  let ofElements: [ElementSlot: Set<String>]

  init(_ pattern: RulePattern, _ demands: [PatternCheck.Demand]) {
    var needs = pattern.condition?.needs(for: true) ?? []
    needs.formUnion(
      common(
        demands.map { demand in
          switch demand {
          case .require(let expression): expression.needs(for: false)
          case .forbid(let expression): expression.needs(for: true)
          }
        }))
    var ofEdge: Set<String> = []
    var ofElements: [ElementSlot: Set<String>] = [:]
    for need in needs {
      switch need {
      case .edge(let name): ofEdge.insert(name)
      case .element(let slot, let name): ofElements[slot, default: []].insert(name)
      }
    }
    self.ofEdge = ofEdge
    self.ofElements = ofElements
  }
}

/// An attribute without which an expression is unknown.
private enum Need: Hashable {
  case edge(String)
  case element(ElementSlot, String)
}

extension RuleExpression {
  /// What must be known for the expression to be true, or to be false.
  fileprivate func needs(for truth: Bool) -> Set<Need> {
    switch self {
    case .not(let part): part.needs(for: !truth)
    case .all(let parts): truth ? parts.needsOfAll(for: true) : parts.needsOfAny(for: false)
    case .any(let parts): truth ? parts.needsOfAny(for: true) : parts.needsOfAll(for: false)
    case .call(.known, let arguments, _): truth ? arguments[0].needs : []
    case .call(.stated, let arguments, _):
      if truth, case .edgeAttribute = arguments[0] { arguments[0].needs } else { [] }
    default: needs
    }
  }

  /// What must be known for the expression to have a value.
  private var needs: Set<Need> {
    switch self {
    case .attribute(let slot, let path, _): path.first.map { [.element(slot, $0)] } ?? []
    case .edgeAttribute(_, let name, _): ownWordsOfEdges.contains(name) ? [] : [.edge(name)]
    case .compare(let left, _, let right), .calculate(let left, _, let right):
      left.needs.union(right.needs)
    case .beyond(let start, _, _): start.needs
    case .negative(let part): part.needs
    case .call(.is, let arguments, _), .call(.namedAs, let arguments, _),
      .call(.like, let arguments, _), .call(.length, let arguments, _):
      arguments.reduce(into: []) { $0.formUnion($1.needs) }
    default: []
    }
  }
}

/// What every edge has, whether it states it or not.
private let ownWordsOfEdges: Set = ["invocation", "kind", "label"]

extension [RuleExpression] {
  fileprivate func needsOfAll(for truth: Bool) -> Set<Need> {
    reduce(into: []) { $0.formUnion($1.needs(for: truth)) }
  }

  fileprivate func needsOfAny(for truth: Bool) -> Set<Need> {
    common(map { $0.needs(for: truth) })
  }
}

/// What is in all of the sets.
private func common(_ sets: [Set<Need>]) -> Set<Need> {
  guard let first = sets.first else { return [] }
  return sets.dropFirst().reduce(first) { $0.intersection($1) }
}
