/// What searches for ways remember of each cell and heading; one after another uses it.
final class SearchBoard {
  /// A cell that a way entered in one of the four headings; eight bytes, for searches look at many.
  struct State {
    var cost: Int32 = 0
    /// The search that reached the state last.
    var round: UInt16 = 0
    /// The heading in which the way entered the cell before; 4 where it begins.
    var before: UInt8 = 0
    /// Whether that search is done with the state.
    var isDone = false
  }

  /// By the index of the cell times four plus the heading.
  private(set) var states = UnsafeMutableBufferPointer<State>(start: nil, count: 0)
  private var round: UInt16 = 0

  deinit { states.deallocate() }

  /// Makes room for so many states.
  func prepare(states count: Int) {
    guard states.count < count else { return }
    states.deallocate()
    states = .allocate(capacity: count)
    states.initialize(repeating: State())
    round = 0
  }

  /// Begins a search; returns its number, which no state bears yet.
  func nextRound() -> UInt16 {
    if round == .max {
      states.update(repeating: State())
      round = 0
    }
    round += 1
    return round
  }
}
