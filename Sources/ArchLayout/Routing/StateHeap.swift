/// States by their estimated cost, the least first; equal ones in the order of their numbers, so
/// that the same search takes the same way everywhere.
struct StateHeap {
  private struct Entry {
    var cost: Float
    var state: Int32

    func precedes(_ other: Entry) -> Bool {
      cost != other.cost ? cost < other.cost : state < other.state
    }
  }

  private var entries: [Entry] = []

  mutating func push(_ state: Int, _ cost: Float) {
    let entry = Entry(cost: cost, state: Int32(state))
    var child = entries.count
    entries.append(entry)
    while child > 0 {
      let parent = (child - 1) / 2
      guard entry.precedes(entries[parent]) else { break }
      entries[child] = entries[parent]
      child = parent
    }
    entries[child] = entry
  }

  mutating func pop() -> (state: Int, cost: Float)? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty { sink(last) }
    return (Int(first.state), first.cost)
  }

  /// Puts an entry where the first one was, and moves it to its place.
  private mutating func sink(_ entry: Entry) {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(entry) else { break }
      entries[parent] = entries[child]
      parent = child
    }
    entries[parent] = entry
  }
}
