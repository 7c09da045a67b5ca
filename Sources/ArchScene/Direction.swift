/// The way a diagram reads: where the target of an edge lies, seen from its source.
package enum Direction: String, Sendable, Hashable, CaseIterable {
  case right, down, left, up

  /// Whether ranks follow one another sideways.
  package var isHorizontal: Bool { self == .right || self == .left }
}
