import ArchDiagnostics
import ArchFormat
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

@Test(arguments: repositorySources())
func `Formatting a file keeps what it says and is done after one pass`(file: RepositorySource) {
  expectFaithful(file.bytes, "\(file.path)")
}

@Test func `Formatting keeps what damaged files say`() {
  let files = repositorySources().filter { !$0.bytes.isEmpty }
  var random = SplitMix64(seed: 2026)
  for round in 0..<2_000 {
    let file = files[round % files.count]
    var bytes = file.bytes
    for _ in 0...round % 3 {
      bytes = mutated(bytes, tokens: tokenRanges(bytes), using: &random)
    }
    guard expectFaithful(bytes, "\(file.path), round \(round)") else { return }
  }
}

@Test func `Formatting keeps what every beginning of a file says`() throws {
  let bytes = try goldenBytes("everything.arch")
  for count in 0...bytes.count {
    guard expectFaithful(Array(bytes[..<count]), "the first \(count) bytes") else { return }
  }
}

@Test func `Formatting keeps what short nonsense says`() {
  let words = [
    "a", "b1", "x", "=", "1", "30s", "{", "}", "[", "]", ",", ";", "\n", "\n", " ", " ", "->", "<-",
    "~>", "--", ":", ".", "..", "-", "\"s\"", "\"open", "# c\n", "\u{A0}", "\u{200B}", "\r", "//",
    "rule a/b {", "service s {", "match", "require", "(", ")", "+", "flow {", "together {", "and",
    "attribute t:", "also", "|", "\"\"\"\n x\n\"\"\"", "stands in", "10.0.0.0/8", "\u{7}", "é",
  ]
  var random = SplitMix64(seed: 7)
  for round in 0..<20_000 {
    let text = (0..<Int.random(in: 1...24, using: &random))
      .map { _ in words.randomElement(using: &random) ?? "" }.joined(
        separator: round % 2 == 0 ? " " : "")
    guard expectFaithful(Array(text.utf8), "round \(round)") else { return }
  }
}

// MARK: What formatting may change

/// Checks all that formatting promises for one text; false where a promise is broken.
@discardableResult
private func expectFaithful(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
  let before = Reading(bytes)
  let formatted = format(before.parsed)
  let after = Reading(formatted)
  let again = format(after.parsed)
  let broken: String? =
    if again != formatted {
      "a second pass changes it again:\n\(lineDifference(text(formatted), text(again)))"
    } else if before.words != after.words {
      "the tokens differ"
    } else if before.comments != after.comments {
      "the comments differ"
    } else if before.problems != after.problems {
      "the problems differ: \(before.problems) became \(after.problems)"
    } else if before.shape != after.shape {
      "the tree differs:\n\(lineDifference(before.shape, after.shape))"
    } else {
      before.parsed.diagnostics.isEmpty ? untidiness(of: formatted, after.parsed) : nil
    }
  guard let broken else { return true }
  Issue.record(
    "\(name): \(broken)\n--- source\n\(text(bytes))\n--- formatted\n\(text(formatted))",
    sourceLocation: sourceLocation)
  return false
}

/// What is untidy in a formatted text without mistakes, apart from its block strings.
private func untidiness(of bytes: [UInt8], _ parsed: ParsedSource) -> String? {
  var rest: [UInt8] = []
  for token in 0..<parsed.tree.tokens.count {
    let isBlockString = parsed.tree.tokens.kind(token) == .blockString
    rest += isBlockString ? [0x22] : parsed.tree.bytes(ofToken: token)
  }
  let plain = text(rest)
  if !bytes.isEmpty, bytes.last != 0x0A { return "the last line does not end" }
  if plain.unicodeScalars.contains("\r") { return "a carriage return is left" }
  if plain.contains(" \n") { return "a line ends with a space" }
  if plain.hasPrefix("\n") || plain.contains("\n\n\n") { return "there are too many blank lines" }
  if plain.contains("{\n\n") { return "a blank line follows '{'" }
  return nil
}

/// What a text says, apart from its looks.
private struct Reading {
  var parsed: ParsedSource
  /// The tokens without separators.
  var words: [String] = []
  var comments: [String] = []
  var problems: [String]
  /// The kinds of the nodes with their nesting.
  var shape: String

  init(_ bytes: [UInt8]) {
    parsed = parse(SourceText(name: "test.arch", bytes: bytes))
    let tree = parsed.tree
    problems = parsed.diagnostics.map(\.id.name).filter { $0 != "text/byte-order-mark" }.sorted()
    shape = nodeKinds(of: tree)
    for token in 0..<tree.tokens.count {
      switch tree.tokens.kind(token) {
      case .byteOrderMark, .newline, .semicolon: break
      case .whitespace: words += strayWhitespace(tree.text(ofToken: token))
      case .comment: comments.append(plain(tree.text(ofToken: token)))
      case .closeBracket:
        if words.last == "," { words.removeLast() }
        words.append("]")
      default: words.append(tree.text(ofToken: token))
      }
    }
  }

}

private func strayWhitespace(_ text: String) -> [String] {
  text.hasPrefix(" ") || text.hasPrefix("\t") ? [] : [text]
}

/// A comment without the blanks that formatting adds or removes.
private func plain(_ comment: String) -> String {
  let scalars = comment.unicodeScalars.filter { $0 != " " && $0 != "\t" }
  return String(String.UnicodeScalarView(scalars))
}

private func nodeKinds(of tree: SyntaxTree) -> String {
  var result = ""
  var ends: [Int] = []
  for index in 0..<tree.nodeCount {
    while let end = ends.last, end <= index { ends.removeLast() }
    let node = SyntaxNode(tree: tree, index: index)
    result += String(repeating: " ", count: ends.count) + "\(node.kind)\n"
    ends.append(node.subtreeEnd)
  }
  return result
}

private func tokenRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  let tokens = parse(SourceText(name: "test.arch", bytes: bytes)).tree.tokens
  return (0..<tokens.count).map { tokens.range($0).indices }
}

private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
