package import ArchScene

/// Writes a scene in the language D2, which lays it out again: the same boxes, containers, lines
/// and words, without our coordinates.
///
/// Boxes and containers are called `n1` and `g1` by their place in the scene, so no name is a
/// keyword; all words are quoted strings, never Markdown. The looks are classes, one for each
/// category in use.
package func renderD2(_ scene: Scene) -> String {
  var writer = D2Writer(scene)
  writer.document()
  return writer.out.text
}

/// Writes one scene; classes first, then containers inside one another, then connections.
private struct D2Writer: ~Copyable {
  let scene: Scene
  let tree: GroupTree
  var out: ByteWriter

  init(_ scene: Scene) {
    self.scene = scene
    tree = GroupTree(scene)
    out = ByteWriter(capacity: 2048 + 200 * (scene.nodes.count + scene.edges.count))
  }

  mutating func document() {
    out.raw("direction: ")
    out.raw(scene.direction.d2Word)
    out.raw("\n")
    classes()
    if let title = scene.title, !title.onOneLine.isEmpty {
      out.raw("title: ")
      out.d2String(title)
      out.raw(" {\n  shape: text\n  near: top-center\n  style.font-size: 24\n}\n")
    }
    contents(of: nil, depth: 0)
    for edge in scene.edges { self.edge(edge) }
  }

  private mutating func classes() {
    let categories = Category.inUse(by: scene.nodes.map(\.style))
    guard !categories.isEmpty else { return }
    out.raw("classes: {\n")
    for category in categories {
      out.raw("  ")
      out.raw(category.className)
      out.raw(": {\n    style.fill: \"")
      out.raw(Palette.light.card)
      out.raw("\"\n    style.stroke: \"")
      out.raw(category.color)
      out.raw("\"\n    style.font-color: \"")
      out.raw(Palette.light.text)
      out.raw("\"\n  }\n")
    }
    out.raw("}\n")
  }

  // MARK: Boxes

  private mutating func contents(of parent: Int?, depth: Int) {
    let children = tree.children(of: parent)
    for group in children.groups { container(group, depth: depth) }
    for node in children.nodes { self.node(node, depth: depth) }
  }

  private mutating func container(_ index: Int, depth: Int) {
    let group = scene.groups[index]
    out.indent(depth)
    out.raw("g")
    out.integer(index + 1)
    out.raw(": ")
    let hasBoth = !group.label.isEmpty && !group.caption.isEmpty
    out.d2String(group.label + (hasBoth ? "  " : "") + group.caption)
    out.raw(" {\n")
    setting(depth + 1, "style.fill: transparent")
    setting(depth + 1, "style.border-radius: 8")
    setting(depth + 1, "style.font-size: 18")
    color(depth + 1, group.style.color, Palette.light.group(group.look))
    if group.look.isDashed { setting(depth + 1, "style.stroke-dash: 5") }
    rest(of: group.style, depth + 1)
    contents(of: index, depth: depth + 1)
    out.indent(depth)
    out.raw("}\n")
  }

  private mutating func node(_ index: Int, depth: Int) {
    let node = scene.nodes[index]
    let count = node.count > 1 ? " × \(node.count)" : ""
    out.indent(depth)
    out.raw("n")
    out.integer(index + 1)
    out.raw(": ")
    if node.caption.onOneLine.isEmpty {
      out.d2String(node.label + count)
    } else {
      out.d2String(node.label + count, node.caption)
    }
    out.raw(" {\n")
    out.indent(depth + 1)
    out.raw("class: ")
    out.raw(Category(key: node.style.category).className)
    out.raw("\n")
    shape(NodeShape(node.style), depth + 1)
    if node.count > 1 { setting(depth + 1, "style.multiple: true") }
    if HexColor(node.style.color) != nil { color(depth + 1, node.style.color, "") }
    rest(of: node.style, depth + 1)
    out.indent(depth)
    out.raw("}\n")
  }

  private mutating func shape(_ shape: NodeShape, _ depth: Int) {
    switch shape {
    case .card: setting(depth, "style.border-radius: 8")
    case .person: setting(depth, "shape: person")
    case .actor: setting(depth, "style.border-radius: 24")
    case .store: setting(depth, "shape: cylinder")
    case .queue: setting(depth, "shape: queue")
    case .cloud: setting(depth, "shape: cloud")
    }
  }

  /// Appends what boxes and connections have in common: faintness, tooltip, link.
  private mutating func rest(of style: SceneStyle, _ depth: Int) {
    let link = style.link.flatMap(SafeLink.init)
    if style.isMuted { setting(depth, "style.opacity: 0.5") }
    if let tooltip = style.tooltip?.onOneLine, !tooltip.isEmpty {
      // D2 refuses a tooltip that is an address itself where there is a link too.
      let isAddress = tooltip.contains("://") && !tooltip.contains(" ")
      if link == nil || !isAddress { string(depth, "tooltip", tooltip) }
    }
    if let link {
      string(depth, "link", link.isPathFromHere ? "./" + link.address : link.address)
    }
  }

  // MARK: Connections

  private mutating func edge(_ edge: SceneEdge) {
    guard let ends = tree.ends(of: edge) else { return }
    path(ends.source)
    out.raw(" ")
    out.raw(edge.d2Arrow)
    out.raw(" ")
    path(ends.target)
    if !edge.label.onOneLine.isEmpty {
      out.raw(": ")
      out.d2String(edge.label)
    } else {
      out.raw(":")
    }
    out.raw(" {\n")
    color(1, edge.style.color, Palette.light.edge)
    switch edge.stroke {
    case .solid: break
    case .dashed: setting(1, "style.stroke-dash: 5")
    case .dotted: setting(1, "style.stroke-dash: 2")
    }
    if edge.head == .open {
      if edge.hasTargetHead { setting(1, "target-arrowhead.style.filled: false") }
      if edge.hasSourceHead { setting(1, "source-arrowhead.style.filled: false") }
    }
    rest(of: edge.style, 1)
    out.raw("}\n")
  }

  /// Appends the whole name of a box: the containers it stands in, from the outermost on.
  private mutating func path(_ end: GroupTree.End) {
    var groups: [Int] = []
    var current: Int?
    var node: Int?
    switch (end.group, end.box) {
    case (let group?, _), (nil, .emptyGroup(let group)): current = group
    case (nil, .node(let index)):
      node = index
      current = tree.parent(ofNode: index)
    }
    while let group = current {
      groups.append(group)
      current = tree.parent(ofGroup: group)
    }
    for (place, group) in groups.reversed().enumerated() {
      out.raw(place == 0 ? "g" : ".g")
      out.integer(group + 1)
    }
    guard let node else { return }
    out.raw(groups.isEmpty ? "n" : ".n")
    out.integer(node + 1)
  }

  // MARK: Pieces

  private mutating func setting(_ depth: Int, _ setting: StaticString) {
    out.indent(depth)
    out.raw(setting)
    out.raw("\n")
  }

  private mutating func string(_ depth: Int, _ key: StaticString, _ value: String) {
    out.indent(depth)
    out.raw(key)
    out.raw(": ")
    out.d2String(value)
    out.raw("\n")
  }

  private mutating func color(_ depth: Int, _ own: String?, _ usual: StaticString) {
    out.indent(depth)
    out.raw("style.stroke: \"")
    out.color(own, or: usual)
    out.raw("\"\n")
  }
}

extension Direction {
  /// The word of D2 for the direction.
  fileprivate var d2Word: StaticString {
    switch self {
    case .right: "right"
    case .down: "down"
    case .left: "left"
    case .up: "up"
    }
  }
}

extension SceneEdge {
  /// The arrow of D2 for the ends that have a head.
  fileprivate var d2Arrow: StaticString {
    switch (hasSourceHead, hasTargetHead) {
    case (true, true): "<->"
    case (true, false): "<-"
    case (false, true): "->"
    case (false, false): "--"
    }
  }
}

extension SafeLink {
  /// Whether it is a path that begins with a name. D2 would take `layers.a` for one of its boards.
  fileprivate var isPathFromHere: Bool {
    guard let first = address.unicodeScalars.first else { return false }
    return !address.contains(":") && first.properties.isAlphabetic || first == "_"
  }
}
