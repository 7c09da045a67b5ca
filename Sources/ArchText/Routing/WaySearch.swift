/// The search for one way from some starts to some ends.
///
/// A* over cells and headings (Hart, Nilsson and Raphael, 1968): a row costs twice a column, for
/// cells are about twice as high as wide; bends, crossings and closeness cost extra.
struct WaySearch {
  /// How a way ends: on a port, or with a bend on a line.
  struct Arrival {
    var cost: Int
    /// The cell before the end times four plus the heading there.
    var state: Int
    /// The way from there onto a line; nil at a port.
    var join: Way?
  }

  static let bend = 6
  static let crossing = 9
  static let borderCrossing = 3
  static let merging = 1

  /// By group, whether the line may cross its border.
  var isCrossable: [Bool]
  /// The best end found.
  private(set) var best: Arrival?

  private let board: SearchBoard
  private var round: UInt16 = 0
  private var queue = CostQueue()
  private var remaining: RemainingCost
  private var regions: [Int32] = []
  /// By region of the map, what the borders cost that lie between it and the ports.
  private var borders: [Int] = []
  /// What each group stands in, or the number of groups.
  private let parents: [Int]
  private var hasSourceHead = false
  private var width = 0
  /// The costs to end in a state at a port, and to end on the line on a cell.
  private var goals: [Int: Int] = [:]
  private var joins: [Int: Int] = [:]
  /// How many states may still be looked at; a bound for graphs that no text can show anyway.
  private var effort = 2_000_000

  /// Whether no more ways are looked for.
  var isSpent: Bool { effort <= 0 }

  /// - Parameter parents: what each group stands in; the number of groups for the top.
  init(parents: [Int], _ board: SearchBoard) {
    self.board = board
    self.parents = parents
    isCrossable = Array(repeating: false, count: parents.count)
    remaining = RemainingCost(to: CellRect(), ports: [], isInside: true, hasJoins: false, bend: 0)
  }

  /// Begins anew.
  ///
  /// - Parameters:
  ///   - ports: where the way may end, but for lines.
  ///   - joins: by the cells of lines where it may end, what that costs.
  mutating func prepare(
    _ task: LineTask, ports: [Port], joins: [Int: Int], _ map: inout CellMap
  ) {
    round = board.nextRound()
    best = nil
    queue.clear()
    (hasSourceHead, width) = (task.hasSourceHead, map.width)
    for port in ports {
      let cell = port.cell + map.stride(port.way)
      goals[cell * 4 + port.way.opposite.rawValue] = port.cost
      map.spots[cell].isEnd = true
    }
    self.joins = joins
    for cell in joins.keys { map.spots[cell].isEnd = true }
    countBorders(from: task.targetGroup, map)
    remaining = RemainingCost(
      to: task.target, ports: ports, isInside: task.isInsideTarget, hasJoins: !joins.isEmpty,
      bend: Self.bend)
  }

  /// Counts the borders between each region and that of the ports.
  private mutating func countBorders(from home: Int, _ map: CellMap) {
    regions = map.regions
    let top = parents.count
    borders = Array(repeating: -1, count: 2 * top + 1)
    var (group, count) = (home, 0)
    borders[home] = 0
    while group != top {
      group = parents[group]
      count += 1
      borders[group] = count * Self.borderCrossing
    }
    // A group's index is larger than that of the group it stands in.
    for group in parents.indices {
      let outside = borders[parents[group]]
      if borders[group] < 0 { borders[group] = outside + Self.borderCrossing }
      borders[top + 1 + group] = min(borders[group], outside)
    }
  }

  /// Forgets the ends.
  mutating func finish(_ map: inout CellMap) {
    for state in goals.keys { map.spots[state >> 2].isEnd = false }
    for cell in joins.keys { map.spots[cell].isEnd = false }
    goals.removeAll(keepingCapacity: true)
    joins = [:]
  }

  /// Lets the way begin with a step from a port or a line.
  mutating func start(from cell: Int, _ way: Way, cost: Int, _ map: CellMap) {
    let next = cell + map.stride(way)
    guard map.spots[next].isFree else { return }
    let step = (way.isHorizontal ? 1 : 2) + Int(map.spots[next].toll)
    let (y, x) = next.quotientAndRemainder(dividingBy: map.width)
    relax(next * 4 + way.rawValue, x, y, cost: cost + step, before: 4)
  }

  /// Looks for the best way.
  mutating func run(_ map: CellMap) {
    map.spots.withUnsafeBufferPointer { spots in
      while let (state, cost) = queue.pop() {
        if let best, cost >= best.cost { return }
        guard !board.states[state].isDone else { continue }
        board.states[state].isDone = true
        effort -= 1
        if isSpent { return }
        expand(state, spots)
      }
    }
  }

  private mutating func expand(_ number: Int, _ spots: UnsafeBufferPointer<CellMap.Spot>) {
    let state = board.states[number]
    let cell = number >> 2
    let heading = number & 3
    let cost = Int(state.cost)
    // The cell before an arrowhead's border belongs to the head.
    let isHead = hasSourceHead && state.before == 4
    if spots[cell].isEnd, !isHead, let goal = goals[number] { arrive(cost + goal, number, nil) }
    let canTurn = !isHead && spots[cell].isFree
    let (y, x) = cell.quotientAndRemainder(dividingBy: width)
    for turn in 0..<4 where turn == heading || canTurn && (turn ^ heading) & 1 == 1 {
      let isRow = turn & 1 == 1
      let ahead = turn == 1 || turn == 2 ? 1 : -1
      let next = cell + (isRow ? ahead : ahead * width)
      let spot = spots[next]
      let turned = cost + (turn == heading ? 0 : Self.bend)
      if spot.isEnd {
        if let join = joins[next], let way = Way(rawValue: turn),
          !spot.arms.contains(Arms(way.opposite))
        {
          arrive(turned + join + Self.bend, number, way)
        }
        if turn != heading, isRoundabout(number, to: next) { continue }
      }
      let step = self.step(onto: spot, isRow: isRow)
      guard step >= 0 else { continue }
      relax(
        next * 4 + turn, isRow ? x + ahead : x, isRow ? y : y + ahead, cost: turned + step,
        before: UInt8(truncatingIfNeeded: heading))
    }
  }

  /// What a step onto a cell costs; -1 where the line may not go.
  private func step(onto spot: CellMap.Spot, isRow: Bool) -> Int {
    if spot.isSolid { return -1 }
    let step = (isRow ? 1 : 2) + Int(spot.toll)
    if spot.hasBorder {
      let isOpen =
        spot.arms.isEmpty && spot.isBorderHorizontal != isRow && isCrossable[spot.border]
      return isOpen ? step + Self.borderCrossing : -1
    }
    if spot.arms.isEmpty { return step }
    return spot.arms == (isRow ? .vertical : .horizontal) ? step + Self.crossing : -1
  }

  private mutating func relax(_ number: Int, _ x: Int, _ y: Int, cost: Int, before: UInt8) {
    let state = board.states[number]
    if state.round == round, state.isDone || cost >= state.cost { return }
    board.states[number] = SearchBoard.State(
      cost: Int32(truncatingIfNeeded: cost), round: round, before: before)
    let borders = borders[Int(regions[number >> 2])]
    queue.push(number, cost: cost + remaining(x, y, number & 3, borders: borders))
  }

  /// Whether a step would lead back to where the way was three cells before.
  private func isRoundabout(_ number: Int, to next: Int) -> Bool {
    var state = number
    for _ in 0..<3 {
      guard let before = self.before(state) else { return false }
      state = before
    }
    return state >> 2 == next
  }

  private mutating func arrive(_ cost: Int, _ state: Int, _ join: Way?) {
    if let best, best.cost <= cost { return }
    // A way that crosses itself has no better one to the same end, but maybe one to another end.
    var cells = way(to: state).cells
    if let join { cells.append((state >> 2) + step(join.rawValue)) }
    guard Set(cells).count == cells.count else { return }
    best = Arrival(cost: cost, state: state, join: join)
  }

  /// The state before another; nil where the way begins.
  private func before(_ number: Int) -> Int? {
    let heading = Int(board.states[number].before)
    return heading < 4 ? ((number >> 2) - step(number & 3)) * 4 + heading : nil
  }

  /// How far the index of the next cell is in a heading.
  private func step(_ heading: Int) -> Int {
    heading & 1 == 1 ? 2 - heading : (heading - 1) * width
  }

  /// The cells of the way to a state, and the cell of a port or line where it begins.
  func way(to state: Int) -> (start: Int, cells: [Int]) {
    var cells = [state >> 2]
    var state = state
    while let before = before(state) {
      cells.append(before >> 2)
      state = before
    }
    return ((state >> 2) - step(state & 3), cells.reversed())
  }
}
