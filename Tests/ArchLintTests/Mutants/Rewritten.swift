import ArchSource
import ArchSyntax

/// The text of a tree with some of its nodes written anew.
///
/// - Parameter replacement: The new text of a node, or nil to look for nodes inside it.
func rewritten(_ tree: SyntaxTree, _ replacement: (SyntaxNode) -> String?) -> String {
  let range = tree.root.range.indices
  let bytes = tree.source.bytes
  return String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    + rewritten(tree.root, replacement)
    + String(decoding: bytes[range.upperBound...], as: UTF8.self)
}

/// The text of a node with some of the nodes inside written anew.
func rewritten(_ node: SyntaxNode, _ replacement: (SyntaxNode) -> String?) -> String {
  let source = node.tree.source
  var text = ""
  var place = node.range.lower
  for child in node.children where !child.tokenRange.isEmpty {
    let range = child.range
    text += source[ByteRange(place, range.lower)]
    text += replacement(child) ?? rewritten(child, replacement)
    place = range.upper
  }
  return text + source[ByteRange(place, node.range.upper)]
}
