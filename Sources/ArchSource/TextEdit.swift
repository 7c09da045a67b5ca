/// One replacement in a source: the bytes of `range` become `replacement`.
package struct TextEdit: Sendable, Hashable {
  package var location: Location
  package var replacement: String

  package init(_ location: Location, _ replacement: String) {
    self.location = location
    self.replacement = replacement
  }
}

extension SourceText {
  /// The bytes after some edits, or nil where two of them overlap.
  ///
  /// Edits may come in any order; each is meant against the text as it is now.
  package func applying(_ edits: [TextEdit]) -> [UInt8]? {
    let ordered = edits.sorted {
      ($0.location.range.lower, $0.location.range.upper)
        < ($1.location.range.lower, $1.location.range.upper)
    }
    var result: [UInt8] = []
    var copied = 0
    for edit in ordered {
      let range = edit.location.range.indices
      guard range.lowerBound >= copied, range.upperBound <= bytes.count else { return nil }
      result += bytes[copied..<range.lowerBound]
      result += Array(edit.replacement.utf8)
      copied = range.upperBound
    }
    result += bytes[copied...]
    return result
  }
}
