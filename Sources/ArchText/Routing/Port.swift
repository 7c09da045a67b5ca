import ArchScene

/// A cell of a border where a line may begin or end.
struct Port {
  /// The cell of the border.
  var cell: Int
  /// The way from there to the line.
  var way: Way
  /// What it costs to use this one: more for corners than for the middle, more for sides that face
  /// elsewhere.
  var cost: Int
}

extension CellMap {
  /// Returns the ports of a box or group.
  ///
  /// - Parameters:
  ///   - other: the rectangle at the line's other end.
  ///   - isInside: whether the line runs inside of the rectangle.
  ///   - ways: the sides allowed.
  func ports(
    of rect: CellRect, facing other: CellRect, isInside: Bool, ways: [Way] = Way.allCases
  ) -> [Port] {
    var ports: [Port] = []
    for way in ways {
      let cost = isInside ? 0 : sideCost(way, rect, other)
      let isFlat = !way.isHorizontal
      let range = isFlat ? rect.x + 1..<rect.maxX : rect.y + 1..<rect.maxY
      for place in range {
        let x = isFlat ? place : way == .left ? rect.x : rect.maxX
        let y = isFlat ? (way == .up ? rect.y : rect.maxY) : place
        let cell = index(x, y)
        guard isOpen(cell, isGroup: spots[cell].hasBorder) else { continue }
        let middle = isFlat ? rect.x + (rect.width - 1) / 2 : rect.y + (rect.height - 1) / 2
        let crowding = isCrowded(cell, isFlat) ? 4 : 0
        let offset = abs(place - middle)
        ports.append(
          Port(
            cell: cell, way: isInside ? way.opposite : way,
            cost: cost + crowding + (isFlat ? min(offset, 6) / 2 : offset)))
      }
    }
    return ports
  }

  /// Whether no line has taken the cell of a border yet.
  private func isOpen(_ cell: Int, isGroup: Bool) -> Bool {
    spots[cell].arms.isEmpty && (!isGroup || !spots[cell].isSolid)
  }

  /// Whether a line ends right beside.
  private func isCrowded(_ cell: Int, _ isFlat: Bool) -> Bool {
    let step = isFlat ? 1 : width
    return !spots[cell - step].arms.isEmpty || !spots[cell + step].arms.isEmpty
  }

  /// What a side costs by where the other end lies.
  private func sideCost(_ way: Way, _ rect: CellRect, _ other: CellRect) -> Int {
    let isFacing: Bool
    let isAverted: Bool
    switch way {
    case .up: (isFacing, isAverted) = (other.maxY < rect.y, other.y > rect.maxY)
    case .down: (isFacing, isAverted) = (other.y > rect.maxY, other.maxY < rect.y)
    case .left: (isFacing, isAverted) = (other.maxX < rect.x, other.x > rect.maxX)
    case .right: (isFacing, isAverted) = (other.x > rect.maxX, other.maxX < rect.x)
    }
    return isFacing ? 0 : isAverted ? 14 : 5
  }
}
