import ArchSource
package import ArchSyntax

/// A source in the one style of the language, as bytes.
///
/// Formatting never changes what a text says: the tokens stay the same and in order (only line
/// breaks, semicolons and a list's last comma come and go), and so do the comments. A second pass
/// changes nothing. Statements in error are copied as written, and a text whose blocks do not
/// match, or that is beyond a limit of the parser, is returned as it is. Takes time linear in the
/// length of the text.
package func format(_ parsed: ParsedSource) -> [UInt8] {
  guard let problems = ProblemTokens(parsed) else { return parsed.tree.source.bytes }
  var formatter = Formatter(tree: parsed.tree, problems: problems)
  formatter.writeFile()
  return formatter.writer.finished()
}
