import ArchCatalog
import ArchModel

/// Tries a rule at every place of a diagram that its pattern fits, and takes down where it must be
/// reported.
///
/// Takes time linear in elements and edges for elements and edges. Of a longer path each edge is
/// continued at most a hundred times, so that a busy element in the middle does not cost the
/// product of its edges.
final class RuleMatch {
  private(set) var findings: [RuleReport.Finding] = []
  private let run: RuleRun
  private let architecture: Architecture
  private let pattern: RulePattern
  private let demands: [PatternCheck.Demand]
  private let maker: MatchFinding
  private let needs: RuleNeeds
  /// Whether defaults alone decide about what states nothing of itself, so that one element of a
  /// service, or one edge between two, speaks for all.
  private lazy var isShared = run.check.expressions.allSatisfy {
    $0.dependsOnServicesOnly(architecture)
  }

  init(_ architecture: Architecture, _ maker: MatchFinding) {
    run = RuleRun(architecture, maker.check)
    self.architecture = architecture
    pattern = maker.check.pattern
    demands = maker.check.demands
    needs = RuleNeeds(pattern, demands)
    self.maker = maker
  }

  func search() {
    if pattern.operands.count == 1 {
      searchElements()
    } else {
      searchEdges()
    }
  }

  // MARK: Elements

  private func searchElements() {
    let operand = pattern.operands[0]
    let services = run.services(of: operand)
    for service in services.indices where services[service] {
      var verdict: Bool?
      for element in candidates(operand, ofService: service) {
        run.elements[operand.slot.index] = element
        let isPlain = architecture[element].attributes.isEmpty
        if isPlain, verdict == false { continue }
        let isReported = judge()
        if isPlain, isShared { verdict = isReported }
      }
    }
  }

  /// The elements of a service at which the rule may have something to say.
  private func candidates(_ operand: RulePattern.Operand, ofService service: Int) -> [ElementID] {
    var names: Set<String> = []
    for alternative in needs.alternatives {
      guard let name = missing(alternative, operand, service).first else {
        return architecture.elements(ofService: service)
      }
      names.insert(name)
    }
    let found = names.flatMap { architecture.stated.elements(stating: $0) }
      .filter { architecture[$0].service == service }
    return names.count > 1 ? Set(found).sorted() : found
  }

  /// What an element of a service must state itself at a place of the pattern.
  private func missing(
    _ alternative: RuleNeeds.Alternative, _ operand: RulePattern.Operand, _ service: Int
  ) -> [String] {
    (alternative.ofElements[operand.slot] ?? []).filter {
      !architecture.mayKnow($0, ofService: service)
    }
  }

  // MARK: Edges and paths

  private func searchEdges() {
    let link = pattern.links[0]
    for pair in candidatePairs() {
      if link != .backward { search(pair, reversed: false) }
      if link != .forward { search(pair, reversed: true) }
    }
  }

  /// The edges that state what the rule needs of them, by pairs of services.
  private func candidatePairs() -> [Architecture.ServicePair] {
    var names: Set<String> = []
    for alternative in needs.alternatives {
      guard pattern.links.count == 1, let name = alternative.ofEdge.first else {
        return architecture.pairs
      }
      names.insert(name)
    }
    let edges = names.flatMap { architecture.stated.edges(stating: $0) }
    return architecture.pairs(of: names.count > 1 ? Set(edges).sorted() : edges)
  }

  private func search(_ pair: Architecture.ServicePair, reversed: Bool) {
    let first = pattern.operands[0]
    let second = pattern.operands[1]
    let services = reversed ? (pair.target, pair.source) : (pair.source, pair.target)
    guard run.services(of: first)[services.0], run.services(of: second)[services.1] else { return }
    let isPath = pattern.operands.count > 2
    let statements = needs.alternatives.map {
      (missing($0, first, services.0), missing($0, second, services.1))
    }
    let isOpen = statements.contains { $0.isEmpty && $1.isEmpty }
    var verdict: Bool?
    for index in pair.edges {
      let edge = architecture.edges[Int(index)]
      let ends = reversed ? (edge.target, edge.source) : (edge.source, edge.target)
      guard isOpen || statements.contains(where: { states($0, ends.0) && states($1, ends.1) })
      else { continue }
      run.elements[first.slot.index] = ends.0
      run.elements[second.slot.index] = ends.1
      run.edges[pattern.edges[0].index] = Int(index)
      if isPath {
        extend(from: 1)
        continue
      }
      let isPlain = isPlain(edge)
      if isPlain, verdict == false { continue }
      let isReported = judge()
      if isPlain, isShared { verdict = isReported }
    }
  }

  private func states(_ names: [String], _ element: ElementID) -> Bool {
    names.allSatisfy { architecture.stated($0, of: element) != nil }
  }

  /// Whether neither the edge nor its ends say anything of themselves.
  private func isPlain(_ edge: Architecture.Edge) -> Bool {
    architecture[edge.source].attributes.isEmpty && architecture[edge.target].attributes.isEmpty
      && architecture.connection(edge).attributes.isEmpty
  }

  /// Follows the next link of a path from an element.
  private func extend(from operand: Int) {
    guard operand + 1 < pattern.operands.count else {
      judge()
      return
    }
    let mostContinuations = 100
    let element = run.elements[pattern.operands[operand].slot.index]
    let link = pattern.links[operand]
    if link != .backward {
      for index in architecture.outgoing(element).prefix(mostContinuations) {
        step(Int(index), architecture.edges[Int(index)].target, from: operand)
      }
    }
    if link != .forward {
      for index in architecture.incoming(element).prefix(mostContinuations) {
        step(Int(index), architecture.edges[Int(index)].source, from: operand)
      }
    }
  }

  private func step(_ edge: Int, _ element: ElementID, from operand: Int) {
    let next = pattern.operands[operand + 1]
    guard run.fits(element, next) else { return }
    run.elements[next.slot.index] = element
    run.edges[pattern.edges[operand].index] = edge
    extend(from: operand + 1)
  }

  // MARK: Judging

  /// Reports what stands in the slots now, if the rule says so.
  @discardableResult
  private func judge() -> Bool {
    if let condition = pattern.condition, run.truth(condition) != true { return false }
    if demands.isEmpty {
      findings.append(maker.finding(run, nil))
      return true
    }
    for demand in demands {
      switch demand {
      case .require(let expression):
        guard run.truth(expression) == false else { continue }
        findings.append(maker.finding(run, expression))
      case .forbid(let expression):
        guard run.truth(expression) == true else { continue }
        findings.append(maker.finding(run, expression))
      }
      return true
    }
    return false
  }
}

extension RuleExpression {
  /// Whether the answer is the same for all elements of the same services that state nothing.
  fileprivate func dependsOnServicesOnly(_ architecture: Architecture) -> Bool {
    switch self {
    case .element, .beyond: false
    case .attribute(_, let path, _):
      path.count == 1 && path[0] != "name" && path[0] != "label"
        && architecture.services(named: path[0]).isEmpty
    case .edgeAttribute(_, let name, _):
      name != "kind" && name != "invocation" && name != "label"
    case .exists(let quantifier), .count(let quantifier): quantifier.anchor == nil
    case .call(.is, _, _): true
    case .call(.namedAs, _, _): false
    default: parts.allSatisfy { $0.dependsOnServicesOnly(architecture) }
    }
  }
}

extension PatternCheck {
  /// The conditions that decide whether the rule speaks.
  fileprivate var expressions: [RuleExpression] {
    [pattern.condition].compactMap { $0 }
      + demands.map { demand in
        switch demand {
        case .require(let expression), .forbid(let expression): expression
        }
      }
  }
}
