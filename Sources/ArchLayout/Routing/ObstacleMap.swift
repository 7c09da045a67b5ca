import ArchScene

/// What routes must not run through, found by place.
struct ObstacleMap {
  /// What stands in the way, and of whom.
  enum Owner: Hashable {
    case box(Int)
    /// The words of an edge.
    case label(Int)
    /// The words of a group.
    case title(Int)
  }

  struct Obstacle {
    var frame: Rect
    var owner: Owner
  }

  private(set) var obstacles: [Obstacle] = []
  /// Beside which routes do not run.
  let borders: BorderMap
  /// Where the words of each edge that has some stand among the obstacles.
  private var labels: [Int: Int] = [:]
  private let origin: Point
  private let columns: Int
  private let rows: Int
  /// The indices of the obstacles that touch each cell, row by row.
  private var cells: [[Int32]]

  /// The side of a cell in px; about the size of a box.
  private static let side = 128.0

  init(_ problem: RoutingProblem) {
    borders = BorderMap(problem.groups.map(\.frame))
    obstacles = problem.boxes.enumerated().map { Obstacle(frame: $1, owner: .box($0)) }
    for (index, line) in problem.lines.enumerated() {
      guard let label = line.label else { continue }
      labels[index] = obstacles.count
      obstacles.append(Obstacle(frame: label, owner: .label(index)))
    }
    for (index, group) in problem.groups.enumerated() where group.title.width > 0 {
      obstacles.append(Obstacle(frame: group.title, owner: .title(index)))
    }
    let first = obstacles.first?.frame ?? Rect(x: 0, y: 0, width: 0, height: 0)
    let bounds = obstacles.reduce(first) { $0.union($1.frame) }
    origin = Point(x: bounds.x, y: bounds.y)
    columns = Int(bounds.width / Self.side) + 1
    rows = Int(bounds.height / Self.side) + 1
    cells = [[Int32]](repeating: [], count: columns * rows)
    for index in obstacles.indices {
      let (across, down) = cellRange(obstacles[index].frame)
      for row in down {
        for column in across { cells[row * columns + column].append(Int32(index)) }
      }
    }
  }

  /// Puts the words of an edge elsewhere.
  mutating func moveLabel(of line: Int, to frame: Rect) {
    guard let index = labels[line], obstacles[index].frame != frame else { return }
    obstacles[index].frame = frame
    let (across, down) = cellRange(frame)
    for row in down {
      for column in across where !cells[row * columns + column].contains(Int32(index)) {
        cells[row * columns + column].append(Int32(index))
      }
    }
  }

  private func cellRange(_ rect: Rect) -> (columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    func cell(_ value: Double, _ count: Int) -> Int {
      min(max(Int((value / Self.side).rounded(.down)), 0), count - 1)
    }
    return (
      cell(rect.x - origin.x, columns)...cell(rect.maxX - origin.x, columns),
      cell(rect.y - origin.y, rows)...cell(rect.maxY - origin.y, rows)
    )
  }

  /// The obstacles that come near a rectangle, each once, in order.
  func near(_ rect: Rect) -> [Int32] {
    let (across, down) = cellRange(rect)
    if across.count == 1, down.count == 1 {
      return cells[down.lowerBound * columns + across.lowerBound]
    }
    var found: [Int32] = []
    for row in down {
      for column in across { found += cells[row * columns + column] }
    }
    found.sort()
    var last: Int32 = -1
    found.removeAll { index in
      defer { last = index }
      return index == last
    }
    return found
  }
}

extension ObstacleMap.Obstacle {
  /// The room that routes leave to it.
  func kept(_ clearance: Double) -> Rect {
    switch owner {
    case .box: frame.insetBy(-clearance)
    case .label, .title: frame.insetBy(-RouteSpacing.wordClearance)
    }
  }
}
