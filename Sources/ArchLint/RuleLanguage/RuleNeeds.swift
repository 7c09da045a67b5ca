import ArchCatalog
import ArchModel

/// The attributes that must have a value at a place for a rule to speak of it.
///
/// What nobody states and what has no default is unknown, and a rule never speaks because of what
/// it does not know. So most rules need to look only at the few elements and edges that state
/// something: `edge.retries > 0` at those that state `retries`.
///
/// A rule has several alternatives where one of several demands or conditions makes it speak.
struct RuleNeeds {
  /// What one way of speaking needs.
  struct Alternative {
    /// The attributes of the edge.
    var ofEdge: [String] = []
    /// The attributes of the element in each slot.
    var ofElements: [ElementSlot: [String]] = [:]
  }

  /// The rule can speak only where what one of them needs is known.
  let alternatives: [Alternative]

  init(_ pattern: RulePattern, _ demands: [PatternCheck.Demand]) {
    var ways = demands.isEmpty ? [[]] : demands.flatMap(\.needs)
    if let condition = pattern.condition { ways = product(condition.needs(for: true), ways) }
    alternatives = ways.map { way in
      var alternative = Alternative()
      for need in way {
        switch need {
        case .edge(let name): alternative.ofEdge.append(name)
        case .element(let slot, let name): alternative.ofElements[slot, default: []].append(name)
        }
      }
      return alternative
    }
  }
}

/// An attribute without which an expression is unknown.
private enum Need: Hashable {
  case edge(String)
  case element(ElementSlot, String)
}

/// What must be known, in one of several ways.
private typealias Ways = [Set<Need>]

/// One way of both, for each two. Where they would be many, the shorter list alone says enough.
private func product(_ left: Ways, _ right: Ways) -> Ways {
  let most = 12
  guard left.count * right.count <= most else { return left.count < right.count ? left : right }
  return left.flatMap { one in right.map { one.union($0) } }
}

extension PatternCheck.Demand {
  fileprivate var needs: Ways {
    switch self {
    case .require(let expression): expression.needs(for: false)
    case .forbid(let expression): expression.needs(for: true)
    }
  }
}

extension RuleExpression {
  /// What must be known for the expression to be true, or to be false.
  fileprivate func needs(for truth: Bool) -> Ways {
    switch self {
    case .not(let part): part.needs(for: !truth)
    case .all(let parts): truth ? needsOfAll(parts, true) : parts.flatMap { $0.needs(for: false) }
    case .any(let parts): truth ? parts.flatMap { $0.needs(for: true) } : needsOfAll(parts, false)
    case .call(.known, let arguments, _): [truth ? arguments[0].needs : []]
    case .call(.stated, let arguments, _):
      if truth, case .edgeAttribute = arguments[0] { [arguments[0].needs] } else { [[]] }
    default: [needs]
    }
  }

  private func needsOfAll(_ parts: [RuleExpression], _ truth: Bool) -> Ways {
    parts.reduce([[]]) { product($0, $1.needs(for: truth)) }
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
