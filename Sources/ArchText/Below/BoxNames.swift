import ArchScene

/// How the lists below a picture call its boxes: by their labels, with their names in the text
/// behind where two boxes bear one label.
struct BoxNames {
  private var nodes: [String] = []
  private var groups: [String] = []

  init(_ scene: Scene, _ charset: TextOptions.Charset) {
    var counts: [String: Int] = [:]
    for label in scene.nodes.map(\.label) + scene.groups.map(\.label) {
      counts[label, default: 0] += 1
    }
    func name(_ label: String, _ id: String) -> String {
      let label = cleaned(label, charset)
      if label.isEmpty { return cleaned(id, charset) }
      return counts[label] ?? 0 > 1 ? "\(label) (\(cleaned(id, charset)))" : label
    }
    nodes = scene.nodes.map { name($0.label, $0.id) }
    groups = scene.groups.map { name($0.label, $0.id) }
  }

  subscript(end: SceneEdge.End) -> String {
    switch end {
    case .node(let index): nodes.indices.contains(index) ? nodes[index] : "?"
    case .group(let index): groups.indices.contains(index) ? groups[index] : "?"
    }
  }
}
