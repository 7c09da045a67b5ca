/// The part of a pattern between `[` and `]`: a set of bytes.
enum WildcardBracket {
  /// Reads what follows a `[`, the `]` included: bytes, ranges, `\` before a byte, classes such as
  /// `[:digit:]`, all turned round by a `!` or `^` in front. Returns nil when nothing closes it.
  static func bytes(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    var set: Set<UInt8> = []
    let isNegated = rest.first == UInt8(ascii: "!") || rest.first == UInt8(ascii: "^")
    if isNegated { rest = rest.dropFirst() }
    var isFirst = true
    while let byte = rest.popFirst() {
      if byte == close, !isFirst {
        return isNegated ? Set(UInt8.min...UInt8.max).subtracting(set) : set
      }
      isFirst = false
      if byte == open, rest.first == UInt8(ascii: ":"), let named = namedClass(&rest) {
        set.formUnion(named)
        continue
      }
      guard let lower = unescaped(byte, &rest) else { return nil }
      set.insert(lower)
      guard let upper = rangeEnd(&rest) else { continue }
      if lower <= upper { set.formUnion(lower...upper) }
    }
    return nil
  }

  /// Reads `-z` of a range; a `-` before the closing bracket is a byte like others.
  private static func rangeEnd(_ rest: inout ArraySlice<UInt8>) -> UInt8? {
    guard rest.first == UInt8(ascii: "-"), let second = rest.dropFirst().first, second != close
    else { return nil }
    rest = rest.dropFirst(2)
    return unescaped(second, &rest)
  }

  private static func unescaped(_ byte: UInt8, _ rest: inout ArraySlice<UInt8>) -> UInt8? {
    byte == UInt8(ascii: "\\") ? rest.popFirst() : byte
  }

  /// Reads `:alpha:]` after the inner bracket.
  private static func namedClass(_ rest: inout ArraySlice<UInt8>) -> Set<UInt8>? {
    for (name, bytes) in classes {
      let words = Array(":\(name):]".utf8)
      if rest.starts(with: words) {
        rest = rest.dropFirst(words.count)
        return bytes
      }
    }
    return nil
  }

  private static let close = UInt8(ascii: "]")
  private static let open = UInt8(ascii: "[")

  /// The classes of POSIX.1-2017, section 7.3.1, in the POSIX locale.
  private static let classes: [(String, Set<UInt8>)] = {
    let upper = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))
    let lower = Set(UInt8(ascii: "a")...UInt8(ascii: "z"))
    let digit = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
    let graph = Set(UInt8(0x21)...0x7E)
    let alnum = upper.union(lower).union(digit)
    return [
      ("alnum", alnum), ("alpha", upper.union(lower)), ("blank", [0x20, 0x09]),
      ("cntrl", Set(UInt8(0)...0x1F).union([0x7F])), ("digit", digit), ("graph", graph),
      ("lower", lower), ("print", graph.union([0x20])), ("punct", graph.subtracting(alnum)),
      ("space", Set(UInt8(0x09)...0x0D).union([0x20])), ("upper", upper),
      ("xdigit", Set("0123456789abcdefABCDEF".utf8)),
    ]
  }()
}
