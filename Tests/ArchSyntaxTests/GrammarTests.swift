import ArchSyntax
import FoundationEssentials
import Testing

@Test func `Each kind of node has a production, and each production a node or a remark`() throws {
  let grammar = try Grammar()
  let kinds = Set(SyntaxKind.allCases.filter { $0 != .error }.map { kebabCase("\($0)") })
  #expect(kinds == Set(grammar.productions.filter { $0.isNode }.map(\.name)))
}

@Test func `A production names only what the grammar defines`() throws {
  let grammar = try Grammar()
  let defined = Set(grammar.productions.map(\.name))
  #expect(defined.count == grammar.productions.count)
  for production in grammar.productions {
    let unquoted = production.text.replacing(#/'[^']*'|"[^"]*"/#, with: "")
    let used = Set(unquoted.matches(of: /[a-z][a-z-]*/).map { String($0.0) })
    #expect(used.subtracting(defined) == production.parameters, "in \(production.name)")
  }
}

@Test func `The parser quotes the grammar as it is`() throws {
  let productions = Dictionary(
    uniqueKeysWithValues: try Grammar().productions.map { ($0.name, $0.text) })
  var quoted: Set<String> = []
  for file in ["Elements", "Rules", "Services", "Statements", "Values"] {
    let comments = try text("Sources/ArchSyntax/Parser+\(file).swift")
      .replacing(#/\n *\/\/\/ /#, with: " ")
    for match in comments.matches(of: /`(([a-z-]+)(?:\([a-z]+\))? = [^`]+)`/) {
      let name = String(match.2)
      #expect(productions[name] == String(match.1))
      quoted.insert(name)
    }
  }
  #expect(quoted.count > 30)
}

/// The productions of `Grammar/arch.ebnf`.
private struct Grammar {
  struct Production {
    var name: String
    /// The whole production, on one line.
    var text: String
    /// Whether the tree has nodes of this name.
    var isNode: Bool
    var parameters: Set<String>
  }

  var productions: [Production] = []

  init() throws {
    var isLexical = true
    var isInlined = false
    for line in try text("Grammar/arch.ebnf").split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      if line.hasPrefix("(* 2.") { isLexical = false }
      if line.hasPrefix("(* inlined") { isInlined = true }
      if line.isEmpty { isInlined = false }
      if let match = line.prefixMatch(of: #/([a-z-]+)(?:\(([a-z]+)\))? = /#) {
        productions.append(
          Production(
            name: String(match.1), text: String(line), isNode: !isLexical && !isInlined,
            parameters: Set([match.2.map(String.init)].compactMap(\.self))))
      } else if line.hasPrefix("  "), let last = productions.indices.last {
        productions[last].text += " " + line.trimmingPrefix(#/ */#)
      }
    }
  }
}

private func kebabCase(_ name: String) -> String {
  name.replacing(/[A-Z]/) { "-" + $0.0.lowercased() }
}

private func text(_ path: String) throws -> String {
  let root = #filePath.replacing("Tests/ArchSyntaxTests/GrammarTests.swift", with: "")
  return try String(contentsOfFile: root + path, encoding: .utf8)
}
