import ArchSyntax

extension Formatter {
  /// Writes a block: on the line it was written on if it fits there, else a statement a line.
  mutating func writeBlock(_ block: SyntaxNode, statementEnd: Int, _ indentation: Int) {
    let open = block.tokenRange.lowerBound
    let close = block.tokenRange.upperBound - 1
    if roles.isEmpty(block) {
      write(open)
      write(close)
    } else if !roles.isMultiline(block.tokenRange), fits(open..<statementEnd) {
      writeOnOneLine(block.tokenRange)
    } else {
      write(open)
      let outer = writer.enterBlock()
      writeStatements(
        of: block, in: open + 1..<close, indentation: indentation + Self.indentation)
      writer.leaveBlock(to: outer)
      startLine(indentation)
      write(close)
    }
  }

  /// Writes a list: on one line, or one line for each of the author's, with a comma behind every
  /// item.
  mutating func writeList(_ list: SyntaxNode) {
    let close = list.tokenRange.upperBound - 1
    guard roles.isMultiline(list.tokenRange), !roles.isEmpty(list) else {
      writeOnOneLine(list.tokenRange)
      return
    }
    let indentation = writer.indentation
    write(list.tokenRange.lowerBound)
    let outer = writer.enterBlock()
    writeItems(of: list, close: close, indentation + Self.indentation)
    writer.leaveBlock(to: outer)
    startLine(indentation)
    write(close)
  }

  private mutating func writeItems(of list: SyntaxNode, close: Int, _ indentation: Int) {
    var written = list.tokenRange.lowerBound + 1
    var gap = Gap()
    for item in list.children {
      let tokens = item.tokenRange
      gap.newlines = 0
      gap.hasComment = false
      writeComments(in: written..<tokens.lowerBound, indentation, &gap)
      if gap.isAtStart || gap.newlines > 0 || gap.hasComment {
        startLine(indentation, afterBlank: gap.hasBlankLine)
      }
      write(tokens, indentation)
      writer.write(CollectionOfOne(UInt8(ascii: ",")))
      previous = WrittenToken(kind: .comma)
      gap.isAtStart = false
      written = tokens.upperBound
    }
    gap.newlines = 0
    writeComments(in: written..<close, indentation, &gap)
  }

  // MARK: One line

  /// Writes tokens that stand on one line, without separators that separate nothing.
  private mutating func writeOnOneLine(_ tokens: Range<Int>) {
    for token in tokens where isWrittenOnOneLine(token, after: previous?.kind) { write(token) }
  }

  private func isWrittenOnOneLine(_ token: Int, after previous: TokenKind?) -> Bool {
    switch tree.tokens.kind(token) {
    case .semicolon:
      switch tree.significantToken(from: token + 1).kind {
      case .semicolon, .closeBrace: false
      default: previous != .openBrace
      }
    case .comma: tree.significantToken(from: token + 1).kind != .closeBracket
    case let kind: !kind.isTrivia && kind != .newline
    }
  }

  /// Whether the current line, with what comes next of a statement up to a line break, is not too
  /// wide.
  private func fits(_ tokens: Range<Int>) -> Bool {
    var column = writer.column
    var previous = previous
    var token = tokens.lowerBound
    while token < tokens.upperBound, column <= Self.lineWidth {
      if let block = roles.node(openedBy: token), roles.isEmpty(block) {
        column += 3
        previous = WrittenToken(kind: .closeBrace)
        token = block.tokenRange.upperBound
        continue
      }
      if roles.isMultiline(token..<token + 1) { break }
      if isWrittenOnOneLine(token, after: previous?.kind) {
        if let previous, roles.hasSpace(between: previous, and: token) { column += 1 }
        column += tree.bytes(ofToken: token).reduce(0) { $0 + ($1.isContinuation ? 0 : 1) }
        previous = roles.written(token)
        if opensSeveralLines(token) { break }
      }
      token += 1
    }
    return column <= Self.lineWidth
  }

  private func opensSeveralLines(_ token: Int) -> Bool {
    roles.node(openedBy: token).map { roles.isMultiline($0.tokenRange) } ?? false
  }
}
