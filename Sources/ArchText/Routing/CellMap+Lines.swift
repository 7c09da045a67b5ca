import ArchScene

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
  mutating func draw(_ task: LineTask, _ path: LinePath) {
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
    if traffic[cell].count == 0 {
      traffic[cell].source = task.sourceKey
      traffic[cell].target = task.targetKey
      traffic[cell].edge = Int32(task.edge)
    }
    if traffic[cell].source != task.sourceKey || !task.isMergeable { traffic[cell].source = -1 }
    if traffic[cell].target != task.targetKey || !task.isMergeable { traffic[cell].target = -1 }
    if traffic[cell].count < .max { traffic[cell].count += 1 }
  }
}
