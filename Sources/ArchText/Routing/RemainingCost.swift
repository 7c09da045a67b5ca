/// What the rest of a way costs at least: the columns and rows to the nearest side with a port, the
/// bends without which no way gets there in the right heading, and the cheapest port of that side.
///
/// Never more than the true cost, and from one state to the next it falls by no more than the step
/// costs, as A* wants it.
struct RemainingCost {
  /// The cheapest port of each side; too much for a way where there is none.
  private var ports = (up: never, right: never, down: never, left: never)
  /// The columns and rows right beside the target.
  private let left: Int
  private let right: Int
  private let top: Int
  private let bottom: Int
  private let isInside: Bool
  private let hasJoins: Bool
  private let bend: Int

  private static let never = 1 << 20

  /// - Parameters:
  ///   - rect: the target.
  ///   - ports: the ports of the target that are free.
  ///   - isInside: whether they lead inward.
  ///   - hasJoins: whether the way may end on another line, with a bend.
  init(to rect: CellRect, ports: [Port], isInside: Bool, hasJoins: Bool, bend: Int) {
    (self.isInside, self.hasJoins, self.bend) = (isInside, hasJoins, bend)
    (left, right) = (rect.x - 1, rect.maxX + 1)
    (top, bottom) = (rect.y - 1, rect.maxY + 1)
    for port in ports {
      switch port.way {
      case .up: self.ports.up = min(self.ports.up, port.cost)
      case .right: self.ports.right = min(self.ports.right, port.cost)
      case .down: self.ports.down = min(self.ports.down, port.cost)
      case .left: self.ports.left = min(self.ports.left, port.cost)
      }
    }
  }

  /// Returns the bound for a way that entered a cell in a heading: 0 up, 1 right, 2 down, 3 left.
  ///
  /// - Parameter borders: what the borders cost that lie between the cell and the ports.
  func callAsFunction(_ x: Int, _ y: Int, _ heading: Int, borders: Int) -> Int {
    if isInside { return hasJoins ? 0 : borders }
    // Ports are not at corners, so that the way ends a cell further in.
    let columns = max(0, left + 2 - x, x - right + 2)
    let rows = 2 * max(0, top + 2 - y, y - bottom + 2)
    let toTop = 2 * abs(y - top) + ports.up
    let toBottom = 2 * abs(y - bottom) + ports.down
    let toLeft = abs(x - left) + ports.left
    let toRight = abs(x - right) + ports.right
    let isUpright = heading & 1 == 0
    var least = min(
      columns + min(toTop, toBottom) + (isUpright ? 2 * bend : bend),
      rows + min(toLeft, toRight) + (isUpright ? bend : 2 * bend))
    switch heading {
    case 0: if columns == 0, y >= bottom { least = min(least, toBottom) }
    case 1: if rows == 0, x <= left { least = min(least, toLeft) }
    case 2: if columns == 0, y <= top { least = min(least, toTop) }
    default: if rows == 0, x >= right { least = min(least, toRight) }
    }
    least += borders
    guard hasJoins else { return least }
    let beside = max(0, left - x, x - right) + 2 * max(0, top - y, y - bottom)
    return min(least, beside + bend)
  }
}
