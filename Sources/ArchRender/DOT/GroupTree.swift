import ArchScene

/// Who stands in which group, and which node speaks for a group at the end of an edge.
///
/// Graphviz joins only nodes: an edge to a group is drawn to a node inside and cut off at the
/// border.
struct GroupTree {
  /// One end of an edge in DOT: a node, and the cluster at whose border the line stops.
  struct End {
    var node: String
    var cluster: String?
  }

  private let scene: Scene
  /// What stands directly in each group; the last entry is what stands in none.
  private var members: [(groups: [Int], nodes: [Int])]

  /// Sorts the boxes of a scene into their groups.
  init(_ scene: Scene) {
    self.scene = scene
    members = Array(repeating: ([], []), count: scene.groups.count + 1)
    for index in scene.groups.indices {
      members[parent(ofGroup: index) ?? scene.groups.count].groups.append(index)
    }
    for index in scene.nodes.indices {
      members[parent(ofNode: index) ?? scene.groups.count].nodes.append(index)
    }
  }

  /// Returns what stands directly in a group, or in none.
  func children(of group: Int?) -> (groups: [Int], nodes: [Int]) {
    members[group ?? scene.groups.count]
  }

  /// Returns the two ends of an edge; nil when an index leads nowhere.
  func ends(of edge: SceneEdge) -> (source: End, target: End)? {
    guard let source = end(edge.source, other: edge.target),
      let target = end(edge.target, other: edge.source)
    else { return nil }
    return (source, target)
  }

  private func end(_ end: SceneEdge.End, other: SceneEdge.End) -> End? {
    switch end {
    case .node(let index):
      guard scene.nodes.indices.contains(index) else { return nil }
      return End(node: scene.nodes[index].id)
    case .group(let index):
      guard scene.groups.indices.contains(index) else { return nil }
      // A line that begins inside a group cannot stop at its border.
      let isInside = encloses(index, other)
      let node = representative(of: index)
      return End(node: node, cluster: isInside ? nil : scene.groups[index].cluster)
    }
  }

  /// Returns the first node inside a group, at any depth, or its invisible anchor.
  private func representative(of group: Int) -> String {
    var index = group
    while true {
      if let node = members[index].nodes.first { return scene.nodes[node].id }
      guard let inner = members[index].groups.first else { return scene.groups[index].anchor }
      index = inner
    }
  }

  private func encloses(_ group: Int, _ end: SceneEdge.End) -> Bool {
    var current: Int?
    switch end {
    case .node(let index):
      current = scene.nodes.indices.contains(index) ? parent(ofNode: index) : nil
    case .group(let index): current = scene.groups.indices.contains(index) ? index : nil
    }
    while let index = current {
      if index == group { return true }
      current = parent(ofGroup: index)
    }
    return false
  }

  /// The parent of a group; only smaller indices count, so that walking up always ends.
  private func parent(ofGroup index: Int) -> Int? {
    guard let parent = scene.groups[index].parent, (0..<index).contains(parent) else { return nil }
    return parent
  }

  private func parent(ofNode index: Int) -> Int? {
    guard let parent = scene.nodes[index].parent, scene.groups.indices.contains(parent) else {
      return nil
    }
    return parent
  }
}

extension SceneGroup {
  /// The name of the group's cluster; Graphviz draws a box only around names that begin so.
  var cluster: String { "cluster " + id }

  /// The name of the invisible node that stands in an empty group.
  var anchor: String { "anchor " + id }
}
