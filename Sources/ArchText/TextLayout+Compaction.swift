extension TextLayout {
  /// The layout without the rows that nothing needs: where lines only pass, and whose neighbours
  /// can stand on one another.
  ///
  /// Gaps are made for the worst that lines may do; most lines run straight.
  func compacted() -> TextLayout {
    let rows = PassedRows(self)
    var isKept = [Bool](repeating: true, count: height)
    var above = 0
    for y in 1..<max(height - 1, 1) {
      if rows.isPassed(y), rows.canTouch(above, y + 1) {
        isKept[y] = false
      } else {
        above = y
      }
    }
    return keeping(isKept)
  }

  /// The layout with some of its rows.
  private func keeping(_ isKept: [Bool]) -> TextLayout {
    var result = self
    var newRows: [Int] = []
    var count = 0
    for isKept in isKept {
      newRows.append(count)
      count += isKept ? 1 : 0
    }
    func moved(_ rect: CellRect) -> CellRect {
      let y = newRows[rect.y]
      return CellRect(x: rect.x, y: y, width: rect.width, height: newRows[rect.maxY] - y + 1)
    }
    result.nodes = nodes.map(moved)
    result.groups = groups.map(moved)
    result.labels = labels.map { label in
      var label = label
      label.y = newRows[label.y]
      return label
    }
    result.paths = paths.map { path in
      guard var path else { return nil }
      path.cells = path.cells.filter { isKept[$0 / width] }
        .map { newRows[$0 / width] * width + $0 % width }
      return path
    }
    result.height = count
    return result
  }
}

/// Which rows of a layout are only passed by lines.
private struct PassedRows {
  /// What a cell means to the cell below or above.
  private enum Matter {
    /// Nothing, or a line from above to below.
    case passed
    /// Part of the top or bottom of a box or group.
    case frame
    /// Part of a line, a label, or a box's words.
    case mark
  }

  private let width: Int
  private var matters: [Matter]
  private var isInNode: [Bool]
  private let groups: [CellRect]

  init(_ layout: TextLayout) {
    let grid = layout.drawn()
    width = layout.width
    groups = layout.groups
    matters = grid.cells.map { cell in
      switch cell {
      case .blank, .line(.vertical, _): .passed
      default: .mark
      }
    }
    isInNode = Array(repeating: false, count: layout.height)
    for node in layout.nodes {
      for y in node.y...node.maxY { isInNode[y] = true }
    }
    for rect in layout.nodes + layout.groups {
      for x in rect.x...rect.maxX {
        matters[rect.y * width + x] = .frame
        matters[rect.maxY * width + x] = .frame
      }
    }
  }

  func isPassed(_ y: Int) -> Bool {
    !isInNode[y] && matters[y * width..<(y + 1) * width].allSatisfy { $0 == .passed }
  }

  /// Whether two rows can follow one another with nothing between them.
  ///
  /// A group's border may touch what the group holds, and nothing else may touch.
  func canTouch(_ above: Int, _ below: Int) -> Bool {
    let touching = groups.filter { $0.y == above || $0.maxY == below }
    return (0..<width).allSatisfy { x in
      let (upper, lower) = (matters[above * width + x], matters[below * width + x])
      if upper == .passed || lower == .passed { return true }
      guard upper == .frame, lower == .frame else { return false }
      return touching.contains { x >= $0.x && x <= $0.maxX }
    }
  }
}
