/// States in the order of what they cost, for costs that are small whole numbers: one bucket each,
/// the newest of a bucket first.
struct CostQueue {
  private struct Entry {
    var state: Int32
    /// The entry below in the same bucket, or -1.
    var next: Int32
  }

  /// The newest entry of each cost, or -1.
  private var heads: [Int32] = []
  private var entries: [Entry] = []
  private var lowest = 0

  /// Takes everything out; the storage stays.
  mutating func clear() {
    heads.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    lowest = 0
  }

  /// Puts a state in; a cost below those already taken out counts as the lowest left.
  mutating func push(_ state: Int, cost: Int) {
    let cost = max(cost, lowest)
    while heads.count <= cost { heads.append(-1) }
    let entry = Entry(state: Int32(truncatingIfNeeded: state), next: heads[cost])
    heads[cost] = Int32(truncatingIfNeeded: entries.count)
    entries.append(entry)
  }

  /// Takes the cheapest state out.
  mutating func pop() -> (state: Int, cost: Int)? {
    while lowest < heads.count {
      let head = Int(heads[lowest])
      if head >= 0 {
        heads[lowest] = entries[head].next
        return (Int(entries[head].state), lowest)
      }
      lowest += 1
    }
    return nil
  }
}
