/// A rectangle of character cells; x counts columns and y rows, from the top left.
struct CellRect: Equatable {
  var x = 0
  var y = 0
  var width = 0
  var height = 0

  /// The last column.
  var maxX: Int { x + width - 1 }
  /// The last row.
  var maxY: Int { y + height - 1 }

  /// Whether any cell belongs to both.
  func intersects(_ other: CellRect) -> Bool {
    x <= other.maxX && other.x <= maxX && y <= other.maxY && other.y <= maxY
  }

  /// Whether the other lies inside with a cell to spare on each side.
  func encloses(_ other: CellRect) -> Bool {
    x < other.x && other.maxX < maxX && y < other.y && other.maxY < maxY
  }
}
