import ArchDiagnostics
import ArchSource

/// The mechanism of the parser: where it stands, the nodes it has made, and how it recovers.
///
/// The grammar lives in the `Parser+….swift` files, one function for each production. Nodes are
/// appended in preorder; `open` reserves a node, `close` gives it its extent, and `wrap` puts a
/// parent around what has just been made.
struct Parser {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: Tokens
  let limits: ParseLimits
  var problems: ProblemList
  private(set) var nodes: [RawNode] = []

  /// The token the parser stands at: never trivia.
  private(set) var position = 0
  /// The kind of that token.
  private(set) var current: TokenKind = .endOfFile
  /// One past the last token that was consumed.
  private var consumedEnd = 0
  private var depth = 0
  /// Above zero inside brackets, where a line break is only white space.
  private var bracketDepth = 0
  /// Whether a block that is never closed has been reported; the ones around it say nothing new.
  private var hasReportedUnclosedBlock = false
  /// Where a bracket was last reported to be missing: the ones around it are missing there too.
  private var unclosedBracketPosition = -1
  /// The operators of the rule clause so far; each puts a node around those before it.
  private var operatorCount = 0

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, tokens: Tokens, problems: ProblemList,
    limits: ParseLimits
  ) {
    self.bytes = bytes
    self.tokens = tokens
    self.problems = problems
    self.limits = limits
    // Real files have a node every eight bytes or so.
    nodes.reserveCapacity(bytes.count / 8 + 16)
    moveToSignificantToken()
  }

  // MARK: Looking

  private mutating func moveToSignificantToken() {
    while true {
      current = tokens.kind(position)
      let isSkipped = current.isTrivia || (bracketDepth > 0 && current == .newline)
      if !isSkipped { return }
      position += 1
    }
  }

  func at(_ kind: TokenKind) -> Bool { current == kind }

  /// Whether the parser stands where a statement may end.
  var isAtStatementEnd: Bool {
    current == .newline || current == .semicolon || current == .closeBrace || current == .endOfFile
  }

  /// The kind of the next token but `distance - 1`, newlines counting as tokens.
  func peek(_ distance: Int = 1) -> TokenKind { tokens.kind(peekIndex(distance)) }

  /// The kind of the first token from here on that is neither trivia nor a line break.
  var kindBehindNewlines: TokenKind { tokens.kind(indexBehindNewlines) }

  /// Whether the first token from here on that is neither trivia nor a line break is this word.
  func isBehindNewlines(_ word: StaticString) -> Bool {
    isWord(word, token: indexBehindNewlines)
  }

  private var indexBehindNewlines: Int {
    var index = position
    while tokens.kind(index).isTrivia || tokens.kind(index) == .newline { index += 1 }
    return index
  }

  private func peekIndex(_ distance: Int) -> Int {
    var index = position
    var left = distance
    while left > 0, tokens.kind(index) != .endOfFile {
      index += 1
      if !tokens.kind(index).isTrivia { left -= 1 }
    }
    return index
  }

  /// Whether a name that no colon precedes was consumed last: `orders`, but not `orders: sqs`.
  var isBehindBareName: Bool {
    guard consumedEnd > 0, tokens.kind(consumedEnd - 1) == .identifier else { return false }
    var before = consumedEnd - 2
    while before >= 0, tokens.kind(before).isTrivia { before -= 1 }
    return before < 0 || tokens.kind(before) != .colon
  }

  /// Whether the parser stands at an identifier of this spelling.
  func at(word: StaticString) -> Bool { current == .identifier && isWord(word, token: position) }

  private func isWord(_ word: StaticString, token: Int) -> Bool {
    let range = tokens.range(token)
    guard range.count == word.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count
    where bytes[Int(range.lower) + offset] != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// The text of the token the parser stands at.
  var currentText: String {
    String(decoding: bytes[tokens.range(position).indices], as: UTF8.self)
  }

  /// The place of the token the parser stands at.
  var currentLocation: Location { Location(problems.source, tokens.range(position)) }

  /// The empty place just behind the last consumed token: where something missing belongs.
  var locationAfterLast: Location {
    let end = consumedEnd > 0 ? tokens.range(consumedEnd - 1).upper : 0
    return Location(problems.source, .at(end))
  }

  // MARK: Moving

  /// Consumes the current token.
  mutating func advance() {
    guard current != .endOfFile else { return }
    position += 1
    consumedEnd = position
    moveToSignificantToken()
  }

  /// Consumes the current token if it is of a kind.
  mutating func take(_ kind: TokenKind) -> Bool {
    guard current == kind else { return false }
    advance()
    return true
  }

  /// Consumes the current token if it is this word.
  mutating func take(word: StaticString) -> Bool {
    guard at(word: word) else { return false }
    advance()
    return true
  }

  /// Steps over line breaks if a name follows, where a statement goes on after an arrow or a comma.
  mutating func skipNewlinesBeforeName() {
    if at(.newline), kindBehindNewlines == .identifier { skipNewlines() }
  }

  /// Steps over line breaks.
  mutating func skipNewlines() {
    while current == .newline { advance() }
  }

  /// Runs `body` with line breaks as white space, as between brackets. The closing bracket is
  /// consumed by `body`, after which breaks count again.
  mutating func withinBrackets(_ body: (inout Parser) -> Void) {
    bracketDepth += 1
    moveToSignificantToken()
    body(&self)
    bracketDepth -= 1
    if bracketDepth == 0 { restoreNewlines() }
  }

  /// Moves back to the first line break that brackets made invisible.
  private mutating func restoreNewlines() {
    position = consumedEnd
    moveToSignificantToken()
  }

  // MARK: Nodes

  /// Reserves a node that begins at the current token.
  mutating func open(_ kind: SyntaxKind) -> Int {
    nodes.append(
      RawNode(
        kind: kind, size: 0, firstToken: UInt32(truncatingIfNeeded: position),
        tokenEnd: UInt32(truncatingIfNeeded: position)))
    return nodes.count - 1
  }

  /// Ends a node behind the last consumed token.
  mutating func close(_ node: Int) {
    nodes[node].size = UInt32(truncatingIfNeeded: nodes.count - node)
    nodes[node].tokenEnd = max(
      nodes[node].firstToken, UInt32(truncatingIfNeeded: consumedEnd))
  }

  /// Puts an open node around everything made since `node`; the new node takes that index.
  mutating func wrap(_ node: Int, in kind: SyntaxKind) {
    nodes.insert(
      RawNode(kind: kind, size: 0, firstToken: nodes[node].firstToken, tokenEnd: 0), at: node)
  }

  /// Stretches the file's node over the trivia before its first and after its last statement.
  mutating func extendRootOverAllTokens() {
    nodes[0].firstToken = 0
    nodes[0].tokenEnd = UInt32(truncatingIfNeeded: tokens.count)
  }

  /// Makes a node of the current token alone.
  mutating func leaf(_ kind: SyntaxKind) {
    let node = open(kind)
    advance()
    close(node)
  }

  // MARK: Depth

  /// Runs `body` one level deeper; at the limit, reports it and steps over the text instead.
  mutating func nested(_ body: (inout Parser) -> Void) {
    guard depth < limits.depth else {
      problems.report(.nestingTooDeep(limit: limits.depth, at: currentLocation))
      skipToStatementEnd()
      return
    }
    depth += 1
    body(&self)
    depth -= 1
  }

  /// Begins an expression, which may have as many operators as blocks may nest: its tree is as
  /// deep.
  mutating func resetOperatorCount() { operatorCount = 0 }

  /// Counts an operator; false, and a report, where there are too many.
  mutating func countOperator() -> Bool {
    operatorCount += 1
    guard operatorCount > limits.depth else { return true }
    fail(.tooManyOperators(limit: limits.depth, at: currentLocation))
    return false
  }

  // MARK: Recovery

  /// Makes an error node of the text up to the end of the statement or, within brackets, up to the
  /// bracket that closes them. Braces and brackets are stepped over whole, so what stands in a
  /// block is not reported line by line.
  mutating func skipToStatementEnd() {
    let node = open(.error)
    var braces = 0
    var brackets = 0
    while current != .endOfFile {
      let isClosing = current == .closeBracket || current == .closeParenthesis
      if braces == 0, isAtStatementEnd { break }
      if braces == 0, brackets == 0, bracketDepth > 0, isClosing { break }
      if current == .openBrace { braces += 1 }
      if current == .closeBrace { braces -= 1 }
      if current == .openBracket || current == .openParenthesis { brackets += 1 }
      if isClosing { brackets -= 1 }
      advance()
    }
    close(node)
  }

  /// Reports a problem with the current token, unless the lexer has reported the token itself.
  mutating func report(_ diagnostic: Diagnostic) {
    if current != .unexpected { problems.report(diagnostic) }
  }

  /// Reports a problem with the current token and steps to the end of the statement.
  mutating func fail(_ diagnostic: Diagnostic) {
    report(diagnostic)
    skipToStatementEnd()
  }

  /// Reports a bracket that is not closed where the parser stands, but not the ones around it as
  /// well.
  mutating func reportUnclosedBracket(_ diagnostic: Diagnostic) {
    guard unclosedBracketPosition != position else { return }
    unclosedBracketPosition = position
    problems.report(diagnostic)
  }

  /// Reports the innermost block that the file never closes.
  mutating func reportUnclosedBlock(openedAt location: Location) {
    guard !hasReportedUnclosedBlock else { return }
    hasReportedUnclosedBlock = true
    problems.report(.unclosedBlock(at: location, end: locationAfterLast))
  }
}
