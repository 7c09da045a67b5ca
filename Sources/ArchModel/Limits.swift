package import ArchSyntax

/// How much a diagram may hold; each bound has its own message, which names it.
///
/// Bounds keep hostile or generated input from exhausting the machine. They lie far above what a
/// person can read in one picture.
package struct Limits: Sendable {
  package var parse = ParseLimits.standard
  /// The bytes of all files of a diagram together.
  package var totalBytes = 64 << 20
  /// How many files a chain of imports may be long.
  package var importDepth = 64
  /// How many files a diagram may have.
  package var files = 1_000
  package var elements = 20_000
  package var connections = 60_000
  /// How deep containers may stand in containers: Graphviz slows down steeply beyond.
  package var containerDepth = 32
  package var nameBytes = 256
  package var labelBytes = 4_096
  /// Graphviz loses labels of 32,768 lines and crashes beyond; a picture bears far fewer.
  package var labelLines = 200

  package static let standard = Limits()

  /// Four times the size of everything that is a size; depths stay.
  package static let large: Limits = {
    var limits = Limits()
    limits.parse.bytes *= 4
    limits.totalBytes *= 4
    limits.files *= 4
    limits.elements *= 4
    limits.connections *= 4
    return limits
  }()

  /// The bounds by name, for people to see.
  package var listing: [(name: String, bound: Int)] {
    [
      ("bytes of a file", parse.bytes), ("bytes of a diagram's files together", totalBytes),
      ("files of a diagram", files), ("depth of imports", importDepth),
      ("depth of blocks, lists and expressions", parse.depth),
      ("problems shown for a file", parse.problems), ("elements", elements),
      ("edges", connections), ("depth of containers", containerDepth),
      ("bytes of a name", nameBytes), ("bytes of a label", labelBytes),
      ("lines of a label", labelLines),
    ]
  }
}
