import ArchScene
import ArchSource

extension SearchWindow {
  /// The cheapest way between some ports, with the points on the borders; nil where there is none.
  ///
  /// A search by A*: what a way has cost so far, and at least the distance to the nearest entry.
  func way(from exits: [Port], to entries: [Port]) -> [Point]? {
    guard xs.count > 1 || ys.count > 1, xs.count * ys.count <= 4_000_000 else { return nil }
    var search = WaySearch(self, exits, entries)
    return search.run()
  }

  func column(of x: Double) -> Int? { index(of: x, in: xs) }

  func row(of y: Double) -> Int? { index(of: y, in: ys) }

  private func index(of value: Double, in lines: [Double]) -> Int? {
    let index = lines.partitioningIndex { $0 > value - 0.011 }
    return index < lines.count && abs(lines[index] - value) < 0.011 ? index : nil
  }
}

/// One search. A state is a point of the grid and the side toward which the way goes on.
private struct WaySearch {
  private let window: SearchWindow
  private let exits: [Port]
  private let entries: [Port]
  private let width: Int
  private var costs: [Float]
  private var before: [Int32]
  private var open = StateHeap()
  /// The states in which the way has arrived, with the entries they belong to; few.
  private var arrivals: [(state: Int, entry: Int)] = []
  /// The states from which it starts, with the exits they belong to; few.
  private var starts: [(state: Int, exit: Int)] = []
  /// What it costs at least to get from each state to an arrival, once asked for.
  private var estimates: [Float]

  init(_ window: SearchWindow, _ exits: [Port], _ entries: [Port]) {
    self.window = window
    self.exits = exits
    self.entries = entries
    width = window.xs.count
    let count = width * window.ys.count * 4
    costs = [Float](repeating: .infinity, count: count)
    before = [Int32](repeating: -1, count: count)
    estimates = [Float](repeating: -1, count: count)
  }

  mutating func run() -> [Point]? {
    for (index, entry) in entries.enumerated() {
      let side = Side(entry.side.axis, isForward: !entry.isForward)
      if let state = state(entry.approach, side), !arrivals.contains(where: { $0.state == state }) {
        arrivals.append((state, index))
      }
    }
    for (index, exit) in exits.enumerated() {
      let side = Side(exit.side.axis, isForward: exit.isForward)
      guard let state = state(exit.approach, side), Float(exit.cost) < costs[state] else {
        continue
      }
      costs[state] = Float(exit.cost)
      starts.append((state, index))
      open.push(state, Float(exit.cost) + estimate(state))
    }
    var best: (state: Int, cost: Float)?
    while let (state, estimated) = open.pop() {
      if let best, estimated >= best.cost { break }
      if let arrival = arrivals.first(where: { $0.state == state }) {
        let cost = costs[state] + Float(entries[arrival.entry].cost)
        if cost < best?.cost ?? .infinity { best = (state, cost) }
      }
      expand(state, estimated)
    }
    return best.map { way(to: $0.state) }
  }

  private func state(_ point: Point, _ side: Side) -> Int? {
    guard let column = window.column(of: point.x), let row = window.row(of: point.y) else {
      return nil
    }
    return (row * width + column) * 4 + side.rawValue
  }

  private func point(_ state: Int) -> Point {
    let cell = state / 4
    return Point(x: window.xs[cell % width], y: window.ys[cell / width])
  }

  /// What it costs at least to arrive: the distance and the bends that are needed in any case.
  private mutating func estimate(_ state: Int) -> Float {
    let known = estimates[state]
    if known >= 0 { return known }
    let point = point(state)
    let heading = Side(rawValue: state % 4) ?? .right
    var least = Double.infinity
    for entry in entries {
      let distance = abs(entry.approach.x - point.x) + abs(entry.approach.y - point.y)
      guard distance + entry.cost < least else { continue }
      let bends = Self.leastBends(from: point, heading, to: entry)
      least = min(least, distance + entry.cost + Double(bends) * RouteFinder.bendCost)
    }
    estimates[state] = Float(least)
    return Float(least)
  }

  /// How many bends a way has at least from a point, where it runs toward a side, into an entry.
  private static func leastBends(from point: Point, _ heading: Side, to entry: Port) -> Int {
    let axis = entry.side.axis
    let ahead = entry.approach[axis] - point[axis]
    let aside = entry.approach[axis.other] - point[axis.other]
    let isBehind = entry.isForward ? ahead > 0.02 : ahead < -0.02
    let isLevel = abs(aside) < 0.02
    if heading.axis == axis {
      if heading.isForward == entry.isForward { return isLevel ? 4 : 2 }
      return isBehind ? 4 : isLevel ? 0 : 2
    }
    if isBehind { return 3 }
    return isLevel || (aside > 0) == heading.isForward ? 1 : 3
  }

  private mutating func expand(_ state: Int, _ estimated: Float) {
    let cost = costs[state]
    guard estimated <= cost + estimate(state) + 0.5 else { return }
    let heading = Side(rawValue: state % 4) ?? .right
    if let next = neighbour(state / 4, heading) {
      reach(next.cell * 4 + heading.rawValue, cost + next.cost, from: state)
    }
    let isLevel = heading.axis == .x
    turn(to: isLevel ? .bottom : .right, from: state, cost)
    turn(to: isLevel ? .top : .left, from: state, cost)
  }

  /// Goes on toward another side, where that leads anywhere.
  private mutating func turn(to side: Side, from state: Int, _ cost: Float) {
    let turned = state / 4 * 4 + side.rawValue
    guard neighbour(state / 4, side) != nil || arrivals.contains(where: { $0.state == turned })
    else { return }
    reach(turned, cost + Float(RouteFinder.bendCost), from: state)
  }

  private mutating func reach(_ state: Int, _ cost: Float, from previous: Int) {
    guard cost < costs[state] else { return }
    costs[state] = cost
    before[state] = Int32(previous)
    open.push(state, cost + estimate(state))
  }

  private func neighbour(_ cell: Int, _ side: Side) -> (cell: Int, cost: Float)? {
    let (next, cost): (Int, Float)
    switch side {
    case .right: (next, cost) = (cell + 1, window.rightward[cell])
    case .left:
      guard cell % width > 0 else { return nil }
      (next, cost) = (cell - 1, window.rightward[cell - 1])
    case .bottom: (next, cost) = (cell + width, window.downward[cell])
    case .top:
      guard cell >= width else { return nil }
      (next, cost) = (cell - width, window.downward[cell - width])
    }
    return cost < .infinity ? (next, cost) : nil
  }

  private func way(to end: Int) -> [Point] {
    var points: [Point] = []
    if let arrival = arrivals.first(where: { $0.state == end }) {
      points.append(border(entries[arrival.entry], at: point(end)))
    }
    var state = end
    while true {
      points.append(point(state))
      guard before[state] < 0 else {
        state = Int(before[state])
        continue
      }
      if let start = starts.last(where: { $0.state == state }) {
        points.append(border(exits[start.exit], at: point(state)))
      }
      break
    }
    return points.reversed()
  }

  /// The point on the border before an approach: exactly on the line of the grid, which may stand
  /// for others beside it.
  private func border(_ port: Port, at approach: Point) -> Point {
    let axis = port.side.axis
    return Point(port.point[axis], on: axis, approach[axis.other])
  }
}
