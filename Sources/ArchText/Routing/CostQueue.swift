/// States in the order of what they cost, for costs that are small whole numbers: one bucket each.
struct CostQueue {
  private var buckets: [[Int32]] = []
  private var lowest = 0
  private var highest = -1

  /// Takes everything out; the storage stays.
  mutating func clear() {
    if highest >= 0 {
      for cost in 0...highest { buckets[cost].removeAll(keepingCapacity: true) }
    }
    (lowest, highest) = (0, -1)
  }

  /// Puts a state in; a cost below those already taken out counts as the lowest left.
  mutating func push(_ state: Int, cost: Int) {
    let cost = max(cost, lowest)
    while buckets.count <= cost { buckets.append([]) }
    buckets[cost].append(Int32(truncatingIfNeeded: state))
    if cost > highest { highest = cost }
  }

  /// Takes the cheapest state out.
  mutating func pop() -> (state: Int, cost: Int)? {
    while lowest <= highest {
      if let state = buckets[lowest].popLast() { return (Int(state), lowest) }
      lowest += 1
    }
    return nil
  }
}
