import ArchDiagnostics
import ArchSource
import ArchSyntax

/// The tokens that problems were reported for, to tell which statements are copied as written.
struct ProblemTokens {
  /// Sorted; never more than the parser's bound on problems.
  private let indices: [Int]

  /// Finds the tokens, or returns nil where the structure of the text is uncertain or not all
  /// problems are known.
  init?(_ parsed: ParsedSource) {
    let tree = parsed.tree
    var indices: Set<Int> = []
    for problem in parsed.diagnostics where problem.severity == .error {
      let token = Self.token(of: problem.primary.location.range, in: tree)
      guard Self.leavesStructure(problem.id, at: token, in: tree) else { return nil }
      indices.insert(token)
    }
    self.indices = indices.sorted()
  }

  /// A place between two tokens is where something is missing: it belongs to the token before it.
  private static func token(of range: ByteRange, in tree: SyntaxTree) -> Int {
    let offset = range.isEmpty ? max(0, Int(range.lower) - 1) : Int(range.lower)
    return tree.tokens.index(at: offset)
  }

  /// Whether it is certain, in spite of a problem, where blocks begin and end.
  private static func leavesStructure(
    _ id: DiagnosticID, at token: Int, in tree: SyntaxTree
  ) -> Bool {
    switch id {
    case "syntax/unclosed-block", "syntax/unmatched-brace", "syntax/too-many-problems",
      "limit/depth", "limit/source-size":
      false
    case "syntax/unterminated-string": tree.tokens.kind(token) != .blockString
    // A second byte order mark would become the first.
    case "text/forbidden-character": token != 1 || tree.tokens.kind(0) != .byteOrderMark
    default: true
    }
  }

  /// The problems at some tokens.
  func within(_ range: Range<Int>) -> ArraySlice<Int> {
    let lower = firstPosition(from: range.lowerBound)
    return indices[lower..<max(lower, firstPosition(from: range.upperBound))]
  }

  /// Where the problems at or behind a token begin, by bisection.
  private func firstPosition(from token: Int) -> Int {
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if indices[middle] < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
