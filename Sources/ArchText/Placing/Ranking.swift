/// The rank of each item, so that links lead from lower ranks to higher ones as far as they can.
///
/// Cycles are broken at the links that lead back in a depth-first walk. A rank is the length of the
/// longest way to it; what has more links onward than back moves up to what it leads to.
struct Ranking {
  private(set) var ranks: [Int]
  private var order: [Int] = []
  private let next: [[Int]]
  private let previous: [[Int]]

  init(_ graph: LayeredGraph) {
    let count = graph.items.count
    var out = [[Int]](repeating: [], count: count)
    var isEntered = [Bool](repeating: false, count: count)
    for link in graph.links where link.from != link.to {
      out[link.from].append(link.to)
      isEntered[link.to] = true
    }
    ranks = [Int](repeating: 0, count: count)
    order = topologicalOrder(out, roots: (0..<count).filter { !isEntered[$0] } + Array(0..<count))
    var place = [Int](repeating: 0, count: count)
    for (index, item) in order.enumerated() { place[item] = index }
    var forward = [[Int]](repeating: [], count: count)
    var backward = [[Int]](repeating: [], count: count)
    for from in 0..<count {
      for to in out[from] {
        let (low, high) = place[from] < place[to] ? (from, to) : (to, from)
        forward[low].append(high)
        backward[high].append(low)
      }
    }
    (next, previous) = (forward, backward)
    assign()
  }

  private mutating func assign() {
    for item in order {
      for other in next[item] { ranks[other] = max(ranks[other], ranks[item] + 1) }
    }
    for item in order.reversed() where next[item].count > previous[item].count {
      ranks[item] = (next[item].map { ranks[$0] }.min() ?? 1) - 1
    }
    // Each round shortens links; the bound is for graphs that no text can show well anyway.
    var rounds = 0
    while rounds < 64, tighten() { rounds += 1 }
    let least = ranks.min() ?? 0
    for item in ranks.indices { ranks[item] -= least }
  }

  /// Moves the first part that links of no spare length hold together, and that has more links
  /// onward than back or the other way about, to where those are short; returns whether there was
  /// one.
  ///
  /// What only leads into the middle of a long chain so stands beside it, not at the chain's
  /// start.
  private mutating func tighten() -> Bool {
    let parts = parts()
    var pulls = [(onward: Int, back: Int, spareOnward: Int, spareBack: Int)](
      repeating: (0, 0, .max, .max), count: ranks.count)
    for from in ranks.indices {
      for to in next[from] where parts[from] != parts[to] {
        let spare = ranks[to] - ranks[from] - 1
        pulls[parts[from]].onward += 1
        pulls[parts[from]].spareOnward = min(pulls[parts[from]].spareOnward, spare)
        pulls[parts[to]].back += 1
        pulls[parts[to]].spareBack = min(pulls[parts[to]].spareBack, spare)
      }
    }
    guard let part = pulls.firstIndex(where: { $0.onward != $0.back }) else { return false }
    let isOnward = pulls[part].onward > pulls[part].back
    let step = isOnward ? pulls[part].spareOnward : -pulls[part].spareBack
    for item in ranks.indices where parts[item] == part { ranks[item] += step }
    return true
  }

  /// By item, the first of those that links of no spare length join it to.
  private func parts() -> [Int] {
    var parts = [Int](repeating: -1, count: ranks.count)
    for root in ranks.indices where parts[root] < 0 {
      var open = [root]
      parts[root] = root
      while let item = open.popLast() {
        for neighbours in [next[item], previous[item]] {
          for other in neighbours
          where parts[other] < 0 && abs(ranks[other] - ranks[item]) == 1 {
            parts[other] = root
            open.append(other)
          }
        }
      }
    }
    return parts
  }

  /// Splits ranks that are broader than the limit into several, one after another.
  mutating func split(_ graph: LayeredGraph) {
    let gap = graph.spacing.betweenBoxes
    var members = [[Int]](repeating: [], count: (ranks.max() ?? 0) + 1)
    for item in ranks.indices { members[ranks[item]].append(item) }
    var rank = 0
    for group in members {
      var breadth = 0
      for item in group {
        if breadth > 0, breadth + graph.items[item].breadth > graph.limit {
          breadth = 0
          rank += 1
        }
        breadth += graph.items[item].breadth + gap
        ranks[item] = rank
      }
      rank += 1
    }
  }
}

/// The items so that links lead onward but for those that close a cycle in the walk.
private func topologicalOrder(_ next: [[Int]], roots: [Int]) -> [Int] {
  var isSeen = [Bool](repeating: false, count: next.count)
  var finished: [Int] = []
  for root in roots where !isSeen[root] {
    isSeen[root] = true
    var stack = [(item: root, step: 0)]
    while let (item, step) = stack.last {
      guard step < next[item].count else {
        finished.append(item)
        stack.removeLast()
        continue
      }
      stack[stack.count - 1].step += 1
      let other = next[item][step]
      if !isSeen[other] {
        isSeen[other] = true
        stack.append((other, 0))
      }
    }
  }
  return finished.reversed()
}
