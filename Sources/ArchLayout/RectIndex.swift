import ArchScene

/// Rectangles by the cells of a grid that they touch, so that a question costs as much as its
/// neighbourhood.
struct RectIndex {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  /// px; about the size of a box.
  private static let side = 160.0

  private var cells: [Cell: [Rect]] = [:]

  mutating func insert(_ rect: Rect) {
    Self.forEachCell(of: rect) { cell in
      cells[cell, default: []].append(rect)
      return false
    }
  }

  /// Whether a rectangle shares more than a border with one of those in here.
  func overlaps(_ rect: Rect) -> Bool {
    Self.forEachCell(of: rect) { cells[$0]?.contains { $0.overlaps(rect) } ?? false }
  }

  private static func cell(_ length: Double) -> Int { Int((length / side).rounded(.down)) }

  /// Calls a closure with cells until one answers true; whether one did.
  @discardableResult
  private static func forEachCell(of rect: Rect, _ isDone: (Cell) -> Bool) -> Bool {
    guard rect.width >= 0, rect.height >= 0 else { return false }
    for column in cell(rect.x)...cell(rect.maxX) {
      for row in cell(rect.y)...cell(rect.maxY)
      where isDone(Cell(column: column, row: row)) { return true }
    }
    return false
  }
}
