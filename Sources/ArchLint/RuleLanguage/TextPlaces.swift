import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// Finds where the text of a program declares what a rule wants to change, and writes changes in
/// the style of the formatter.
///
/// The connections of a file are listed when the first change to it is asked for.
final class TextPlaces {
  private let trees: [SyntaxTree]
  /// For each file, its connections in order.
  private var connections: [Int: [SyntaxNode]] = [:]

  init(_ trees: [SyntaxTree]) { self.trees = trees }

  // MARK: Changes

  /// The edit that gives an element one more attribute.
  func setting(_ attribute: String, of element: Element) -> TextEdit? {
    guard let node = node(at: element.declaration) else { return nil }
    if element.isImplicit {
      return declaring("\(element.name) { \(attribute) }", before: node)
    }
    return adding(attribute, toBlock: ElementSyntax(node: node).block, behind: node)
  }

  /// The edit that gives an edge one more attribute.
  func setting(_ attribute: String, of connection: Connection) -> TextEdit? {
    guard let node = node(at: connection.declaration), node.kind == .hop else { return nil }
    return adding(attribute, toBlock: HopSyntax(node: node).block, behind: node)
  }

  /// The edit that puts a statement on a line of its own behind the one that holds a place.
  func adding(_ statement: String, behind place: Location) -> TextEdit? {
    guard let node = node(at: place), let outer = statementNode(around: node) else { return nil }
    let end = Location(node.tree.sourceID, .at(outer.range.upper))
    if hasLineToItself(outer) {
      return TextEdit(end, "\n\(indentation(of: outer))\(statement)")
    }
    return TextEdit(end, "; \(statement)")
  }

  private func declaring(_ statement: String, before node: SyntaxNode) -> TextEdit? {
    guard let outer = statementNode(around: node) else { return nil }
    let start = Location(node.tree.sourceID, .at(outer.range.lower))
    if startsLine(outer) { return TextEdit(start, "\(statement)\n\(indentation(of: outer))") }
    return TextEdit(start, "\(statement); ")
  }

  /// A block of several lines gets one more, a short one goes on, and where there is none it
  /// begins.
  private func adding(
    _ attribute: String, toBlock block: SyntaxNode?, behind node: SyntaxNode
  ) -> TextEdit? {
    let source = node.tree.sourceID
    guard let block else {
      return TextEdit(Location(source, .at(node.range.upper)), " { \(attribute) }")
    }
    let statements = block.children.filter { $0.kind != .error }
    guard let last = statements.last else {
      return TextEdit(block.location, "{ \(attribute) }")
    }
    let end = Location(source, .at(last.range.upper))
    if startsLine(last) {
      return TextEdit(end, "\n\(indentation(of: last))\(attribute)")
    }
    return TextEdit(end, "; \(attribute)")
  }

  // MARK: Places

  /// The element or hop that begins at a place.
  private func node(at location: Location) -> SyntaxNode? {
    let file = location.source.index
    guard trees.indices.contains(file) else { return nil }
    return trees[file].nodes(from: location.range.lower)
      .prefix { $0.range.lower == location.range.lower }
      .first { $0.kind == .element || $0.kind == .hop }
  }

  /// The statement that holds an element or a hop: a connection, or itself.
  private func statementNode(around node: SyntaxNode) -> SyntaxNode? {
    let file = node.tree.sourceID.index
    let list =
      connections[file]
      ?? Array(node.tree.nodes(from: 0).filter { $0.kind == .connection })
    connections[file] = list
    let last = list.partitioningIndex { $0.index > node.index } - 1
    guard last >= 0, node.index < list[last].subtreeEnd else { return node }
    return list[last]
  }

  private func startsLine(_ node: SyntaxNode) -> Bool {
    let before = node.tree.source.bytes[..<Int(node.range.lower)].reversed()
      .first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    return before == nil || before == UInt8(ascii: "\n")
  }

  private func hasLineToItself(_ node: SyntaxNode) -> Bool {
    let after = node.tree.source.bytes[Int(node.range.upper)...]
      .first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: "\r") }
    let ends = after == nil || after == UInt8(ascii: "\n")
    return startsLine(node) && ends
  }

  /// The white space before the first word of the line.
  private func indentation(of node: SyntaxNode) -> String {
    let before = node.tree.source.bytes[..<Int(node.range.lower)]
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    let blanks = before[start...].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return String(decoding: blanks, as: UTF8.self)
  }
}
