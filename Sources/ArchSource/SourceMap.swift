/// Names one source in a `SourceMap`.
package struct SourceID: Sendable, Hashable, Comparable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  /// The file the user named; imports come after it.
  package static let root = SourceID(0)

  package static func < (left: SourceID, right: SourceID) -> Bool { left.index < right.index }
}

/// A span of bytes in one of several sources.
package struct Location: Sendable, Hashable {
  package var source: SourceID
  package var range: ByteRange

  package init(_ source: SourceID, _ range: ByteRange) {
    self.source = source
    self.range = range
  }
}

/// The sources of one diagram: the root file first, then each import in the order of its first
/// mention.
package struct SourceMap: Sendable {
  package private(set) var sources: [SourceText]

  package init(_ sources: [SourceText] = []) { self.sources = sources }

  /// Adds a source and returns its name in this map.
  package mutating func add(_ source: SourceText) -> SourceID {
    sources.append(source)
    return SourceID(sources.count - 1)
  }

  package subscript(id: SourceID) -> SourceText { sources[id.index] }

  /// The text at a location.
  package func text(_ location: Location) -> String { self[location.source][location.range] }
}
