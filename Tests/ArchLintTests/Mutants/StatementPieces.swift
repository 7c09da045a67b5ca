import ArchSource
import ArchSyntax

/// A statement at the top of a file with the comments before it and all behind it on its line.
struct StatementPiece {
  var kind: SyntaxKind
  /// Ends in a line break.
  var text: String

  /// Whether it can stand at the top of a file only.
  var staysOutside: Bool {
    switch kind {
    case .element, .connection: false
    default: true
    }
  }
}

/// The statements of a file, in order.
func statementPieces(_ text: String) -> [StatementPiece] {
  let tree = parse(SourceText(name: "example.arch", text)).tree
  var start = 0
  return tree.root.children.map { node in
    let end = separatorEnd(behind: node)
    defer { start = end }
    let piece = tree.source[ByteRange(start, end)]
    return StatementPiece(kind: node.kind, text: piece.hasSuffix("\n") ? piece : piece + "\n")
  }
}

/// Where the line break or semicolon behind a statement ends.
private func separatorEnd(behind node: SyntaxNode) -> Int {
  let tokens = node.tree.tokens
  var token = node.tokenRange.upperBound
  while token < tokens.count - 1 {
    let kind = tokens.kind(token)
    token += 1
    if kind == .newline || kind == .semicolon { break }
  }
  return Int(tokens.range(token).lower)
}

extension [StatementPiece] {
  var text: String { map(\.text).joined() }
}
