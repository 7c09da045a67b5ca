/// How much the parser takes on; each bound has its own message.
package struct ParseLimits: Sendable {
  /// The bytes of one source.
  package var bytes: Int
  /// How deep blocks, lists and expressions may nest.
  package var depth: Int
  /// How many problems are reported for one source.
  package var problems: Int

  package init(bytes: Int, depth: Int, problems: Int) {
    self.bytes = bytes
    self.depth = depth
    self.problems = problems
  }

  /// 4 MiB of text, 128 levels, 100 problems: far above what people write, far below what would
  /// exhaust the stack (measured to overflow near 20,000 levels) or anyone's patience.
  package static let standard = ParseLimits(bytes: 4 << 20, depth: 128, problems: 100)
}
