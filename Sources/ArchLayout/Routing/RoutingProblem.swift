import ArchScene

/// Boxes in their places, and the edges that want a way between them, all in px.
struct RoutingProblem {
  /// Where an edge begins or ends.
  struct Terminal {
    var frame: Rect
    /// Where it stands in `boxes`; nil for the frame of a group.
    var box: Int?
    /// Whether the other end lies inside this frame, so that the edge leaves it inward.
    var isAround = false
    /// Whether it is the patch of an edge's own words: entered and left in the middle of its sides.
    var isLabel = false
  }

  /// An edge, and the patch with its words where room has been kept for them.
  struct Line {
    var source: Terminal
    var target: Terminal
    var label: Rect?
    /// Where arrows around both ends mostly lead.
    var direction: Direction
  }

  /// A box around others, and the part of it that its title takes.
  struct Group {
    var frame: Rect
    var title: Rect
    var parent: Int?
  }

  /// What no edge may pass through.
  var boxes: [Rect]
  var groups: [Group]
  var lines: [Line]
}

/// The distances that routes keep, in px.
enum RouteSpacing {
  /// Between a route and a box that it passes.
  static let clearance = 12.0
  /// Between a route and a box where there is no room for more.
  static let leastClearance = 5.0
  /// Between a route and the words of another edge or of a group.
  static let wordClearance = 3.0
  /// Between a box and the first bend of a route that ends there: an arrowhead, its gap, and half a
  /// bend.
  static let stub = 18.0
  /// Between a route and the border of a group beside it.
  static let border = 8.0
  /// Between two routes that run side by side.
  static let lane = 10.0
  /// Steps in a route that are smaller look like mistakes.
  static let step = 22.0
  /// Between a corner of a box and a route that ends at one of its sides.
  static let corner = 12.0
}

extension RoutingProblem.Terminal {
  /// How far the ends of edges may move along a side.
  func range(of side: Side) -> ClosedRange<Double> {
    let along = side.axis.other
    let lower = frame.lower(along)
    let upper = frame.upper(along)
    let corner = min(RouteSpacing.corner, (upper - lower) / 3)
    return (lower + corner)...(upper - corner)
  }

  /// Whether a line that leaves by a side goes toward larger coordinates of its axis.
  func leavesForward(_ side: Side) -> Bool { side.isForward != isAround }
}

extension ClosedRange<Double> {
  func clamp(_ value: Double) -> Double { Swift.min(Swift.max(value, lowerBound), upperBound) }

  /// What two ranges have in common.
  func common(_ other: ClosedRange<Double>) -> ClosedRange<Double>? {
    let lower = Swift.max(lowerBound, other.lowerBound)
    let upper = Swift.min(upperBound, other.upperBound)
    return lower <= upper ? lower...upper : nil
  }
}
