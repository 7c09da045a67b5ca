/// What the rest of a way costs at least: the columns and rows to the nearest side with a port, the
/// bends without which no way gets there in the right heading, and the cheapest port of that side.
///
/// Never more than the true cost, and from one state to the next it falls by no more than the step
/// costs, as A* wants it.
struct RemainingCost {
  /// The row or column of cells before one side of the target.
  private struct Side {
    /// The heading that ends there.
    var heading = 0
    var left = 0
    var right = 0
    var top = 0
    var bottom = 0
    /// The cheapest port; too much for a way where there is none.
    var port = RemainingCost.never

    /// Whether to go straight on is enough.
    func isStraightAhead(_ x: Int, _ y: Int) -> Bool {
      switch heading {
      case 0: x >= left && x <= right && y >= top
      case 1: y >= top && y <= bottom && x <= left
      case 2: x >= left && x <= right && y <= top
      default: y >= top && y <= bottom && x >= left
      }
    }
  }

  private static let never = 1 << 20

  private var sides = (Side(), Side(), Side(), Side())
  private let rect: CellRect
  private let isInside: Bool
  private let hasJoins: Bool
  private let bend: Int

  /// - Parameters:
  ///   - rect: the target.
  ///   - ports: the ports of the target that are free.
  ///   - isInside: whether they lead inward.
  ///   - hasJoins: whether the way may end on another line, with a bend.
  init(to rect: CellRect, ports: [Port], isInside: Bool, hasJoins: Bool, bend: Int) {
    (self.rect, self.isInside, self.hasJoins, self.bend) = (rect, isInside, hasJoins, bend)
    guard !isInside else { return }
    let (left, right) = (rect.x - 1, rect.maxX + 1)
    let (top, bottom) = (rect.y - 1, rect.maxY + 1)
    sides.0 = Side(heading: 2, left: left + 2, right: right - 2, top: top, bottom: top)
    sides.1 = Side(heading: 3, left: right, right: right, top: top + 2, bottom: bottom - 2)
    sides.2 = Side(heading: 0, left: left + 2, right: right - 2, top: bottom, bottom: bottom)
    sides.3 = Side(heading: 1, left: left, right: left, top: top + 2, bottom: bottom - 2)
    for port in ports {
      switch port.way {
      case .up: sides.0.port = min(sides.0.port, port.cost)
      case .right: sides.1.port = min(sides.1.port, port.cost)
      case .down: sides.2.port = min(sides.2.port, port.cost)
      case .left: sides.3.port = min(sides.3.port, port.cost)
      }
    }
  }

  /// Returns the bound for a way that entered a cell in a heading.
  func callAsFunction(_ x: Int, _ y: Int, _ heading: Int) -> Int {
    if isInside { return 0 }
    var least = min(
      cost(sides.0, x, y, heading), cost(sides.1, x, y, heading), cost(sides.2, x, y, heading),
      cost(sides.3, x, y, heading))
    if hasJoins {
      let columns = max(0, rect.x - 1 - x, x - rect.maxX - 1)
      let rows = max(0, rect.y - 1 - y, y - rect.maxY - 1)
      least = min(least, columns + 2 * rows + bend)
    }
    return least
  }

  private func cost(_ side: Side, _ x: Int, _ y: Int, _ heading: Int) -> Int {
    let columns = max(0, side.left - x, x - side.right)
    let rows = max(0, side.top - y, y - side.bottom)
    let isAlong = (heading ^ side.heading) & 1 == 0
    let isStraight = heading == side.heading && side.isStraightAhead(x, y)
    return columns + 2 * rows + (isStraight ? 0 : isAlong ? 2 * bend : bend) + side.port
  }
}
