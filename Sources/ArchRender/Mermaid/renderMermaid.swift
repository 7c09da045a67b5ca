package import ArchScene

/// Writes a scene as a flowchart of Mermaid, which lays it out again where it is shown: the same
/// boxes, containers, lines and words, without our coordinates.
///
/// Only syntax that Mermaid 10 and later read alike is used. Boxes are white with the colour of
/// their category around them, on a light page and on a dark one; the containers let the page
/// through, and the colour of their titles and of the lines is the theme's. Boxes and containers
/// are called `n1` and `g1` by their place in the scene, so no name is a reserved word.
package func renderMermaid(_ scene: Scene) -> String {
  var writer = MermaidWriter(scene)
  writer.document()
  return writer.out.text
}

/// Writes one scene; statements first, then how they look.
private struct MermaidWriter: ~Copyable {
  let scene: Scene
  let tree: GroupTree
  /// The indices of the edges that are written, in order: Mermaid styles links by their number.
  private var links: [Int] = []
  var out: ByteWriter

  init(_ scene: Scene) {
    self.scene = scene
    tree = GroupTree(scene)
    out = ByteWriter(capacity: 1024 + 160 * (scene.nodes.count + scene.edges.count))
  }

  mutating func document() {
    if let title = scene.title {
      out.raw("---\ntitle: ")
      out.mermaidTitle(title)
      out.raw("\n---\n")
    }
    out.raw("flowchart ")
    out.raw(scene.direction.rankWord)
    out.raw("\n")
    contents(of: nil, depth: 1)
    for index in scene.edges.indices { edge(index) }
    for index in scene.nodes.indices { click(index) }
    classes()
    styles()
    linkStyles()
  }

  // MARK: Statements

  private mutating func contents(of parent: Int?, depth: Int) {
    let children = tree.children(of: parent)
    for group in children.groups { subgraph(group, depth: depth) }
    for node in children.nodes { self.node(node, depth: depth) }
  }

  private mutating func subgraph(_ index: Int, depth: Int) {
    let group = scene.groups[index]
    out.indent(depth)
    guard !tree.isEmpty(index) else {
      // Mermaid draws a container without anything inside as a box; so it is written as one.
      out.raw("g")
      out.integer(index + 1)
      words("[\"", group.label, group.caption, "\"]\n")
      return
    }
    out.raw("subgraph g")
    out.integer(index + 1)
    words("[\"", group.label, group.caption, "\"]\n")
    contents(of: index, depth: depth + 1)
    out.indent(depth)
    out.raw("end\n")
  }

  private mutating func node(_ index: Int, depth: Int) {
    let node = scene.nodes[index]
    let count = node.count > 1 ? " × \(node.count)" : ""
    let shape = NodeShape(node.style)
    out.indent(depth)
    out.raw("n")
    out.integer(index + 1)
    words(shape.opening, node.label + count, node.caption, shape.closing, break: "<br>")
    out.raw(":::")
    out.raw(Category(key: node.style.category).className)
    out.raw("\n")
  }

  private mutating func words(
    _ opening: StaticString, _ label: String, _ caption: String, _ closing: StaticString,
    break separator: StaticString = " "
  ) {
    out.raw(opening)
    out.mermaidWords(label)
    if !caption.onOneLine.isEmpty {
      out.raw(separator)
      out.raw("<small>")
      out.mermaidWords(caption)
      out.raw("</small>")
    }
    out.raw(closing)
  }

  private mutating func edge(_ index: Int) {
    let edge = scene.edges[index]
    guard var ends = tree.ends(of: edge) else { return }
    // Mermaid has no arrow that points backward only.
    if edge.hasSourceHead, !edge.hasTargetHead { ends = (ends.target, ends.source) }
    links.append(index)
    out.indent(1)
    end(ends.source)
    out.raw(" ")
    out.raw(edge.mermaidArrow)
    if !edge.label.onOneLine.isEmpty {
      out.raw("|\"")
      out.mermaidWords(edge.label)
      out.raw("\"|")
    }
    out.raw(" ")
    end(ends.target)
    out.raw("\n")
  }

  private mutating func end(_ end: GroupTree.End) {
    switch (end.group, end.box) {
    case (let group?, _), (nil, .emptyGroup(let group)):
      out.raw("g")
      out.integer(group + 1)
    case (nil, .node(let node)):
      out.raw("n")
      out.integer(node + 1)
    }
  }

  private mutating func click(_ index: Int) {
    let style = scene.nodes[index].style
    guard let link = style.link.flatMap(SafeLink.init) else { return }
    out.indent(1)
    out.raw("click n")
    out.integer(index + 1)
    out.raw(" href \"")
    out.mermaidLink(link)
    out.raw("\"")
    // Mermaid drops a `;` from a line that has "style", a colon and `#` in this order.
    let isSafe = !link.address.contains("style") && !link.address.contains("classDef")
    if let tooltip = style.tooltip, !tooltip.onOneLine.isEmpty, isSafe {
      out.raw(" \"")
      out.mermaidWords(tooltip)
      out.raw("\"")
    }
    out.raw("\n")
  }

  // MARK: Looks

  private mutating func classes() {
    for category in Category.inUse(by: scene.nodes.map(\.style)) {
      out.indent(1)
      out.raw("classDef ")
      out.raw(category.className)
      out.raw(" fill:")
      out.raw(Palette.light.card)
      out.raw(",stroke:")
      out.raw(category.color)
      out.raw(",color:")
      out.raw(Palette.light.text)
      out.raw("\n")
    }
  }

  private mutating func styles() {
    for (index, group) in scene.groups.enumerated() {
      out.indent(1)
      out.raw("style g")
      out.integer(index + 1)
      out.raw(" fill:none,stroke:")
      color(group.style.color, Palette.light.group(group.look))
      if group.look.isDashed { out.raw(",stroke-dasharray:5 4") }
      if group.style.isMuted { out.raw(",opacity:0.5") }
      out.raw("\n")
    }
    for (index, node) in scene.nodes.enumerated() {
      guard HexColor(node.style.color) != nil || node.style.isMuted else { continue }
      out.indent(1)
      out.raw("style n")
      out.integer(index + 1)
      out.raw(" stroke:")
      color(node.style.color, Category(key: node.style.category).color)
      if node.style.isMuted { out.raw(",opacity:0.5") }
      out.raw("\n")
    }
  }

  private mutating func linkStyles() {
    for (number, index) in links.enumerated() {
      let edge = scene.edges[index]
      let color = HexColor(edge.style.color)
      guard color != nil || edge.stroke == .dotted || edge.style.isMuted else { continue }
      out.indent(1)
      out.raw("linkStyle ")
      out.integer(number)
      var separator: StaticString = " "
      if let color {
        out.raw(" stroke:")
        out.trusted(color.text)
        separator = ","
      }
      if edge.stroke == .dotted {
        out.raw(separator)
        out.raw("stroke-dasharray:2 4")
        separator = ","
      }
      if edge.style.isMuted {
        out.raw(separator)
        out.raw("opacity:0.5")
      }
      out.raw("\n")
    }
  }

  private mutating func color(_ own: String?, _ usual: StaticString) {
    out.color(own, or: usual)
  }
}

extension NodeShape {
  /// What stands before the words of a box of this shape.
  fileprivate var opening: StaticString {
    switch self {
    case .card: "(\""
    case .person, .actor: "([\""
    case .store: "[(\""
    case .queue: "[[\""
    case .cloud: "{{\""
    }
  }

  /// What stands behind them.
  fileprivate var closing: StaticString {
    switch self {
    case .card: "\")"
    case .person, .actor: "\"])"
    case .store: "\")]"
    case .queue: "\"]]"
    case .cloud: "\"}}"
    }
  }
}

extension SceneEdge {
  /// The arrow of Mermaid, from the end that has no head where only one has.
  fileprivate var mermaidArrow: StaticString {
    switch (stroke, hasSourceHead || hasTargetHead, hasSourceHead && hasTargetHead) {
    case (.solid, true, true), (.dotted, true, true): "<-->"
    case (.solid, true, false), (.dotted, true, false): "-->"
    case (.solid, false, _), (.dotted, false, _): "---"
    case (.dashed, true, true): "<-.->"
    case (.dashed, true, false): "-.->"
    case (.dashed, false, _): "-.-"
    }
  }
}
