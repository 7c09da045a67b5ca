package import ArchSource

/// The tokens of a source in order, without gaps: joined, they are the source again.
///
/// Two flat arrays instead of an array of structures keep a token at five bytes. The last token is
/// always `endOfFile`, which is empty.
package struct Tokens: Sendable {
  private var kinds: [TokenKind] = []
  private var starts: [UInt32] = []
  private var end: UInt32 = 0

  /// Creates an empty list with room for the tokens of `byteCount` bytes.
  init(byteCount: Int) {
    // Real files have a token, white space included, every three bytes or so.
    kinds.reserveCapacity(byteCount / 3 + 16)
    starts.reserveCapacity(byteCount / 3 + 16)
    end = UInt32(byteCount)
  }

  mutating func append(_ kind: TokenKind, from start: Int) {
    kinds.append(kind)
    starts.append(UInt32(truncatingIfNeeded: start))
  }

  /// Moves the end of the last token, for a list that was not made by the lexer.
  mutating func extend(to byteCount: Int) { end = UInt32(byteCount) }

  /// The number of tokens, `endOfFile` included.
  package var count: Int { kinds.count }

  /// The kind of a token.
  package func kind(_ index: Int) -> TokenKind { kinds[index] }

  /// The bytes of a token.
  package func range(_ index: Int) -> ByteRange {
    ByteRange(starts[index], index + 1 < starts.count ? starts[index + 1] : end)
  }

  /// The first token that ends after an offset: the one an editor's cursor stands in.
  package func index(at offset: Int) -> Int {
    max(0, starts.partitioningIndex { Int($0) > offset } - 1)
  }
}
