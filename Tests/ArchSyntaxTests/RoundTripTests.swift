import ArchDiagnostics
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

@Test(arguments: repositorySources())
func `The tokens of a file joined are the file, and its tree is sound`(file: RepositorySource) {
  expectSound(file.bytes, file.path)
}

@Test func `Damaged files keep every byte`() {
  let files = repositorySources().filter { !$0.bytes.isEmpty }
  var random = SplitMix64(seed: 1)
  for round in 0..<3_000 {
    let file = files[round % files.count]
    var bytes = file.bytes
    for _ in 0...round % 4 {
      let tokens = parse(SourceText(name: file.path, bytes: bytes)).tree.tokens
      let ranges = (0..<tokens.count).map { tokens.range($0).indices }
      bytes = mutated(bytes, tokens: ranges, using: &random)
    }
    guard expectSound(bytes, "\(file.path), round \(round)") else { return }
  }
}

@Test(arguments: ["statements.arch", "services.arch", "rules.arch"])
func `Every beginning of a file keeps every byte`(name: String) throws {
  let bytes = try goldenBytes(name)
  for count in 0...bytes.count {
    guard expectSound(Array(bytes[..<count]), "the first \(count) bytes of \(name)") else { return }
  }
}

/// Checks that a tree is lossless and well formed; false where it is not.
@discardableResult
func expectSound(
  _ bytes: [UInt8], _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) -> Bool {
  let parsed = parse(SourceText(name: name, bytes: bytes))
  let tree = parsed.tree
  var joined: [UInt8] = []
  for token in 0..<tree.tokens.count { joined += tree.bytes(ofToken: token) }
  var fault: String? = joined == bytes ? nil : "the tokens joined are not the source"
  if tree.tokens.kind(tree.tokens.count - 1) != .endOfFile { fault = "the last token is no end" }
  fault = fault ?? structuralFault(of: tree)
  let isInside = parsed.diagnostics.allSatisfy {
    Int($0.primary.location.range.upper) <= bytes.count
  }
  if !isInside { fault = "a problem lies outside of the source" }
  guard let fault else { return true }
  Issue.record(
    "\(name): \(fault)\n\(String(decoding: bytes, as: UTF8.self))", sourceLocation: sourceLocation)
  return false
}

private func structuralFault(of tree: SyntaxTree) -> String? {
  if tree.root.tokenRange != 0..<tree.tokens.count, tree.nodeCount != 2 {
    return "the file does not cover all tokens"
  }
  if tree.root.subtreeEnd != tree.nodeCount { return "the file does not hold all nodes" }
  for index in 0..<tree.nodeCount {
    let node = SyntaxNode(tree: tree, index: index)
    var expected = index + 1
    var token = node.tokenRange.lowerBound
    for child in node.children {
      if child.index != expected { return "\(node.kind): the sizes do not add up" }
      if child.tokenRange.lowerBound < token { return "\(node.kind): children overlap" }
      if child.tokenRange.upperBound > node.tokenRange.upperBound,
        !child.tokenRange.isEmpty
      {
        return "\(node.kind): a child stands outside"
      }
      token = max(token, child.tokenRange.upperBound)
      expected = child.subtreeEnd
    }
    if expected != node.subtreeEnd { return "\(node.kind): the sizes do not add up" }
    if let first = node.tokenRange.first, index > 0, tree.tokens.kind(first).isTrivia {
      return "\(node.kind): begins with white space"
    }
  }
  return nil
}
