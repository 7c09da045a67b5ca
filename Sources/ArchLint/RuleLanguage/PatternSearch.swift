package import ArchModel

/// Counts how often the pattern of a quantifier fits: from its anchor outward, or anywhere.
///
/// Parallel edges to one element count once: what is counted are the elements in the last place
/// that is not the anchor's.
struct PatternSearch {
  private let quantifier: Quantifier
  /// Where to stop counting.
  let most: Int32
  private(set) var count: Int32 = 0
  private var counted: Set<ElementID> = []
  /// The place whose elements are counted.
  private let place: ElementSlot?

  init(_ quantifier: Quantifier, most: Int32) {
    self.quantifier = quantifier
    self.most = most
    place = quantifier.pattern.operands.last { !$0.isBound }?.slot
  }

  private var pattern: RulePattern { _read { yield quantifier.pattern } }

  /// Fills the slots of the pattern, step by step, and counts where all fit.
  mutating func run(_ run: RuleRun) {
    if let anchor = quantifier.anchor {
      extendLeft(run, anchor, anchor: anchor)
      return
    }
    let first = pattern.operands[0]
    let services = run.services(of: first)
    for service in services.indices where services[service] {
      for element in run.architecture.elements(ofService: service) {
        if count >= most { return }
        run.elements[first.slot.index] = element
        extendRight(run, 0)
      }
    }
  }

  /// Goes from the anchor to the first operand, then on to those behind the anchor.
  private mutating func extendLeft(_ run: RuleRun, _ operand: Int, anchor: Int) {
    guard operand > 0 else {
      extendRight(run, anchor)
      return
    }
    forEachNeighbour(run, of: operand, over: operand - 1, leftward: true) { search, run in
      search.extendLeft(run, operand - 1, anchor: anchor)
    }
  }

  private mutating func extendRight(_ run: RuleRun, _ operand: Int) {
    guard operand + 1 < pattern.operands.count else {
      accept(run)
      return
    }
    forEachNeighbour(run, of: operand, over: operand, leftward: false) { search, run in
      search.extendRight(run, operand + 1)
    }
  }

  private mutating func accept(_ run: RuleRun) {
    if let condition = pattern.condition, run.truth(condition) != true { return }
    if most > 1, let place, !counted.insert(run.elements[place.index]).inserted { return }
    count += 1
  }

  /// Puts each element that a link leads to into the slot of the next operand.
  private mutating func forEachNeighbour(
    _ run: RuleRun, of operand: Int, over link: Int, leftward: Bool,
    _ body: (inout PatternSearch, RuleRun) -> Void
  ) {
    let element = run.elements[pattern.operands[operand].slot.index]
    let next = pattern.operands[leftward ? operand - 1 : operand + 1]
    let kind = pattern.links[link]
    let architecture = run.architecture
    if kind == .inside {
      let isOuterward = !leftward
      let candidates =
        isOuterward ? architecture.containers(of: element) : architecture.contents(of: element)
      for candidate in candidates where count < most && run.fits(candidate, next) {
        run.elements[next.slot.index] = candidate
        body(&self, run)
      }
      return
    }
    if kind == .either {
      for index in architecture.associations(of: element) where count < most {
        let edge = architecture.edge(at: index)
        take(index, edge.source == element ? edge.target : edge.source, next, link, run, body)
      }
    }
    let goesForward = kind != .backward
    if kind == .either || goesForward != leftward {
      for index in architecture.outgoing(element) where count < most {
        take(Int(index), architecture.edges[Int(index)].target, next, link, run, body)
      }
    }
    if kind == .either || goesForward == leftward {
      for index in architecture.incoming(element) where count < most {
        take(Int(index), architecture.edges[Int(index)].source, next, link, run, body)
      }
    }
  }

  private mutating func take(
    _ edge: Int, _ element: ElementID, _ next: RulePattern.Operand, _ link: Int,
    _ run: RuleRun, _ body: (inout PatternSearch, RuleRun) -> Void
  ) {
    guard run.fits(element, next) else { return }
    run.elements[next.slot.index] = element
    run.edges[pattern.edges[link].index] = edge
    body(&self, run)
  }
}

extension Architecture {
  /// The containers around an element, innermost first.
  package func containers(of id: ElementID) -> [ElementID] {
    var found: [ElementID] = []
    var current = model[id].parent
    while let container = current {
      found.append(container)
      current = model[container].parent
    }
    return found
  }

  /// Everything inside a container, at any depth.
  package func contents(of id: ElementID) -> [ElementID] {
    var found: [ElementID] = []
    var open = Array(model.children(of: id))
    while let next = open.popLast() {
      found.append(next)
      open += model.children(of: next)
    }
    return found
  }
}
