import ArchCatalog
import ArchModel
import ArchSource
import ArchSyntax

/// What `renamed` puts around a name.
let newNameParts = (before: "x-", behind: "-27")

/// A program in which everything declared as `name: service` goes by another name, wherever it is
/// mentioned. Regions and zones keep their names, which say what they are.
func renamed(_ text: String) -> String {
  let program = ProgramText(root: text).program
  var renaming = Renaming(program.files[0].parsed.tree, resolve(program))
  return renaming.text
}

private struct Renaming {
  private let tree: SyntaxTree
  private let resolved: ResolvedModel
  private var newNames: [ElementID: String] = [:]
  /// The old names, for paths.
  private var oldNames: Set<String> = []
  private var edits: [TextEdit] = []

  init(_ tree: SyntaxTree, _ resolved: ResolvedModel) {
    self.tree = tree
    self.resolved = resolved
    for element in elements {
      guard let name = element.name, let id = resolved.bindings.element(of: element.node),
        !["region", "zone"].contains(resolved.model.service(of: id).key)
      else { continue }
      newNames[id] = newName(name.text)
      oldNames.insert(name.text)
    }
  }

  var text: String {
    mutating get {
      for element in elements { rename(element) }
      for location in references { renamePaths(in: location) }
      let bytes = tree.source.applying(edits) ?? []
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private var nodes: [SyntaxNode] {
    (0..<tree.nodeCount).map { SyntaxNode(tree: tree, index: $0) }
  }

  private var elements: [ElementSyntax] {
    nodes.filter { $0.kind == .element }.map { ElementSyntax(node: $0) }
  }

  /// The values that name elements.
  private var references: Set<Location> {
    let model = resolved.model
    let attributes = model.elements.flatMap(\.attributes) + model.connections.flatMap(\.attributes)
    return Set(attributes.filter { !$0.targets.isEmpty }.map(\.valueLocation))
  }

  private mutating func rename(_ element: ElementSyntax) {
    guard let id = resolved.bindings.element(of: element.node) else { return }
    if let name = element.name {
      if let new = newNames[id] { edits.append(TextEdit(name.location, new)) }
    } else if let reference = element.bareReference, reference.names.count > 1 {
      renamePath(reference)
    } else if let new = newNames[id], element.block == nil {
      edits.append(TextEdit(element.location, new))
    }
  }

  private mutating func renamePaths(in location: Location) {
    for node in nodes where node.kind == .reference && location.range.contains(node.range) {
      renamePath(ReferenceSyntax(node: node))
    }
  }

  private mutating func renamePath(_ reference: ReferenceSyntax) {
    for token in reference.names where oldNames.contains(tree.text(ofToken: token)) {
      edits.append(TextEdit(tree.location(ofToken: token), newName(tree.text(ofToken: token))))
    }
  }
}

private func newName(_ name: String) -> String { newNameParts.before + name + newNameParts.behind }

extension ByteRange {
  fileprivate func contains(_ other: ByteRange) -> Bool {
    lower <= other.lower && other.upper <= upper
  }
}
