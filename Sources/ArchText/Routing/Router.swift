import ArchScene

/// Finds ways for lines, one after another, over the cells that boxes leave free.
///
/// A* over cells and headings (Hart, Nilsson and Raphael, 1968): a row costs twice a column, for
/// cells are about twice as high as wide; bends, crossings and closeness cost extra. A line may
/// begin on a line that leaves the same box and end on one that leads to the same box.
struct Router {
  var map: CellMap
  /// The ways found, by edge.
  private(set) var paths: [LinePath?]

  private var tasks: [LineTask?]
  private var edgesBySource: [Int32: [Int]] = [:]
  private var edgesByTarget: [Int32: [Int]] = [:]

  // The search of one line: by state, which is a cell times four plus a heading.
  private var costs: [Int32]
  /// The state before, or -2 less the cell of the border or line where the way begins.
  private var parents: [Int32]
  /// Twice the round in which a state was reached, plus one when it is done with.
  private var marks: [Int32]
  /// By state, one more than the cost to end there.
  private var goals: [Int32]
  /// By cell, one more than the cost to end on the line there.
  private var joins: [Int32]
  private var usedGoals: [Int] = []
  private var usedJoins: [Int] = []
  private var queue = CostQueue()
  private var round: Int32 = 0
  private var best: (cost: Int, state: Int, join: Way?)?
  private var goalRect = CellRect()
  /// How many states may still be looked at; a bound for graphs that no text can show anyway.
  private var effort = 12_000_000

  private static let bend = 6
  private static let crossing = 9
  private static let borderCrossing = 3
  private static let merging = 1

  init(_ map: CellMap, edges: Int) {
    self.map = map
    paths = Array(repeating: nil, count: edges)
    tasks = Array(repeating: nil, count: edges)
    let states = map.spots.count * 4
    costs = Array(repeating: 0, count: states)
    parents = Array(repeating: 0, count: states)
    marks = Array(repeating: 0, count: states)
    goals = Array(repeating: 0, count: states)
    joins = Array(repeating: 0, count: map.spots.count)
  }

  /// Finds a way for a line and draws it on the map; returns whether there is one.
  mutating func route(_ task: LineTask) -> Bool {
    round += 1
    best = nil
    queue.clear()
    goalRect = task.target
    addGoals(task)
    addStarts(task)
    search(task)
    for state in usedGoals { goals[state] = 0 }
    for cell in usedJoins { joins[cell] = 0 }
    usedGoals.removeAll(keepingCapacity: true)
    usedJoins.removeAll(keepingCapacity: true)
    guard let best else { return false }
    commit(task, path(to: best.state, join: best.join))
    return true
  }

  // MARK: Ends

  private mutating func addGoals(_ task: LineTask) {
    let ports = map.ports(
      of: task.target, facing: task.source, isInside: task.isInsideTarget,
      ways: task.isLoop ? [.down, .up] : Way.allCases)
    for port in ports {
      let cell = port.cell + map.stride(port.way)
      guard map.spots[cell].isFree else { continue }
      let state = cell * 4 + port.way.opposite.rawValue
      goals[state] = Int32(port.cost + 1)
      usedGoals.append(state)
    }
    guard task.isMergeable else { return }
    for edge in edgesByTarget[task.targetKey] ?? [] {
      guard let path = paths[edge], isKin(tasks[edge], task) else { continue }
      var rest = 0
      for index in path.cells.indices.dropFirst().dropLast().reversed() {
        let cell = path.cells[index]
        rest += map.isRowStep(cell, path.cells[index + 1]) ? 1 : 2
        let spot = map.spots[cell]
        if spot.isClosedToJoin || !isAllowed(spot, task) { break }
        guard spot.target == task.targetKey, isOpenToJoint(spot), joins[cell] == 0 else { continue }
        joins[cell] = Int32(rest + Self.merging + 1)
        usedJoins.append(cell)
      }
    }
  }

  private mutating func addStarts(_ task: LineTask) {
    let ports = map.ports(
      of: task.source, facing: task.target, isInside: task.isInsideSource,
      ways: task.isLoop ? [.right, .left] : Way.allCases)
    for port in ports {
      start(from: port.cell, port.way, cost: port.cost)
    }
    guard task.isMergeable else { return }
    for edge in edgesBySource[task.sourceKey] ?? [] {
      guard let path = paths[edge], isKin(tasks[edge], task) else { continue }
      var length = 0
      for index in path.cells.indices.dropFirst().dropLast() {
        let cell = path.cells[index]
        length += map.isRowStep(cell, path.cells[index - 1]) ? 1 : 2
        let spot = map.spots[cell]
        if spot.isClosedToLeave || !isAllowed(spot, task) { break }
        guard spot.source == task.sourceKey, isOpenToJoint(spot) else { continue }
        for way in Way.allCases where !spot.arms.contains(Arms(way)) {
          start(from: cell, way, cost: length + Self.merging + Self.bend)
        }
      }
    }
  }

  /// Whether a line of the same box may share a stretch: it looks the same and leads elsewhere.
  private func isKin(_ other: LineTask?, _ task: LineTask) -> Bool {
    guard let other, other.isMergeable, other.stroke == task.stroke else { return false }
    return other.sourceKey != task.sourceKey || other.targetKey != task.targetKey
  }

  /// Whether a shared stretch stays out of groups that are none of the line's business.
  private func isAllowed(_ spot: CellMap.Spot, _ task: LineTask) -> Bool {
    spot.border < 0 || task.crossable.contains(Int(spot.border))
  }

  /// Whether a third line may meet the one on a cell.
  private func isOpenToJoint(_ spot: CellMap.Spot) -> Bool {
    !spot.isSolid && spot.border < 0 && spot.arms.count == 2
  }

  private mutating func start(from cell: Int, _ way: Way, cost: Int) {
    let next = cell + map.stride(way)
    guard map.spots[next].isFree else { return }
    let step = (way.isHorizontal ? 1 : 2) + Int(map.spots[next].toll)
    relax(next * 4 + way.rawValue, cost: cost + step, parent: -2 - cell)
  }

  // MARK: Search

  private mutating func search(_ task: LineTask) {
    while let (state, cost) = queue.pop() {
      if let best, cost >= best.cost { return }
      guard marks[state] == round * 2 else { continue }
      marks[state] = round * 2 + 1
      effort -= 1
      guard effort > 0 else { return }
      expand(state, task)
    }
  }

  private mutating func expand(_ state: Int, _ task: LineTask) {
    let cell = state >> 2
    let heading = state & 3
    let cost = Int(costs[state])
    if goals[state] > 0, parents[state] >= 0 || !task.hasSourceHead {
      finish(cost + Int(goals[state]) - 1, state, nil)
    }
    // The cell before an arrowhead's border belongs to the head.
    let isHead = task.hasSourceHead && parents[state] < 0
    let canTurn = map.spots[cell].isFree && !isHead
    for way in Way.allCases {
      let isStraight = way.rawValue == heading
      guard isStraight || canTurn && (way.rawValue ^ heading) & 1 == 1 else { continue }
      let next = cell + map.stride(way)
      let turned = cost + (isStraight ? 0 : Self.bend)
      if joins[next] > 0, !map.spots[next].arms.contains(Arms(way.opposite)) {
        finish(turned + Int(joins[next]) - 1 + Self.bend, state, way)
      }
      guard let step = self.step(onto: map.spots[next], way, task) else { continue }
      relax(next * 4 + way.rawValue, cost: turned + step, parent: state)
    }
  }

  /// What a step onto a cell costs; nil where the line may not go.
  private func step(onto spot: CellMap.Spot, _ way: Way, _ task: LineTask) -> Int? {
    guard !spot.isSolid else { return nil }
    let step = (way.isHorizontal ? 1 : 2) + Int(spot.toll)
    if spot.border >= 0 {
      guard spot.arms.isEmpty, spot.isBorderHorizontal != way.isHorizontal,
        task.crossable.contains(Int(spot.border))
      else { return nil }
      return step + Self.borderCrossing
    }
    if spot.arms.isEmpty { return step }
    guard spot.arms == (way.isHorizontal ? .vertical : .horizontal) else { return nil }
    return step + Self.crossing
  }

  private mutating func relax(_ state: Int, cost: Int, parent: Int) {
    if marks[state] >= round * 2 {
      guard marks[state] == round * 2, cost < costs[state] else { return }
    }
    marks[state] = round * 2
    costs[state] = Int32(truncatingIfNeeded: cost)
    parents[state] = Int32(truncatingIfNeeded: parent)
    queue.push(state, cost: cost + leastCost(from: state >> 2))
  }

  private mutating func finish(_ cost: Int, _ state: Int, _ join: Way?) {
    if let best, best.cost <= cost { return }
    best = (cost, state, join)
  }

  /// What the rest of a way costs at least.
  private func leastCost(from cell: Int) -> Int {
    let (y, x) = cell.quotientAndRemainder(dividingBy: map.width)
    let columns = max(0, goalRect.x - 1 - x, x - goalRect.maxX - 1)
    let rows = max(0, goalRect.y - 1 - y, y - goalRect.maxY - 1)
    return columns + 2 * rows
  }

  // MARK: Drawing

  private func path(to state: Int, join: Way?) -> LinePath {
    var cells: [Int] = []
    var state = state
    let heading = Way(rawValue: state & 3) ?? .down
    let end = (state >> 2) + map.stride(join ?? heading)
    while state >= 0 {
      cells.append(state >> 2)
      state = Int(parents[state])
    }
    cells.reverse()
    let first = -2 - state
    let head = stretch(to: first)
    let tail = join == nil ? [end] : stretch(from: end)
    return LinePath(
      cells: head + cells + tail, sharedAtStart: head.count > 1 ? head.count : 0,
      sharedAtEnd: join == nil ? 0 : tail.count)
  }

  /// The line that runs to a cell from its box, or the cell where it is the box's own border.
  private func stretch(to cell: Int) -> [Int] {
    guard let path = line(on: cell), let index = path.cells.firstIndex(of: cell) else {
      return [cell]
    }
    return Array(path.cells[...index])
  }

  private func stretch(from cell: Int) -> [Int] {
    guard let path = line(on: cell), let index = path.cells.lastIndex(of: cell) else {
      return [cell]
    }
    return Array(path.cells[index...])
  }

  private func line(on cell: Int) -> LinePath? {
    let edge = Int(map.spots[cell].edge)
    return edge >= 0 ? paths[edge] : nil
  }

  private mutating func commit(_ task: LineTask, _ path: LinePath) {
    paths[task.edge] = path
    tasks[task.edge] = task
    edgesBySource[task.sourceKey, default: []].append(task.edge)
    edgesByTarget[task.targetKey, default: []].append(task.edge)
    map.draw(task, path)
  }
}

extension CellMap {
  /// Whether two neighbouring cells stand in one row.
  func isRowStep(_ first: Int, _ second: Int) -> Bool { abs(first - second) == 1 }

  /// The way from a cell to its neighbour.
  func way(from cell: Int, to next: Int) -> Way {
    switch next - cell {
    case 1: .right
    case -1: .left
    case let step: step > 0 ? .down : .up
    }
  }

  /// Puts a line on the map.
  fileprivate mutating func draw(_ task: LineTask, _ path: LinePath) {
    let cells = path.cells
    for (index, cell) in cells.enumerated() {
      if index > 0 { spots[cell].arms.insert(Arms(way(from: cell, to: cells[index - 1]))) }
      if index + 1 < cells.count {
        spots[cell].arms.insert(Arms(way(from: cell, to: cells[index + 1])))
      }
      if index > 0, index + 1 < cells.count { mark(cell, task) }
    }
    let last = cells.count - 1
    spots[cells[0]].isSolid = true
    spots[cells[last]].isSolid = true
    if task.hasTargetHead { spots[cells[last - 1]].isSolid = true }
    if task.hasSourceHead { spots[cells[1]].isSolid = true }
    for cell in cells[path.sharedAtStart..<(cells.count - path.sharedAtEnd)] {
      let (y, x) = cell.quotientAndRemainder(dividingBy: width)
      for way in Way.allCases { addToll(x + way.step.x, y + way.step.y) }
    }
  }

  private mutating func mark(_ cell: Int, _ task: LineTask) {
    if spots[cell].count == 0 {
      spots[cell].source = task.sourceKey
      spots[cell].target = task.targetKey
      spots[cell].edge = Int32(task.edge)
    }
    if spots[cell].source != task.sourceKey || !task.isMergeable { spots[cell].source = -1 }
    if spots[cell].target != task.targetKey || !task.isMergeable { spots[cell].target = -1 }
    if spots[cell].count < .max { spots[cell].count += 1 }
  }
}
