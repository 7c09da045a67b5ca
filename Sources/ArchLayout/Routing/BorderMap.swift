import ArchScene
import ArchSource

/// The borders of groups, found by where they lie.
struct BorderMap {
  /// One side of a group's box.
  struct Border {
    /// Where it lies, across the axis along which it runs.
    var position: Double
    /// From where to where it runs.
    var lower: Double
    var upper: Double

    /// Whether it runs beside some of a span.
    func touches(_ lower: Double, _ upper: Double) -> Bool {
      self.lower < upper && lower < self.upper
    }
  }

  /// The borders that run along each axis, by position.
  private let level: [Border]
  private let upright: [Border]

  init(_ frames: [Rect]) {
    level = Self.borders(of: frames, along: .x)
    upright = Self.borders(of: frames, along: .y)
  }

  private static func borders(of frames: [Rect], along axis: Axis) -> [Border] {
    frames.flatMap { frame in
      [frame.lower(axis.other), frame.upper(axis.other)].map {
        Border(position: $0, lower: frame.lower(axis), upper: frame.upper(axis))
      }
    }
    .sorted { $0.position < $1.position }
  }

  /// The borders along an axis that lie strictly between two positions.
  func between(_ lower: Double, _ upper: Double, along axis: Axis) -> ArraySlice<Border> {
    let borders = axis == .x ? level : upright
    let first = borders.partitioningIndex { $0.position > lower }
    let last = borders.partitioningIndex { $0.position >= upper }
    return borders[first..<max(first, last)]
  }
}
