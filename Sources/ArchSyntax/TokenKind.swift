/// What a token is, judged by its own characters alone.
///
/// Words that act as keywords somewhere (`flow`, `import`) are identifiers here: the parser decides
/// by where they stand, so that an element may be called `flow`.
package enum TokenKind: UInt8, Sendable, Hashable, CaseIterable {
  // MARK: Trivia, and the newline that ends a statement
  case byteOrderMark
  case whitespace
  case comment
  case newline

  // MARK: Words and values
  case identifier
  /// A number with its unit, if any: `5`, `1.5GB`, `1h30m`, `2400/s`, `99.9%`.
  case number
  /// Digits with two dots or more, and a prefix length if any: `10.0.0.0/16`.
  case address
  case string
  /// A string between `"""`, over several lines.
  case blockString

  // MARK: Arrows
  case arrowRight
  case arrowLeft
  case arrowBoth
  case eventRight
  case eventLeft
  case eventBoth
  case association

  // MARK: Punctuation
  case colon
  case equals
  case comma
  case semicolon
  case openBrace
  case closeBrace
  case openBracket
  case closeBracket
  case openParenthesis
  case closeParenthesis
  case dot
  case range
  case bar

  // MARK: Operators of rules
  case slash
  case star
  case plus
  case minus
  case less
  case lessOrEqual
  case greater
  case greaterOrEqual
  case equalTo
  case notEqualTo

  /// Bytes that mean nothing here; the lexer has reported them.
  case unexpected
  case endOfFile

  /// Whether the parser never sees the token.
  package var isTrivia: Bool { rawValue <= TokenKind.comment.rawValue }

  /// Whether the token joins two operands.
  package var isArrow: Bool {
    rawValue >= TokenKind.arrowRight.rawValue && rawValue <= TokenKind.association.rawValue
  }

  /// The characters of a token that has only one spelling.
  package var spelling: String? { Self.spellings[self] }

  private static let spellings: [TokenKind: String] = [
    .arrowRight: "->", .arrowLeft: "<-", .arrowBoth: "<->", .eventRight: "~>", .eventLeft: "<~",
    .eventBoth: "<~>", .association: "--", .colon: ":", .equals: "=", .comma: ",", .semicolon: ";",
    .openBrace: "{", .closeBrace: "}", .openBracket: "[", .closeBracket: "]",
    .openParenthesis: "(", .closeParenthesis: ")", .dot: ".", .range: "..", .bar: "|",
    .slash: "/", .star: "*", .plus: "+", .minus: "-", .less: "<", .lessOrEqual: "<=",
    .greater: ">", .greaterOrEqual: ">=", .equalTo: "==", .notEqualTo: "!=",
  ]
}
