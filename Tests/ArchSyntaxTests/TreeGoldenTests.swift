import ArchDiagnostics
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

@Test(arguments: goldenNames(ending: ".arch"))
func `A source has the tree that its golden shows`(name: String) throws {
  let parsed = parse(SourceText(name: name, bytes: try goldenBytes(name)))
  #expect(parsed.diagnostics.map(\.message) == [])
  expectGolden(parsed.tree.dump(), name.replacing(".arch", with: ".tree"))
}

@Test func `The goldens show every kind of node but text in error`() throws {
  var kinds: Set<SyntaxKind> = []
  for name in goldenNames(ending: ".arch") {
    let tree = parse(SourceText(name: name, bytes: try goldenBytes(name))).tree
    for index in 0..<tree.nodeCount { kinds.insert(SyntaxNode(tree: tree, index: index).kind) }
  }
  #expect(SyntaxKind.allCases.filter { !kinds.contains($0) } == [.error])
}
