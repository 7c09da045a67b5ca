import ArchDiagnostics
import ArchSource

extension Lexer {
  /// A number with its unit, or an address: digits, dots between digits, then a unit (letters or
  /// `%`), more digits and letters (`1h30m`), and `/` with a unit (`2400/s`) or a prefix length.
  mutating func lexNumber() -> TokenKind {
    var dots = 0
    while true {
      if peek().isDigit {
        position += 1
      } else if peek() == UInt8(ascii: "."), peek(1).isDigit {
        dots += 1
        position += 2
      } else {
        break
      }
    }
    if dots >= 2 {
      lexPrefixLength()
      return .address
    }
    lexUnit()
    return .number
  }

  private mutating func lexPrefixLength() {
    guard peek() == UInt8(ascii: "/"), peek(1).isDigit else { return }
    position += 1
    while peek().isDigit { position += 1 }
  }

  private mutating func lexUnit() {
    if take(UInt8(ascii: "%")) { return }
    while peek().isIdentifierByte { position += 1 }
    if peek() == UInt8(ascii: "/"), peek(1).isLetter {
      position += 2
      while peek().isIdentifierByte { position += 1 }
    }
  }

  /// A string on one line, or a block string between `"""`.
  mutating func lexString() -> TokenKind {
    if peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"") {
      return lexBlockString()
    }
    let start = position
    position += 1
    while true {
      skipText {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
      if take(UInt8(ascii: "\"")) { return .string }
      guard take(UInt8(ascii: "\\")) else {
        problems.report(.unterminatedString(at: problems.location(start, position)))
        return .string
      }
      lexEscape()
    }
  }

  /// A string between quotation marks of another kind, which is read as meant and reported once;
  /// the first mark has been read. A mark without a second one on its line is a token of its own.
  mutating func lexLookalikeString(_ mark: Unicode.Scalar, from start: Int) -> TokenKind {
    let opening = problems.location(start, position)
    guard let closing = closingMark(for: mark) else {
      problems.report(.lookalike(mark, meant: "\"", at: opening))
      return .unexpected
    }
    while position < closing.lowerBound {
      if bytes[position] >= 0x20 && bytes[position] < 0x7F {
        position += 1
      } else {
        skipUnusualCharacter()
      }
    }
    position = closing.upperBound
    let end = problems.location(closing.lowerBound, closing.upperBound)
    let needsEscape = bytes[Int(opening.range.upper)..<closing.lowerBound].contains {
      $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\")
    }
    problems.report(
      .lookalikeString(mark, opening: opening, closing: end, isSafe: !needsEscape))
    return .string
  }

  /// The next quotation mark on the line that goes with one.
  private func closingMark(for mark: Unicode.Scalar) -> Range<Int>? {
    var ahead = self
    while ahead.position < bytes.count {
      let start = ahead.position
      let byte = bytes[start]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return nil }
      let scalar = ahead.scalarAtPosition()
      ahead.position += scalar?.utf8Count ?? 1
      if let scalar, scalar.closesString(openedBy: mark) { return start..<ahead.position }
    }
    return nil
  }

  private mutating func lexBlockString() -> TokenKind {
    let start = position
    position += 3
    while position < bytes.count {
      skipText {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\n")
          || $0 == UInt8(ascii: "\r")
      }
      if peek() == UInt8(ascii: "\""), peek(1) == UInt8(ascii: "\""), peek(2) == UInt8(ascii: "\"")
      {
        position += 3
        return .blockString
      }
      if take(UInt8(ascii: "\\")) {
        lexEscape()
      } else if position < bytes.count {
        position += 1
      }
    }
    problems.report(.unterminatedBlockString(at: problems.location(start, start + 3)))
    return .blockString
  }

  /// What follows a backslash: `"`, `\`, `n`, `t`, or `u{…}` with the number of a character.
  private mutating func lexEscape() {
    let start = position - 1
    switch peek() {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u") where peek(1) == UInt8(ascii: "{"):
      position += 2
      let digits = position
      while peek().isHexDigit { position += 1 }
      let scalar = StringEscape.scalar(hexDigits: bytes[digits..<position])
      if !take(UInt8(ascii: "}")) || scalar == nil {
        problems.report(.invalidEscape(at: problems.location(start, position)))
      }
    case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      problems.report(.invalidEscape(at: problems.location(start, position)))
    default:
      skipEscapedCharacter()
      problems.report(.invalidEscape(at: problems.location(start, position)))
    }
  }

  private mutating func skipEscapedCharacter() {
    if peek() < 0x80 { position += 1 } else { skipUnusualCharacter() }
  }
}

extension UInt8 {
  /// Whether the byte is a digit of a hexadecimal number.
  var isHexDigit: Bool {
    isDigit || (self | 0x20) >= UInt8(ascii: "a") && (self | 0x20) <= UInt8(ascii: "f")
  }
}
