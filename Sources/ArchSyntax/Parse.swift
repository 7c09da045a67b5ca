package import ArchDiagnostics
package import ArchSource

/// A tree, and what was wrong with its text.
package struct ParsedSource: Sendable {
  package let tree: SyntaxTree
  package let diagnostics: [Diagnostic]

  /// The typed view of the whole file.
  package var file: FileSyntax { FileSyntax(node: tree.root) }
}

/// Reads a source into a lossless tree. Never fails: whatever the bytes, the tree's tokens joined
/// are the source again, and what could not be read is an `error` node with one problem reported.
///
/// Takes time linear in the length of the text.
package func parse(
  _ source: SourceText, id: SourceID = .root, limits: ParseLimits = .standard
) -> ParsedSource {
  let problems = ProblemList(source: id, bound: limits.problems)
  guard source.count <= limits.bytes else {
    return oversized(source, id: id, limits: limits, problems: problems)
  }
  return source.bytes.withUnsafeBufferPointer { bytes in
    var lexer = Lexer(bytes, problems: problems)
    lexer.run()
    var parser = Parser(bytes, tokens: lexer.tokens, problems: lexer.problems, limits: limits)
    parser.parseFile()
    let tree = SyntaxTree(
      source: source, sourceID: id, tokens: lexer.tokens, nodes: parser.nodes)
    return ParsedSource(tree: tree, diagnostics: parser.problems.finished())
  }
}

/// The answer for a source above the size limit: one token, one error.
private func oversized(
  _ source: SourceText, id: SourceID, limits: ParseLimits, problems: ProblemList
) -> ParsedSource {
  var tokens = Tokens(byteCount: 0)
  tokens.append(.unexpected, from: 0)
  tokens.append(.endOfFile, from: source.count)
  tokens.extend(to: source.count)
  var problems = problems
  problems.report(.sourceTooLarge(source.count, limit: limits.bytes, at: problems.location(0, 0)))
  let nodes = [
    RawNode(kind: .file, size: 2, firstToken: 0, tokenEnd: 1),
    RawNode(kind: .error, size: 1, firstToken: 0, tokenEnd: 1),
  ]
  return ParsedSource(
    tree: SyntaxTree(source: source, sourceID: id, tokens: tokens, nodes: nodes),
    diagnostics: problems.finished())
}
