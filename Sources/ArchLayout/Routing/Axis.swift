import ArchScene

/// One of the two ways that upright lines run.
enum Axis: Sendable {
  /// Rightward or leftward.
  case x
  /// Downward or upward.
  case y

  var other: Axis { self == .x ? .y : .x }
}

extension Point {
  /// The coordinate along an axis.
  subscript(axis: Axis) -> Double {
    get { axis == .x ? x : y }
    set { if axis == .x { x = newValue } else { y = newValue } }
  }

  /// Creates a point from a coordinate along an axis and one along the other.
  init(_ along: Double, on axis: Axis, _ across: Double) {
    self.init(x: axis == .x ? along : across, y: axis == .x ? across : along)
  }
}

extension Rect {
  func lower(_ axis: Axis) -> Double { axis == .x ? x : y }

  func upper(_ axis: Axis) -> Double { axis == .x ? maxX : maxY }

  /// The smallest rectangle around two points.
  init(_ first: Point, _ second: Point) {
    self.init(
      x: min(first.x, second.x), y: min(first.y, second.y), width: abs(first.x - second.x),
      height: abs(first.y - second.y))
  }
}

/// A side of a box.
enum Side: Int, Sendable, CaseIterable {
  case right, left, bottom, top

  /// The axis along which a line leaves the side at a right angle.
  var axis: Axis { self == .right || self == .left ? .x : .y }

  /// Whether leaving it means going toward larger coordinates.
  var isForward: Bool { self == .right || self == .bottom }

  var opposite: Side {
    switch self {
    case .right: .left
    case .left: .right
    case .bottom: .top
    case .top: .bottom
    }
  }

  init(_ axis: Axis, isForward: Bool) {
    switch axis {
    case .x: self = isForward ? .right : .left
    case .y: self = isForward ? .bottom : .top
    }
  }

  /// Where the side lies on its axis.
  func position(of frame: Rect) -> Double {
    isForward ? frame.upper(axis) : frame.lower(axis)
  }

  /// A coordinate moved away from a box that has this side.
  func outward(_ coordinate: Double, by distance: Double) -> Double {
    isForward ? coordinate + distance : coordinate - distance
  }
}

extension Direction {
  /// The side of a box by which edges that follow the direction leave it.
  var exit: Side {
    switch self {
    case .right: .right
    case .left: .left
    case .down: .bottom
    case .up: .top
    }
  }
}
