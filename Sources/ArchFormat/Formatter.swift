import ArchSource
import ArchSyntax

/// Writes a tree anew, statement by statement.
///
/// The author decides where lines break (between the items of a list, after an arrow, in a block),
/// the formatter what a line looks like.
struct Formatter {
  /// The widest line that a block may share with the statement it belongs to, in characters.
  static let lineWidth = 100
  /// How much deeper a block's statements and a list's items stand.
  static let indentation = 2
  /// How much deeper than a statement its later lines stand.
  static let continuation = 4

  let tree: SyntaxTree
  let problems: ProblemTokens
  let roles: TokenRoles
  var writer: LineWriter
  /// The last token on the current line.
  var previous: WrittenToken?

  init(tree: SyntaxTree, problems: ProblemTokens) {
    self.tree = tree
    self.problems = problems
    roles = TokenRoles(tree)
    writer = LineWriter(byteCount: tree.source.count)
  }

  mutating func writeFile() {
    let tokens = tree.root.tokenRange
    writeStatements(of: tree.root, in: tokens.lowerBound..<tokens.upperBound - 1, indentation: 0)
  }

  // MARK: Statements

  /// Writes the statements of a file or block, each on a line of its own, with the comments around.
  mutating func writeStatements(
    of node: SyntaxNode, in tokens: Range<Int>, indentation: Int
  ) {
    var runs = StatementRuns(of: node, tokens: tokens, roles: roles, problems: problems)
    var written = tokens.lowerBound
    var gap = Gap()
    while let run = runs.next() {
      gap.newlines = 0
      writeComments(in: written..<run.tokens.lowerBound, indentation, &gap)
      write(run, indentation, afterBlank: gap.hasBlankLine)
      gap.isAtStart = false
      written = run.tokens.upperBound
    }
    gap.newlines = 0
    writeComments(in: written..<tokens.upperBound, indentation, &gap)
  }

  private mutating func write(_ run: StatementRun, _ indentation: Int, afterBlank: Bool) {
    guard !run.isInError else {
      startLine(indentation, afterBlank: afterBlank)
      let lower = tree.tokens.range(run.tokens.lowerBound).indices.lowerBound
      let upper = tree.tokens.range(run.tokens.upperBound - 1).indices.upperBound
      writer.write(tree.source.bytes[lower..<upper])
      return
    }
    for (index, statement) in run.statements.enumerated() {
      startLine(indentation, afterBlank: afterBlank && index == 0)
      write(statement, indentation)
    }
  }

  /// Writes the tokens of a statement or of a part of one.
  mutating func write(_ tokens: Range<Int>, _ indentation: Int) {
    var token = tokens.lowerBound
    while token < tokens.upperBound {
      let kind = tree.tokens.kind(token)
      if kind.isTrivia || kind == .newline {
        token = writeGap(from: token, indentation)
      } else if let node = roles.node(openedBy: token) {
        if node.kind == .block {
          writeBlock(node, statementEnd: tokens.upperBound, indentation)
        } else {
          writeList(node)
        }
        token = node.tokenRange.upperBound
      } else {
        write(token)
        token += 1
      }
    }
  }

  /// Writes what stands between two tokens of a statement and returns the second one. A line break
  /// of the author's is kept where a space could stand.
  private mutating func writeGap(from token: Int, _ indentation: Int) -> Int {
    let next = tree.significantToken(from: token).index
    var gap = Gap()
    writeComments(in: token..<next, indentation + Self.continuation, &gap)
    let hasSpace = previous.map { roles.hasSpace(between: $0, and: next) } ?? false
    if gap.hasComment || (gap.newlines > 0 && hasSpace) {
      startLine(indentation + Self.continuation)
    }
    return next
  }

  // MARK: Tokens

  /// Begins a line, with nothing before its first token.
  mutating func startLine(_ indentation: Int, afterBlank: Bool = false) {
    writer.startLine(indentation, afterBlank: afterBlank)
    previous = nil
  }

  /// Writes a token with the space before it, if any.
  mutating func write(_ token: Int) {
    if let previous, roles.hasSpace(between: previous, and: token) {
      writer.write(CollectionOfOne(UInt8(ascii: " ")))
    }
    writer.write(tree.bytes(ofToken: token))
    previous = roles.written(token)
  }
}
