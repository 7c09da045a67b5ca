/// A half-open span of UTF-8 bytes in one source text.
///
/// Offsets are 32 bits wide because a source is bounded far below 4 GiB (see `Limits`) and trees
/// hold one per token.
package struct ByteRange: Sendable, Hashable {
  package var lower: UInt32
  package var upper: UInt32

  /// Creates the span from `lower` up to, not including, `upper`.
  package init(_ lower: UInt32, _ upper: UInt32) {
    precondition(lower <= upper, "a byte range runs forward")
    self.lower = lower
    self.upper = upper
  }

  /// Creates the span from two plain offsets.
  package init(_ lower: Int, _ upper: Int) {
    self.init(UInt32(lower), UInt32(upper))
  }

  /// An empty span: a place between two bytes.
  package static func at(_ offset: UInt32) -> ByteRange { ByteRange(offset, offset) }

  /// The number of bytes in the span.
  package var count: Int { Int(upper - lower) }

  /// Whether the span holds no byte.
  package var isEmpty: Bool { lower == upper }

  /// The span as indices into an array of bytes.
  package var indices: Range<Int> { Int(lower)..<Int(upper) }

  /// The smallest span that covers both.
  package func union(_ other: ByteRange) -> ByteRange {
    ByteRange(min(lower, other.lower), max(upper, other.upper))
  }
}
