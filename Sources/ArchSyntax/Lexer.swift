import ArchDiagnostics
import ArchSource

/// Cuts a source into tokens. Never fails: what makes no sense becomes an `unexpected` token and a
/// problem, and every byte belongs to exactly one token.
///
/// One switch on the next byte, one small function for each kind of token.
struct Lexer {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  var tokens: Tokens
  var problems: ProblemList

  init(_ bytes: UnsafeBufferPointer<UInt8>, problems: ProblemList) {
    self.bytes = bytes
    self.problems = problems
    tokens = Tokens(byteCount: bytes.count)
  }

  /// Reads the whole source.
  mutating func run() {
    lexByteOrderMark()
    while position < bytes.count {
      let start = position
      let kind = next()
      tokens.append(kind, from: start)
    }
    tokens.append(.endOfFile, from: position)
  }

  // MARK: Bytes

  /// The byte some places ahead, or zero after the end; a zero byte in the text is never wanted
  /// either.
  func peek(_ distance: Int = 0) -> UInt8 {
    let index = position + distance
    return index < bytes.count ? bytes[index] : 0
  }

  /// Steps over the next byte if it is the given one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte, position < bytes.count else { return false }
    position += 1
    return true
  }

  // MARK: One token

  private mutating func next() -> TokenKind {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return lexWhitespace()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      return lexIdentifier()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return lexNumber()
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return lexNewline()
    case UInt8(ascii: "#"): return lexComment()
    case UInt8(ascii: "\""): return lexString()
    case 0x80...: return lexNonASCII()
    default:
      position += 1
      return lexPunctuation(after: byte)
    }
  }

  private mutating func lexByteOrderMark() {
    guard peek() == 0xEF, peek(1) == 0xBB, peek(2) == 0xBF else { return }
    position = 3
    tokens.append(.byteOrderMark, from: 0)
    problems.report(.byteOrderMark(at: problems.location(0, 3)))
  }

  private mutating func lexWhitespace() -> TokenKind {
    repeat { position += 1 } while peek() == UInt8(ascii: " ") || peek() == UInt8(ascii: "\t")
    return .whitespace
  }

  private mutating func lexNewline() -> TokenKind {
    if take(UInt8(ascii: "\r")) {
      _ = take(UInt8(ascii: "\n"))
    } else {
      position += 1
    }
    return .newline
  }

  private mutating func lexComment() -> TokenKind {
    skipText { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return .comment
  }

  /// A letter or `_`, then letters, digits, `_`, and `-` where one of those follows: `a-b` is one
  /// name, `a->b` two.
  private mutating func lexIdentifier() -> TokenKind {
    position += 1
    while true {
      let byte = peek()
      if byte.isIdentifierByte {
        position += 1
      } else if byte == UInt8(ascii: "-"), peek(1).isIdentifierByte {
        position += 2
      } else if byte >= 0x80, let scalar = scalarAtPosition(), scalar.continuesIdentifier {
        position += scalar.utf8Count
      } else if byte == UInt8(ascii: "-"), peek(1) >= 0x80, hyphenJoinsLetter() {
        position += 1
      } else {
        return .identifier
      }
    }
  }

  private func hyphenJoinsLetter() -> Bool {
    var ahead = self
    ahead.position += 1
    return ahead.scalarAtPosition()?.continuesIdentifier ?? false
  }

  private mutating func lexNonASCII() -> TokenKind {
    guard let scalar = scalarAtPosition() else { return lexInvalidBytes() }
    if scalar.startsIdentifier {
      position += scalar.utf8Count - 1
      return lexIdentifier()
    }
    let start = position
    position += scalar.utf8Count
    if scalar.isForbidden {
      problems.report(.forbiddenCharacter(scalar, at: problems.location(start, position)))
      return .whitespace
    }
    return lexLookalike(scalar, from: start)
  }

  private mutating func lexInvalidBytes() -> TokenKind {
    let start = position
    repeat { position += 1 } while peek() >= 0x80 && scalarAtPosition() == nil
    problems.report(.invalidUTF8(at: problems.location(start, position)))
    return .unexpected
  }

  /// A character that people type or paste for one of ours: it is read as meant, and reported.
  private mutating func lexLookalike(_ scalar: Unicode.Scalar, from start: Int) -> TokenKind {
    let location = problems.location(start, position)
    switch scalar {
    case "\u{A0}", "\u{3000}", "\u{2007}", "\u{202F}":
      problems.report(.lookalike(scalar, meant: " ", at: location))
      return .whitespace
    case "→", "⟶", "➔", "➜":
      problems.report(.lookalike(scalar, meant: "->", at: location))
      return .arrowRight
    case "←", "⟵":
      problems.report(.lookalike(scalar, meant: "<-", at: location))
      return .arrowLeft
    case "↔", "⟷":
      problems.report(.lookalike(scalar, meant: "<->", at: location))
      return .arrowBoth
    case let quote where quote.isQuoteLookalike:
      return lexLookalikeString(quote, from: start)
    default:
      problems.report(.unexpectedCharacter(scalar, at: location))
      return .unexpected
    }
  }

  // MARK: Text inside comments and strings

  /// Steps to the first byte that `stop` names, or to the end, reporting characters that may stand
  /// nowhere.
  mutating func skipText(until stop: (UInt8) -> Bool) {
    while position < bytes.count {
      let byte = bytes[position]
      if stop(byte) { return }
      if byte >= 0x20 && byte < 0x7F || byte == UInt8(ascii: "\t") {
        position += 1
      } else {
        skipUnusualCharacter()
      }
    }
  }

  /// Steps over a control byte or a character beyond ASCII, reporting it where it may not stand.
  mutating func skipUnusualCharacter() {
    let start = position
    guard let scalar = scalarAtPosition() else {
      _ = lexInvalidBytes()
      return
    }
    position += scalar.utf8Count
    if scalar.isForbidden {
      problems.report(.forbiddenCharacter(scalar, at: problems.location(start, position)))
    }
  }

  /// The character at the position, or nil where the bytes are not UTF-8.
  func scalarAtPosition() -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    let end = min(position + 4, bytes.count)
    var decoder = UTF8()
    var iterator = bytes[position..<end].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII letter, a digit or `_`.
  var isIdentifierByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  /// Whether the byte is an ASCII letter.
  var isLetter: Bool { (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "z") }
}

extension Unicode.Scalar {
  /// The number of bytes the character takes in UTF-8.
  var utf8Count: Int { UTF8.width(self) }

  /// Whether a name may begin with it.
  var startsIdentifier: Bool { properties.isXIDStart }

  /// Whether a name may go on with it.
  var continuesIdentifier: Bool { properties.isXIDContinue }

  /// Whether people type or paste it for `"`.
  var isQuoteLookalike: Bool {
    switch self {
    case "'", "\u{201C}", "\u{201D}", "\u{201E}", "\u{AB}", "\u{BB}": true
    default: false
    }
  }

  /// Whether it ends a string that begins with a lookalike of `"`.
  func closesString(openedBy mark: Unicode.Scalar) -> Bool {
    mark == "'" ? self == "'" : self == "\"" || (self != "'" && isQuoteLookalike)
  }

  /// Whether the character may stand nowhere in a file, not even in a string: control characters,
  /// which would act on a terminal, and those that reorder or hide the text a reader sees
  /// (bidirectional controls, zero-width space and joiners without letters, a byte order mark that
  /// is not at the start).
  ///
  /// Zero-width joiners are left alone: emoji and several scripts need them.
  var isForbidden: Bool {
    switch value {
    case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
