package import ArchScene

/// Writes a scene as a graph in the DOT language, to be laid out again by Graphviz: the same boxes,
/// containers, lines and words, without our coordinates.
///
/// Only these attributes appear: `arrowhead`, `arrowsize`, `arrowtail`, `bgcolor`, `color`,
/// `compound`, `dir`, `fillcolor`, `fontcolor`, `fontname`, `fontsize`, `height`, `label`,
/// `labeljust`, `labelloc`, `lhead`, `ltail`, `margin`, `pad`, `penwidth`, `rankdir`, `shape`,
/// `style` and `width`.
package func renderDOT(_ scene: Scene) -> String {
  var writer = DOTWriter(scene)
  writer.document()
  return writer.out.text
}

/// Writes one scene; a picture is a list of statements, clusters inside one another.
private struct DOTWriter: ~Copyable {
  let scene: Scene
  let tree: GroupTree
  var out: ByteWriter

  init(_ scene: Scene) {
    self.scene = scene
    tree = GroupTree(scene)
    out = ByteWriter(capacity: 1024 + 240 * (scene.nodes.count + scene.edges.count))
  }

  mutating func document() {
    out.raw("digraph {\n  graph [compound=true, rankdir=")
    out.raw(scene.direction.rankWord)
    out.raw(", bgcolor=\"#fbfcfd\", fontname=\"Helvetica\", fontsize=18, fontcolor=\"#1b2733\"")
    out.raw(", labelloc=t, pad=0.2")
    if let title = scene.title { attribute("label", title) }
    out.raw("]\n  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", ")
    out.raw("fontname=\"Helvetica\", fontsize=13, fontcolor=\"#1b2733\", height=0.6, ")
    out.raw("margin=\"0.2,0.1\"]\n  edge [color=\"#64748b\", fontname=\"Helvetica\", ")
    out.raw("fontsize=11, fontcolor=\"#33414f\", arrowsize=0.75]\n")
    contents(of: nil, depth: 1)
    for edge in scene.edges { self.edge(edge) }
    out.raw("}\n")
  }

  private mutating func contents(of parent: Int?, depth: Int) {
    let children = tree.children(of: parent)
    for group in children.groups { cluster(group, depth: depth) }
    for node in children.nodes { self.node(node, depth: depth) }
    if let parent, tree.isEmpty(parent) {
      out.indent(depth)
      out.dotString(scene.groups[parent].anchor)
      out.raw(" [shape=point, style=invis, width=0, height=0]\n")
    }
  }

  private mutating func cluster(_ index: Int, depth: Int) {
    let group = scene.groups[index]
    out.indent(depth)
    out.raw("subgraph ")
    out.dotString(group.cluster)
    out.raw(" {\n")
    out.indent(depth + 1)
    out.raw("graph [labeljust=l, margin=12, fontsize=11, style=\"rounded")
    if Palette.tint(group.look) > 0 { out.raw(",filled") }
    if group.look.isDashed { out.raw(",dashed") }
    out.raw("\"")
    let words = group.caption.isEmpty ? group.label : group.label + "  " + group.caption
    attribute("label", words)
    color("color", group.style.color, Palette.light.group(group.look))
    color("fontcolor", nil, Palette.light.group(group.look))
    tint(group.look)
    out.raw("]\n")
    contents(of: index, depth: depth + 1)
    out.indent(depth)
    out.raw("}\n")
  }

  /// Appends the colour of a cluster's inside, as thin as in our own pictures.
  private mutating func tint(_ look: GroupLook) {
    let hundredths = Palette.tint(look)
    guard hundredths > 0 else { return }
    out.raw(", fillcolor=\"")
    out.raw(Palette.light.group(look))
    let alpha = hundredths * 255 / 100
    out.trusted((alpha < 16 ? "0" : "") + String(alpha, radix: 16))
    out.raw("\"")
  }

  private mutating func node(_ index: Int, depth: Int) {
    let node = scene.nodes[index]
    let count = node.count > 1 ? " × \(node.count)" : ""
    out.indent(depth)
    out.dotString(node.id)
    out.raw(" [penwidth=1.5")
    let caption = node.caption.isEmpty ? "" : "\n" + node.caption
    attribute("label", node.label + count + caption)
    color(
      "color", node.style.color, Palette.light.tile(Category(key: node.style.category)),
      isMuted: node.style.isMuted)
    if node.style.isMuted { color("fontcolor", nil, Palette.light.text, isMuted: true) }
    out.raw("]\n")
  }

  private mutating func edge(_ edge: SceneEdge) {
    guard let ends = tree.ends(of: edge) else { return }
    out.indent(1)
    out.dotString(name(of: ends.source.box))
    out.raw(" -> ")
    out.dotString(name(of: ends.target.box))
    out.raw(" [style=")
    out.raw(edge.stroke.lineStyle)
    out.raw(", dir=")
    out.raw(edge.headDirection)
    if edge.head == .open { out.raw(", arrowhead=open, arrowtail=open") }
    if let group = ends.source.group { attribute("ltail", scene.groups[group].cluster) }
    if let group = ends.target.group { attribute("lhead", scene.groups[group].cluster) }
    if !edge.label.isEmpty { attribute("label", edge.label) }
    if HexColor(edge.style.color) != nil || edge.style.isMuted {
      color("color", edge.style.color, Palette.light.edge, isMuted: edge.style.isMuted)
    }
    out.raw("]\n")
  }

  private func name(of box: GroupTree.End.Box) -> String {
    switch box {
    case .node(let index): scene.nodes[index].id
    case .emptyGroup(let index): scene.groups[index].anchor
    }
  }

  private mutating func attribute(_ name: StaticString, _ value: String) {
    out.raw(", ")
    out.raw(name)
    out.raw("=")
    out.dotString(value)
  }

  /// Appends the author's colour or the usual one, half as strong where it is muted.
  private mutating func color(
    _ name: StaticString, _ own: String?, _ usual: StaticString, isMuted: Bool = false
  ) {
    out.raw(", ")
    out.raw(name)
    out.raw("=\"")
    out.color(own, or: usual)
    if isMuted { out.raw("80") }
    out.raw("\"")
  }
}

extension Stroke {
  /// The word of DOT for the stroke.
  fileprivate var lineStyle: StaticString {
    switch self {
    case .solid: "solid"
    case .dashed: "dashed"
    case .dotted: "dotted"
    }
  }
}

extension SceneEdge {
  /// The word of DOT for the ends that have a head.
  fileprivate var headDirection: StaticString {
    switch (hasSourceHead, hasTargetHead) {
    case (true, true): "both"
    case (true, false): "back"
    case (false, true): "forward"
    case (false, false): "none"
    }
  }
}

extension SceneGroup {
  /// The name of the group's cluster; Graphviz draws a box only around names that begin so.
  var cluster: String { "cluster " + id }

  /// The name of the invisible node that stands in an empty group.
  var anchor: String { "anchor " + id }
}
