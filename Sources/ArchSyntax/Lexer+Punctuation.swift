import ArchDiagnostics
import ArchSource

extension Lexer {
  /// Punctuation and arrows; the first byte has been read.
  mutating func lexPunctuation(after byte: UInt8) -> TokenKind {
    switch byte {
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "{"): .openBrace
    case UInt8(ascii: "}"): .closeBrace
    case UInt8(ascii: "["): .openBracket
    case UInt8(ascii: "]"): .closeBracket
    case UInt8(ascii: "("): .openParenthesis
    case UInt8(ascii: ")"): .closeParenthesis
    case UInt8(ascii: "."): take(UInt8(ascii: ".")) ? .range : .dot
    case UInt8(ascii: "|"): .bar
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): lexHyphen()
    case UInt8(ascii: "<"): lexLess()
    case UInt8(ascii: "~"): lexTilde()
    case UInt8(ascii: "="): lexEquals()
    case UInt8(ascii: "/"): lexSlash()
    case UInt8(ascii: ">"): take(UInt8(ascii: "=")) ? .greaterOrEqual : .greater
    case UInt8(ascii: "!") where take(UInt8(ascii: "=")): .notEqualTo
    default: lexUnexpected(byte)
    }
  }

  /// `->`, `--` or `-`; `-->` is read as `->` and reported.
  private mutating func lexHyphen() -> TokenKind {
    let start = position - 1
    if take(UInt8(ascii: ">")) { return .arrowRight }
    guard take(UInt8(ascii: "-")) else { return .minus }
    guard take(UInt8(ascii: ">")) else { return .association }
    reportArrow("->", from: start)
    return .arrowRight
  }

  /// `<-`, `<->`, `<~`, `<~>`, `<=` or `<`; `<--` and `<-->` are read as `<-` and `<->` and
  /// reported.
  private mutating func lexLess() -> TokenKind {
    let start = position - 1
    if take(UInt8(ascii: "=")) { return .lessOrEqual }
    if take(UInt8(ascii: "~")) { return take(UInt8(ascii: ">")) ? .eventBoth : .eventLeft }
    guard take(UInt8(ascii: "-")) else { return .less }
    let isDoubled = take(UInt8(ascii: "-"))
    let isBoth = take(UInt8(ascii: ">"))
    if isDoubled { reportArrow(isBoth ? "<->" : "<-", from: start) }
    return isBoth ? .arrowBoth : .arrowLeft
  }

  private mutating func lexTilde() -> TokenKind {
    if take(UInt8(ascii: ">")) { return .eventRight }
    problems.report(.unexpectedCharacter("~", at: problems.location(position - 1, position)))
    return .unexpected
  }

  /// `=` or `==`; `=>` is read as `->` and reported.
  private mutating func lexEquals() -> TokenKind {
    let start = position - 1
    if take(UInt8(ascii: "=")) { return .equalTo }
    guard take(UInt8(ascii: ">")) else { return .equals }
    reportArrow("->", from: start)
    return .arrowRight
  }

  /// `/`, or a comment in the style of other languages, which is reported.
  private mutating func lexSlash() -> TokenKind {
    guard peek() == UInt8(ascii: "/") else { return .slash }
    let start = position - 1
    problems.report(.slashComment(at: problems.location(start, start + 2)))
    skipText { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    return .comment
  }

  private mutating func reportArrow(_ meant: String, from start: Int) {
    problems.report(.arrowSpelling(meant, at: problems.location(start, position)))
  }

  private mutating func lexUnexpected(_ byte: UInt8) -> TokenKind {
    let scalar = Unicode.Scalar(byte)
    let location = problems.location(position - 1, position)
    if scalar.isForbidden {
      problems.report(.forbiddenCharacter(scalar, at: location))
      return .whitespace
    }
    if byte == UInt8(ascii: "'") {
      return lexLookalikeString(scalar, from: position - 1)
    }
    problems.report(.unexpectedCharacter(scalar, at: location))
    return .unexpected
  }
}
