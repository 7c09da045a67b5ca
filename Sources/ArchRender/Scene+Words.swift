import ArchScene

extension Scene {
  /// The words for people who cannot see the picture: the author's own, or else figures and the
  /// first connections, such as `3 elements, 2 connections: Reader to Edge; Edge to Photos`.
  var spokenDescription: String {
    if let summary, !summary.isEmpty { return summary }
    let elements = counted(nodes.count + groups.count, "element")
    guard !edges.isEmpty else { return elements }
    let shown = edges.prefix(12).map { "\(label(of: $0.source)) to \(label(of: $0.target))" }
    let rest = edges.count - shown.count
    return "\(elements), \(counted(edges.count, "connection")): "
      + shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }

  /// Returns the label of the box at an end of an edge; empty when the index leads nowhere.
  func label(of end: SceneEdge.End) -> String {
    switch end {
    case .node(let index): nodes.indices.contains(index) ? nodes[index].label : ""
    case .group(let index): groups.indices.contains(index) ? groups[index].label : ""
    }
  }

  /// Returns the identifier of the box at an end of an edge; empty when the index leads nowhere.
  func id(of end: SceneEdge.End) -> String {
    switch end {
    case .node(let index): nodes.indices.contains(index) ? nodes[index].id : ""
    case .group(let index): groups.indices.contains(index) ? groups[index].id : ""
    }
  }

  /// Returns the container of that index, or nil when there is none.
  func group(_ index: Int?) -> SceneGroup? {
    guard let index, groups.indices.contains(index) else { return nil }
    return groups[index]
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
