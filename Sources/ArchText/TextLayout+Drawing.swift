import ArchScene

extension TextLayout {
  /// Draws everything onto a grid.
  func drawn() -> Grid {
    var grid = Grid(width: width, height: height)
    for (index, group) in groups.enumerated() {
      grid.frame(group)
      let title = words.titles[index]
      if !title.isEmpty { grid.write(" \(title) ", x: group.x + 2, y: group.y) }
    }
    for (index, node) in nodes.enumerated() {
      grid.frame(node)
      for (row, line) in words.nodes[index].enumerated() {
        grid.write(line, x: node.x + 2, y: node.y + 1 + row)
      }
    }
    for (edge, path) in zip(scene.edges, paths) {
      if let path { draw(edge, path.cells, on: &grid) }
    }
    for label in labels {
      let isInLine = grid[label.x, label.y] != .blank
      for (index, row) in label.words.rows.enumerated() {
        let text = isInLine ? " \(row) " : row
        grid.write(text, x: label.x - (isInLine ? 1 : 0), y: label.y + index)
      }
    }
    return grid
  }

  private func draw(_ edge: SceneEdge, _ cells: [Int], on grid: inout Grid) {
    let last = cells.count - 1
    for (index, cell) in cells.enumerated() {
      var arms: Arms = []
      if index > 0, index < last || !edge.hasTargetHead {
        arms.insert(Arms(way(from: cell, to: cells[index - 1])))
      }
      if index < last, index > 0 || !edge.hasSourceHead {
        arms.insert(Arms(way(from: cell, to: cells[index + 1])))
      }
      let (y, x) = cell.quotientAndRemainder(dividingBy: width)
      grid.join(x, y, arms, index > 0 && index < last ? edge.stroke : .solid)
    }
    if edge.hasTargetHead { putHead(cells[last - 1], before: cells[last], on: &grid) }
    if edge.hasSourceHead { putHead(cells[1], before: cells[0], on: &grid) }
  }

  private func putHead(_ cell: Int, before border: Int, on grid: inout Grid) {
    let (y, x) = cell.quotientAndRemainder(dividingBy: width)
    grid[x, y] = .head(way(from: cell, to: border))
  }

  private func way(from cell: Int, to next: Int) -> Way {
    switch next - cell {
    case 1: .right
    case -1: .left
    case let step: step > 0 ? .down : .up
    }
  }
}
