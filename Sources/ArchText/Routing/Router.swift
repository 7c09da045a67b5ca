import ArchScene

/// Finds ways for lines, one after another, over the cells that boxes leave free.
///
/// A line may begin on a line that leaves the same box and end on one that leads to the same box.
struct Router {
  var map: CellMap
  /// The ways found, by edge.
  private(set) var paths: [LinePath?]

  private var tasks: [LineTask?]
  private var edgesBySource: [Int32: [Int]] = [:]
  private var edgesByTarget: [Int32: [Int]] = [:]
  private var search: WaySearch

  /// How many lines of the same box are looked at to share a stretch with: the latest, for a hub
  /// has hundreds.
  private static let kin = 24

  /// Whether lines find no way any more because the search took too long.
  var isSpent: Bool { search.isSpent }

  init(_ map: CellMap, edges: Int, parents: [Int], _ board: SearchBoard) {
    self.map = map
    paths = Array(repeating: nil, count: edges)
    tasks = Array(repeating: nil, count: edges)
    board.prepare(states: map.spots.count * 4)
    search = WaySearch(parents: parents, board)
  }

  /// Finds a way for a line and draws it on the map; returns whether there is one.
  mutating func route(_ task: LineTask) -> Bool {
    if isSpent { return false }
    for group in task.crossable { search.isCrossable[group] = true }
    defer {
      for group in task.crossable { search.isCrossable[group] = false }
    }
    let ports = map.ports(
      of: task.target, facing: task.source, isInside: task.isInsideTarget,
      ways: task.isLoop ? [.down, .up] : Way.allCases
    ).filter { map.spots[$0.cell + map.stride($0.way)].isFree }
    let joins = joins(task)
    guard !ports.isEmpty || !joins.isEmpty else { return false }
    search.prepare(task, ports: ports, joins: joins, &map)
    addStarts(task)
    search.run(map)
    search.finish(&map)
    guard let best = search.best else { return false }
    commit(task, path(best))
    return true
  }

  // MARK: Ends

  /// By the cells of lines to the same box where the line may end, what that costs.
  private func joins(_ task: LineTask) -> [Int: Int] {
    guard task.isMergeable else { return [:] }
    var joins: [Int: Int] = [:]
    for edge in (edgesByTarget[task.targetKey] ?? []).suffix(Self.kin) {
      guard let path = paths[edge], isKin(tasks[edge], task) else { continue }
      var rest = 0
      for index in path.cells.indices.dropFirst().dropLast().reversed() {
        let cell = path.cells[index]
        rest += map.isRowStep(cell, path.cells[index + 1]) ? 1 : 2
        if map.traffic[cell].isClosedToJoin || !isAllowed(map.spots[cell]) { break }
        guard map.traffic[cell].target == task.targetKey, isOpenToJoint(map.spots[cell]),
          joins[cell] == nil
        else { continue }
        joins[cell] = rest + WaySearch.merging
      }
    }
    return joins
  }

  private mutating func addStarts(_ task: LineTask) {
    let ports = map.ports(
      of: task.source, facing: task.target, isInside: task.isInsideSource,
      ways: task.isLoop ? [.right, .left] : Way.allCases)
    for port in ports { search.start(from: port.cell, port.way, cost: port.cost, map) }
    guard task.isMergeable else { return }
    for edge in (edgesBySource[task.sourceKey] ?? []).suffix(Self.kin) {
      guard let path = paths[edge], isKin(tasks[edge], task) else { continue }
      var length = 0
      for index in path.cells.indices.dropFirst().dropLast() {
        let cell = path.cells[index]
        let spot = map.spots[cell]
        length += map.isRowStep(cell, path.cells[index - 1]) ? 1 : 2
        if map.traffic[cell].isClosedToLeave || !isAllowed(spot) { break }
        guard map.traffic[cell].source == task.sourceKey, isOpenToJoint(spot) else { continue }
        for way in Way.allCases where !spot.arms.contains(Arms(way)) {
          let cost = length + WaySearch.merging + WaySearch.bend
          search.start(from: cell, way, cost: cost, map)
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
  private func isAllowed(_ spot: CellMap.Spot) -> Bool {
    !spot.hasBorder || search.isCrossable[spot.border]
  }

  /// Whether a third line may meet the one on a cell.
  private func isOpenToJoint(_ spot: CellMap.Spot) -> Bool {
    !spot.isSolid && !spot.hasBorder && spot.arms.count == 2
  }

  // MARK: Drawing

  private func path(_ arrival: WaySearch.Arrival) -> LinePath {
    let (start, cells) = search.way(to: arrival.state)
    let heading = Way(rawValue: arrival.state & 3) ?? .down
    let end = (arrival.state >> 2) + map.stride(arrival.join ?? heading)
    let head = stretch(to: start)
    let tail = arrival.join == nil ? [end] : stretch(from: end)
    return LinePath(
      cells: head + cells + tail, sharedAtStart: head.count > 1 ? head.count : 0,
      sharedAtEnd: arrival.join == nil ? 0 : tail.count)
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
    let edge = Int(map.traffic[cell].edge)
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
