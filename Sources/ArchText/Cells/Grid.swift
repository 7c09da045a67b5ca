import ArchScene

/// The sheet that a picture is written on, cell by cell.
struct Grid {
  /// What stands on one cell.
  enum Cell: Equatable {
    case blank
    case line(Arms, Stroke)
    case head(Way)
    /// A character, by its first scalar.
    case text(Unicode.Scalar)
    /// The right half of the wide character before it.
    case covered
  }

  let width: Int
  let height: Int
  private(set) var cells: [Cell]
  /// What follows the first scalars of the few characters that have several, by cell, in UTF-8.
  private var tails: [Int: [UInt8]] = [:]

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
    cells = [Cell](repeating: .blank, count: width * height)
  }

  subscript(x: Int, y: Int) -> Cell {
    get { cells[y * width + x] }
    set {
      cells[y * width + x] = newValue
      if !tails.isEmpty { tails[y * width + x] = nil }
    }
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
    if text.isLatin {
      for scalar in text.unicodeScalars where column < width {
        self[column, y] = .text(scalar)
        column += 1
      }
      return
    }
    for character in text {
      let columns = character.columns
      let scalars = character.unicodeScalars
      guard columns > 0, column + columns <= width, let first = scalars.first else { continue }
      self[column, y] = .text(first)
      if scalars.count > 1 {
        tails[y * width + column] = Array(String(character).utf8.dropFirst(first.utf8.count))
      }
      if columns > 1 { self[column + 1, y] = .covered }
      column += columns
    }
  }

  /// The columns and rows with anything in them; nil where there is nothing.
  var bounds: CellRect? {
    var (left, right, top, bottom) = (width, -1, height, -1)
    for y in 0..<height {
      let row = cells[y * width..<(y + 1) * width]
      guard let first = row.firstIndex(where: { $0 != .blank }) else { continue }
      let last = row.lastIndex { $0 != .blank } ?? first
      (left, right) = (min(left, first - y * width), max(right, last - y * width))
      (top, bottom) = (min(top, y), y)
    }
    guard bottom >= 0 else { return nil }
    return CellRect(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
  }

  /// Returns the lines, without blanks at their ends and without empty lines or columns around.
  func lines(_ glyphs: GlyphSet) -> [String] {
    guard let bounds else { return [] }
    return (bounds.y...bounds.maxY).map { line($0, in: bounds, glyphs) }
  }

  private func line(_ y: Int, in bounds: CellRect, _ glyphs: GlyphSet) -> String {
    var end = bounds.maxX + 1
    while end > bounds.x, self[end - 1, y] == .blank { end -= 1 }
    var line: [UInt8] = []
    line.reserveCapacity((end - bounds.x) * 3)
    for x in bounds.x..<end {
      switch self[x, y] {
      case .blank: line.append(UInt8(ascii: " "))
      case .line(let arms, let stroke): line.append(utf8: glyphs.line(arms, stroke))
      case .head(let way): line.append(utf8: glyphs.head(way))
      case .text(let scalar):
        line.append(utf8: scalar)
        if !tails.isEmpty, let tail = tails[y * width + x] { line += tail }
      case .covered: break
      }
    }
    return String(decoding: line, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Adds a scalar in UTF-8.
  fileprivate mutating func append(utf8 scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for byte in String(scalar).utf8 { append(byte) }
    }
  }
}
