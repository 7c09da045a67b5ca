import ArchSyntax

/// The statements on one line, as the author separated them with `;`; usually one.
struct StatementRun {
  /// The tokens from the first statement to the last, without line breaks behind it; in a run in
  /// error with the semicolons around.
  var tokens: Range<Int>
  /// The tokens of each statement.
  var statements: [Range<Int>]
  /// Whether the run is copied as written.
  var isInError: Bool
}

/// Cuts the statements of a file or block into runs.
struct StatementRuns {
  private let tree: SyntaxTree
  private let roles: TokenRoles
  private let problems: ProblemTokens
  private var children: SyntaxNode.Children
  private var child: SyntaxNode?
  private var token: Int
  private let end: Int
  /// Whether the run before was in error: a `;` that follows then may be what ends its statement.
  private var isAfterError = false

  init(of node: SyntaxNode, tokens: Range<Int>, roles: TokenRoles, problems: ProblemTokens) {
    tree = node.tree
    self.roles = roles
    self.problems = problems
    children = node.children
    child = children.next()
    token = tokens.lowerBound
    end = tokens.upperBound
  }

  /// The next run; lines with nothing but semicolons are skipped where that changes nothing.
  mutating func next() -> StatementRun? {
    while token < end {
      skipToContent()
      guard token < end else { return nil }
      if let run = readRun() {
        isAfterError = run.isInError
        return run
      }
    }
    return nil
  }

  private mutating func skipToContent() {
    while token < end, isGap(token) { token += 1 }
  }

  /// Whether a token is white space that the lexer reported.
  private func isStray(_ token: Int) -> Bool {
    tree.tokens.kind(token) == .whitespace && !tree.isBlank(token)
  }

  private mutating func readRun() -> StatementRun? {
    let start = token
    var run = StatementRun(tokens: start..<start, statements: [], isInError: false)
    var nodes: [SyntaxNode] = []
    var last = start
    while token < end, !isEndOfLine(tree.tokens.kind(token)) {
      if let node = takeChild() {
        nodes.append(node)
        run.statements.append(node.tokenRange.lowerBound..<trimmedEnd(node.tokenRange))
        last = trimmedEnd(node.tokenRange)
      } else {
        if isStray(token) { run.isInError = true }
        if isStray(token) || tree.tokens.kind(token) == .semicolon { last = token + 1 }
        token += 1
      }
    }
    let beginsWithSemicolon = tree.tokens.kind(start) == .semicolon
    run.isInError =
      run.isInError || (isAfterError && beginsWithSemicolon) || hasProblem(start..<token, nodes)
    if nodes.isEmpty && !run.isInError { return nil }
    run.tokens = start..<last
    if !run.isInError { run.tokens = cleanRange(of: run) }
    return run
  }

  private func cleanRange(of run: StatementRun) -> Range<Int> {
    (run.statements.first?.lowerBound ?? 0)..<(run.statements.last?.upperBound ?? 0)
  }

  private func isEndOfLine(_ kind: TokenKind) -> Bool { kind == .newline || kind == .comment }

  /// The child that begins at the current token, which is stepped over.
  private mutating func takeChild() -> SyntaxNode? {
    while let node = child, node.tokenRange.isEmpty || node.tokenRange.lowerBound < token {
      child = children.next()
    }
    guard let node = child, node.tokenRange.lowerBound == token else { return nil }
    child = children.next()
    token = node.tokenRange.upperBound
    return node
  }

  /// The end of a node without the line breaks that a statement in error may end with.
  private func trimmedEnd(_ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound + 1, isGap(end - 1) {
      end -= 1
    }
    return end
  }

  private func isGap(_ token: Int) -> Bool {
    let kind = tree.tokens.kind(token)
    return kind == .newline || (kind.isTrivia && !isStray(token))
  }

  // MARK: Problems

  /// Whether a problem lies in a run, outside of the blocks whose statements are judged one by one,
  /// or at the token that ended it too early.
  private func hasProblem(_ range: Range<Int>, _ nodes: [SyntaxNode]) -> Bool {
    let inside = problems.within(range).contains { problem in
      !nodes.contains { isWithinExpandedBlock(problem, of: $0) }
    }
    if inside { return true }
    var next = range.upperBound
    while tree.tokens.kind(next).isTrivia { next += 1 }
    return !problems.within(next..<next + 1).isEmpty
  }

  private func isWithinExpandedBlock(_ token: Int, of node: SyntaxNode) -> Bool {
    var node = node
    while let child = node.children.first(where: { $0.tokenRange.contains(token) }) {
      if child.kind == .block, roles.isMultiline(child.tokenRange) {
        return token > child.tokenRange.lowerBound
      }
      node = child
    }
    return false
  }
}
