import ArchScene

/// One of the four ways a line can leave a cell; the numbers run clockwise from up.
enum Way: Int, CaseIterable {
  case up, right, down, left

  var opposite: Way { Way(rawValue: (rawValue + 2) & 3) ?? self }

  /// Whether it runs along a row.
  var isHorizontal: Bool { self == .right || self == .left }

  /// How far the next cell lies, in columns and rows.
  var step: (x: Int, y: Int) {
    switch self {
    case .up: (0, -1)
    case .right: (1, 0)
    case .down: (0, 1)
    case .left: (-1, 0)
    }
  }
}
