import ArchSource
import ArchSyntax

/// What the tree says about tokens, looked up by token: what stands close together, what opens a
/// block or list, and where lines break. Made in one pass over the tree.
struct TokenRoles {
  private let tree: SyntaxTree
  /// Whether no space follows a token, whatever comes next.
  private var isJoinedToNext: [Bool]
  /// The block or list that begins at a token; 0, the file, for none.
  private var opened: [UInt32]
  /// How many of the tokens before each one break a line.
  private var breaksBefore: [UInt32]

  init(_ tree: SyntaxTree) {
    self.tree = tree
    isJoinedToNext = [Bool](repeating: false, count: tree.tokens.count)
    opened = [UInt32](repeating: 0, count: tree.tokens.count)
    breaksBefore = [0]
    breaksBefore.reserveCapacity(tree.tokens.count + 1)
    for token in 0..<tree.tokens.count {
      breaksBefore.append(breaksBefore[token] + (Self.breaksLine(token, in: tree) ? 1 : 0))
    }
    for index in 0..<tree.nodeCount { note(SyntaxNode(tree: tree, index: index)) }
  }

  // MARK: Questions

  /// The block or list that a token opens.
  func node(openedBy token: Int) -> SyntaxNode? {
    opened[token] == 0 ? nil : SyntaxNode(tree: tree, index: Int(opened[token]))
  }

  /// Whether some tokens were written over several lines.
  func isMultiline(_ range: Range<Int>) -> Bool {
    breaksBefore[range.lowerBound] != breaksBefore[range.upperBound]
  }

  /// Whether nothing stands between the brackets of a block or list, not even a comment.
  func isEmpty(_ node: SyntaxNode) -> Bool {
    node.tokenRange.dropFirst().dropLast().allSatisfy { token in
      switch tree.tokens.kind(token) {
      case .newline, .semicolon: true
      case .whitespace: tree.isBlank(token)
      default: false
      }
    }
  }

  /// Whether a space stands between two neighbours.
  func hasSpace(between left: WrittenToken, and right: Int) -> Bool {
    switch tree.tokens.kind(right) {
    case .comma, .colon, .semicolon, .closeBracket, .closeParenthesis, .dot, .range: false
    case .closeBrace where left.kind == .openBrace: false
    default:
      left.kind != .openBracket && left.kind != .openParenthesis && !left.isJoinedToNext
    }
  }

  /// A token as the left one of two neighbours.
  func written(_ token: Int) -> WrittenToken {
    WrittenToken(kind: tree.tokens.kind(token), isJoinedToNext: isJoinedToNext[token])
  }

  // MARK: The pass over the tree

  private static func breaksLine(_ token: Int, in tree: SyntaxTree) -> Bool {
    switch tree.tokens.kind(token) {
    case .newline: true
    case .blockString: tree.bytes(ofToken: token).contains { $0 == 0x0A || $0 == 0x0D }
    default: false
    }
  }

  private mutating func note(_ node: SyntaxNode) {
    let range = node.tokenRange
    switch node.kind {
    case .block, .list:
      if !range.isEmpty { opened[range.lowerBound] = UInt32(truncatingIfNeeded: node.index) }
    case .number, .unaryExpression: joinSign(range)
    case .range: joinRangeEnd(range, node)
    case .ruleName: join(range.dropLast())
    case .call: joinCallee(node)
    case .quantifier: join(range.prefix(1))
    case .reference where range.count > 1, .serviceName where range.count > 1: joinDots(range)
    default: break
    }
  }

  private mutating func join(_ tokens: Range<Int>) {
    for token in tokens { isJoinedToNext[token] = true }
  }

  /// `-5`, `-x`; but `- -x`, which joined would be an arrow.
  private mutating func joinSign(_ range: Range<Int>) {
    guard let sign = range.first, tree.tokens.kind(sign) == .minus else { return }
    isJoinedToNext[sign] = tree.significantToken(from: sign + 1).kind != .minus
  }

  /// `0s..12h`, but `1.. = 5`.
  private mutating func joinRangeEnd(_ range: Range<Int>, _ node: SyntaxNode) {
    guard let dots = node.token(.range), dots + 1 < range.upperBound else { return }
    isJoinedToNext[dots] = true
  }

  /// `round(x)`
  private mutating func joinCallee(_ node: SyntaxNode) {
    guard let callee = node.child(.reference), !callee.tokenRange.isEmpty else { return }
    isJoinedToNext[callee.tokenRange.upperBound - 1] = true
  }

  /// `main.private.app`; but `zone.1. 2`, which joined would be another number.
  private mutating func joinDots(_ range: Range<Int>) {
    var previous = TokenKind.identifier
    for token in range where !tree.tokens.kind(token).isTrivia {
      let kind = tree.tokens.kind(token)
      if kind == .dot {
        let next = tree.significantToken(from: token + 1).kind
        isJoinedToNext[token] = !(previous == .number && next == .number)
      }
      if kind != .newline { previous = kind }
    }
  }
}

/// What the gap after a token depends on.
struct WrittenToken {
  var kind: TokenKind
  var isJoinedToNext = false
}

extension SyntaxTree {
  /// Whether a token is white space of the harmless kind; characters that may stand nowhere are
  /// white space too, and are kept.
  func isBlank(_ token: Int) -> Bool {
    guard tokens.kind(token) == .whitespace, let first = bytes(ofToken: token).first else {
      return false
    }
    return first == UInt8(ascii: " ") || first == UInt8(ascii: "\t")
  }

  /// The first token from a place on that is neither trivia nor a line break.
  func significantToken(from token: Int) -> (index: Int, kind: TokenKind) {
    var index = token
    while tokens.kind(index).isTrivia || tokens.kind(index) == .newline { index += 1 }
    return (index, tokens.kind(index))
  }
}
