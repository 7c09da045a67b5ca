import ArchDiagnostics
import ArchSource

extension Parser {
  /// `value = list | range | simple-value`
  /// `range = simple-value ".." [ number | address ]`
  mutating func parseValue() {
    if at(.openBracket) {
      parseList()
      return
    }
    let start = nodes.count
    guard parseSimpleValue() else {
      report(.expectedValue(found: currentText, at: currentLocation))
      if !isAtStatementEnd { skipToStatementEnd() }
      return
    }
    parseRangeEnd(from: start)
  }

  /// Makes a range of the value just parsed if `..` follows. What ends it is a number or an
  /// address: a string or a word behind `1..` belongs to the statement.
  mutating func parseRangeEnd(from start: Int) {
    guard at(.range) else { return }
    wrap(start, in: .range)
    advance()
    if at(.number) || at(.address) || (at(.minus) && peek() == .number) { _ = parseSimpleValue() }
    close(start)
  }

  /// `simple-value = number | address | string | reference`
  /// `number = [ "-" ] number-literal`
  ///
  /// False where none begins here.
  mutating func parseSimpleValue() -> Bool {
    switch current {
    case .number: leaf(.number)
    case .minus where peek() == .number:
      let node = open(.number)
      advance()
      advance()
      close(node)
    case .address: leaf(.address)
    case .string, .blockString: leaf(.string)
    case .identifier: parseReference()
    default: return false
    }
    return true
  }

  /// `list = "[" [ value { "," value } [ "," ] ] "]"`
  mutating func parseList() {
    let node = open(.list)
    let bracket = currentLocation
    nested { parser in
      parser.withinBrackets { parser in
        parser.advance()
        parser.parseListItems()
        if !parser.take(.closeBracket) {
          parser.reportUnclosedBracket(.unclosedList(at: bracket))
        }
      }
    }
    close(node)
  }

  private mutating func parseListItems() {
    while !at(.closeBracket), !at(.closeBrace), !at(.endOfFile) {
      let before = position
      if at(.identifier), isStatementSign(peek()) { return }
      if at(.openBracket) {
        parseList()
      } else {
        let start = nodes.count
        if parseSimpleValue() {
          parseRangeEnd(from: start)
        } else {
          report(.expectedValue(found: currentText, at: currentLocation))
          if !at(.comma) { leaf(.error) }
        }
      }
      if !take(.comma), !at(.closeBracket) {
        guard canStartValue else { return }
        problems.report(.expectedComma(at: locationAfterLast))
      }
      precondition(position > before, "every list item consumes at least one token")
    }
  }

  private var canStartValue: Bool {
    switch current {
    case .number, .address, .string, .blockString, .openBracket: true
    case .identifier: !isStatementSign(peek())
    default: false
    }
  }

  /// Whether a token behind a name shows that a statement begins there: the list was never closed.
  private func isStatementSign(_ kind: TokenKind) -> Bool {
    kind == .equals || kind == .colon || kind == .openBrace || kind.isArrow
  }

  /// `reference = identifier { "." ( identifier | number-literal ) }`
  mutating func parseReference() {
    let node = open(.reference)
    advance()
    while at(.dot) {
      let dot = currentLocation
      advance()
      guard at(.identifier) || at(.number) else {
        problems.report(.expectedName("a name after '.'", at: dot))
        break
      }
      advance()
    }
    close(node)
  }
}
