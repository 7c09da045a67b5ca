import ArchScene

/// The sheet that a picture is written on, cell by cell.
struct Grid {
  /// What stands on one cell.
  enum Cell: Equatable {
    case blank
    case line(Arms, Stroke)
    case head(Way)
    case text(Character)
    /// The right half of the wide character before it.
    case covered
  }

  let width: Int
  let height: Int
  private(set) var cells: [Cell]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [Cell](repeating: .blank, count: width * height)
  }

  subscript(x: Int, y: Int) -> Cell {
    get { cells[y * width + x] }
    set { cells[y * width + x] = newValue }
  }

  /// Adds arms to a cell; a text or a head that stands there stays.
  mutating func join(_ x: Int, _ y: Int, _ arms: Arms, _ stroke: Stroke) {
    switch self[x, y] {
    case .blank: self[x, y] = .line(arms, stroke)
    case .line(let others, let other):
      self[x, y] = .line(others.union(arms), other == stroke ? stroke : .solid)
    case .head, .text, .covered: break
    }
  }

  /// Draws the border of a box.
  mutating func frame(_ rect: CellRect) {
    for x in rect.x + 1..<max(rect.maxX, rect.x + 1) {
      join(x, rect.y, .horizontal, .solid)
      join(x, rect.maxY, .horizontal, .solid)
    }
    for y in rect.y + 1..<max(rect.maxY, rect.y + 1) {
      join(rect.x, y, .vertical, .solid)
      join(rect.maxX, y, .vertical, .solid)
    }
    join(rect.x, rect.y, [.right, .down], .solid)
    join(rect.maxX, rect.y, [.left, .down], .solid)
    join(rect.x, rect.maxY, [.right, .up], .solid)
    join(rect.maxX, rect.maxY, [.left, .up], .solid)
  }

  /// Writes a text from a cell to the right; what would leave the sheet is cut.
  mutating func write(_ text: String, x: Int, y: Int) {
    var column = x
    for character in text {
      let columns = character.columns
      guard columns > 0, column + columns <= width else { continue }
      self[column, y] = .text(character)
      if columns > 1 { self[column + 1, y] = .covered }
      column += columns
    }
  }

  /// Returns the lines, without blanks at their ends and without empty lines or columns around.
  func lines(_ glyphs: GlyphSet) -> [String] {
    let rows = (0..<height).filter { !isBlank(row: $0) }
    guard let first = rows.first, let last = rows.last else { return [] }
    let indent = (0..<width).first { x in (first...last).contains { self[x, $0] != .blank } } ?? 0
    return (first...last).map { line($0, from: indent, glyphs) }
  }

  private func isBlank(row: Int) -> Bool {
    cells[row * width..<(row + 1) * width].allSatisfy { $0 == .blank }
  }

  private func line(_ y: Int, from start: Int, _ glyphs: GlyphSet) -> String {
    var end = width
    while end > start, self[end - 1, y] == .blank { end -= 1 }
    var line = ""
    for x in start..<end {
      switch self[x, y] {
      case .blank: line.append(" ")
      case .line(let arms, let stroke): line.append(glyphs.line(arms, stroke))
      case .head(let way): line.append(glyphs.head(way))
      case .text(let character): line.append(character)
      case .covered: break
      }
    }
    return line
  }
}
