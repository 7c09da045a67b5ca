/// A pattern for the names in a path, with `*`, `?`, `[a-z]`, `\` and, for any number of folders,
/// `**`; the meaning is that of gitignore(5).
///
/// Matching takes time in proportion to the pattern times the path, whatever the pattern.
package struct WildcardPattern: Sendable, Hashable {
  private enum Segment: Hashable {
    /// `**`: any number of names.
    case anyFolders
    case name([Token])
  }

  private enum Token: Hashable {
    /// `*`
    case anyText
    /// `?`
    case anyByte
    case oneOf(Set<UInt8>)
    case byte(UInt8)
  }

  private let segments: [Segment]

  /// Reads a pattern whose parts stand between slashes; nil where it can match nothing, as with an
  /// unclosed bracket.
  package init?(_ pattern: some Sequence<UInt8>) {
    var segments: [Segment] = []
    for part in Array(pattern).split(separator: slash, omittingEmptySubsequences: false) {
      if part.count > 1, part.allSatisfy({ $0 == star }) {
        segments.append(.anyFolders)
      } else if let tokens = Self.tokens(part) {
        segments.append(.name(tokens))
      } else {
        return nil
      }
    }
    self.segments = segments
  }

  /// Whether the pattern matches the names of a path from its first to its last.
  package func matches(_ names: [ArraySlice<UInt8>]) -> Bool {
    // reached[n]: the segments so far match the first n names.
    var reached = [true] + [Bool](repeating: false, count: names.count)
    for (index, segment) in segments.enumerated() {
      var next = [Bool](repeating: false, count: names.count + 1)
      for count in 0...names.count {
        switch segment {
        case .anyFolders:
          // The last `**` stands for what is inside a folder, so for at least one name.
          let isLast = index == segments.count - 1
          next[count] =
            (!isLast && reached[count]) || (count > 0 && (next[count - 1] || reached[count - 1]))
        case .name(let tokens):
          next[count] = count > 0 && reached[count - 1] && Self.match(tokens, names[count - 1])
        }
      }
      reached = next
    }
    return reached[names.count]
  }

  /// Matches one name; after a failure only the last `*` is tried again one byte longer, which is
  /// enough because what stands before it matched as early as it could.
  private static func match(_ tokens: [Token], _ name: ArraySlice<UInt8>) -> Bool {
    let name = Array(name)
    var token = 0
    var byte = 0
    var retry: (token: Int, byte: Int)?
    while byte < name.count || token < tokens.count {
      if token < tokens.count {
        if tokens[token] == .anyText {
          retry = (token, byte + 1)
          token += 1
          continue
        }
        if byte < name.count, accepts(tokens[token], name[byte]) {
          token += 1
          byte += 1
          continue
        }
      }
      guard let again = retry, again.byte <= name.count else { return false }
      token = again.token
      byte = again.byte
    }
    return true
  }

  private static func accepts(_ token: Token, _ byte: UInt8) -> Bool {
    switch token {
    case .anyText, .anyByte: true
    case .oneOf(let set): set.contains(byte)
    case .byte(let expected): expected == byte
    }
  }

  private static func tokens(_ part: ArraySlice<UInt8>) -> [Token]? {
    var tokens: [Token] = []
    var rest = part
    while let byte = rest.popFirst() {
      switch byte {
      case star: tokens.append(.anyText)
      case UInt8(ascii: "?"): tokens.append(.anyByte)
      case UInt8(ascii: "\\"):
        guard let escaped = rest.popFirst() else { return nil }
        tokens.append(.byte(escaped))
      case UInt8(ascii: "["):
        guard let set = WildcardBracket.bytes(&rest) else { return nil }
        tokens.append(.oneOf(set))
      default: tokens.append(.byte(byte))
      }
    }
    return tokens
  }
}

private let slash = UInt8(ascii: "/")
private let star = UInt8(ascii: "*")
