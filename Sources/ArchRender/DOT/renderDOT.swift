package import ArchScene

/// Writes a scene as a graph in the DOT language, to be laid out again by Graphviz: the same boxes,
/// containers, lines and words, without our coordinates.
///
/// Only these attributes appear: `bgcolor`, `color`, `compound`, `dir`, `fillcolor`, `fontcolor`,
/// `fontname`, `fontsize`, `height`, `label`, `labeljust`, `labelloc`, `lhead`, `ltail`, `margin`,
/// `penwidth`, `rankdir`, `shape`, `style` and `width`.
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
    out.raw(scene.direction.rankDirection)
    out.raw(", bgcolor=\"#fbfcfd\", fontname=\"Helvetica\", fontsize=18, labelloc=t")
    if let title = scene.title { attribute("label", title) }
    out.raw("]\n  node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", ")
    out.raw("fontname=\"Helvetica\", fontsize=13, height=0.6, margin=\"0.2,0.1\"]\n")
    out.raw("  edge [color=\"#64748b\", fontname=\"Helvetica\", fontsize=11]\n")
    contents(of: nil, depth: 1)
    for edge in scene.edges { self.edge(edge) }
    out.raw("}\n")
  }

  private mutating func contents(of parent: Int?, depth: Int) {
    let children = tree.children(of: parent)
    for group in children.groups { cluster(group, depth: depth) }
    for node in children.nodes { self.node(node, depth: depth) }
    if let parent, children.groups.isEmpty, children.nodes.isEmpty {
      indent(depth)
      out.dotString(scene.groups[parent].anchor)
      out.raw(" [shape=point, style=invis, width=0, height=0]\n")
    }
  }

  private mutating func cluster(_ index: Int, depth: Int) {
    let group = scene.groups[index]
    indent(depth)
    out.raw("subgraph ")
    out.dotString(group.cluster)
    out.raw(" {\n")
    indent(depth + 1)
    out.raw("graph [labeljust=l, fontsize=11, style=\"rounded")
    if group.look.isDashed { out.raw(",dashed") }
    out.raw("\"")
    let words = group.caption.isEmpty ? group.label : group.label + "  " + group.caption
    attribute("label", words)
    color("color", group.style.color, Palette.light.group(group.look))
    color("fontcolor", nil, Palette.light.group(group.look))
    out.raw("]\n")
    contents(of: index, depth: depth + 1)
    indent(depth)
    out.raw("}\n")
  }

  private mutating func node(_ index: Int, depth: Int) {
    let node = scene.nodes[index]
    let count = node.count > 1 ? " × \(node.count)" : ""
    indent(depth)
    out.dotString(node.id)
    out.raw(" [penwidth=1.5")
    let caption = node.caption.isEmpty ? "" : "\n" + node.caption
    attribute("label", node.label + count + caption)
    color("color", node.style.color, Palette.light.tile(Category(key: node.style.category)))
    out.raw("]\n")
  }

  private mutating func edge(_ edge: SceneEdge) {
    guard let ends = tree.ends(of: edge) else { return }
    indent(1)
    out.dotString(ends.source.node)
    out.raw(" -> ")
    out.dotString(ends.target.node)
    out.raw(" [style=")
    out.raw(edge.stroke.lineStyle)
    out.raw(", dir=")
    out.raw(edge.headDirection)
    if let cluster = ends.source.cluster { attribute("ltail", cluster) }
    if let cluster = ends.target.cluster { attribute("lhead", cluster) }
    if !edge.label.isEmpty { attribute("label", edge.label) }
    if let color = HexColor(edge.style.color) { attribute("color", color.text) }
    out.raw("]\n")
  }

  private mutating func attribute(_ name: StaticString, _ value: String) {
    out.raw(", ")
    out.raw(name)
    out.raw("=")
    out.dotString(value)
  }

  private mutating func color(_ name: StaticString, _ own: String?, _ usual: StaticString) {
    out.raw(", ")
    out.raw(name)
    out.raw("=\"")
    if let own = HexColor(own) { out.trusted(own.text) } else { out.raw(usual) }
    out.raw("\"")
  }

  private mutating func indent(_ depth: Int) {
    for _ in 0..<depth { out.raw("  ") }
  }
}

extension Direction {
  /// The word of DOT for the direction.
  fileprivate var rankDirection: StaticString {
    switch self {
    case .right: "LR"
    case .down: "TB"
    case .left: "RL"
    case .up: "BT"
    }
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
