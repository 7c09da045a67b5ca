package import ArchSource

/// The lossless tree of one source: all its tokens, and nodes that cover runs of them.
///
/// Nodes are stored in preorder in one flat array, each with the size of its subtree, so a tree of
/// any size is a handful of allocations and freeing it never recurses. Semantic facts live in the
/// model, never here. An immutable class, so that views can hold it for the price of a reference.
package final class SyntaxTree: Sendable {
  /// The text the tree was made from.
  package let source: SourceText
  /// The name of the source in its diagram.
  package let sourceID: SourceID
  package let tokens: Tokens
  let nodes: [RawNode]

  init(source: SourceText, sourceID: SourceID, tokens: Tokens, nodes: [RawNode]) {
    self.source = source
    self.sourceID = sourceID
    self.tokens = tokens
    self.nodes = nodes
  }

  /// The node of the whole file.
  package var root: SyntaxNode { SyntaxNode(tree: self, index: 0) }

  /// The number of nodes.
  package var nodeCount: Int { nodes.count }

  /// The nodes that begin at or behind a byte offset, in the order of the text.
  package func nodes(from offset: UInt32) -> LazyMapSequence<Range<Int>, SyntaxNode> {
    let nodes = (0..<nodes.count).lazy.map { SyntaxNode(tree: self, index: $0) }
    return nodes[nodes.partitioningIndex { $0.range.lower >= offset }...]
  }

  /// The bytes of a token.
  package func bytes(ofToken index: Int) -> ArraySlice<UInt8> {
    source.bytes[tokens.range(index).indices]
  }

  /// The text of a token.
  package func text(ofToken index: Int) -> String { source[tokens.range(index)] }

  /// The place of a token.
  package func location(ofToken index: Int) -> Location {
    Location(sourceID, tokens.range(index))
  }
}

/// One node as stored: 16 bytes.
struct RawNode: Sendable {
  var kind: SyntaxKind
  /// The number of nodes in the subtree, this one included.
  var size: UInt32
  /// The first token, never trivia; `tokenEnd` where the node is empty.
  var firstToken: UInt32
  /// One past the last token, which is not trivia either.
  var tokenEnd: UInt32
}

/// A place in a tree: a cheap value that finds its children, tokens and text.
package struct SyntaxNode: Sendable {
  package let tree: SyntaxTree
  package let index: Int

  package init(tree: SyntaxTree, index: Int) {
    self.tree = tree
    self.index = index
  }

  private var raw: RawNode { tree.nodes[index] }

  package var kind: SyntaxKind { raw.kind }

  /// The tokens the node covers, trivia between them included.
  package var tokenRange: Range<Int> { Int(raw.firstToken)..<Int(raw.tokenEnd) }

  /// The bytes the node covers.
  package var range: ByteRange {
    let raw = raw
    let lower = tree.tokens.range(Int(raw.firstToken)).lower
    guard raw.tokenEnd > raw.firstToken else { return .at(lower) }
    return ByteRange(lower, tree.tokens.range(Int(raw.tokenEnd) - 1).upper)
  }

  package var location: Location { Location(tree.sourceID, range) }

  package var text: String { tree.source[range] }

  /// The bytes of the text.
  package var bytes: ArraySlice<UInt8> { tree.source.bytes[range.indices] }

  /// The nodes directly below, in order.
  package var children: Children { Children(tree: tree, index: index + 1, end: subtreeEnd) }

  /// One past the last node of the subtree.
  package var subtreeEnd: Int { index + Int(raw.size) }

  /// The child where there is just one and it has none itself.
  package var onlyChild: SyntaxNode? {
    raw.size == 2 ? SyntaxNode(tree: tree, index: index + 1) : nil
  }

  /// The first child of a kind.
  package func child(_ kind: SyntaxKind) -> SyntaxNode? {
    let found = tree.nodes.withUnsafeBufferPointer { nodes -> Int? in
      var next = index + 1
      let end = index + Int(nodes[index].size)
      while next < end {
        if nodes[next].kind == kind { return next }
        next += Int(nodes[next].size)
      }
      return nil
    }
    return found.map { SyntaxNode(tree: tree, index: $0) }
  }

  /// The first own token of a kind, not looking inside children.
  package func token(_ kind: TokenKind) -> Int? {
    var token = Int(raw.firstToken)
    for child in children {
      let range = child.tokenRange
      while token < range.lowerBound {
        if tree.tokens.kind(token) == kind { return token }
        token += 1
      }
      token = max(token, range.upperBound)
    }
    while token < Int(raw.tokenEnd) {
      if tree.tokens.kind(token) == kind { return token }
      token += 1
    }
    return nil
  }

  /// The nodes below a node, one level deep.
  package struct Children: Sequence, IteratorProtocol, Sendable {
    let tree: SyntaxTree
    var index: Int
    let end: Int

    package mutating func next() -> SyntaxNode? {
      guard index < end else { return nil }
      let node = SyntaxNode(tree: tree, index: index)
      index += Int(tree.nodes[index].size)
      return node
    }
  }
}
