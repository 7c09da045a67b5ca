import ArchScene

/// Who stands in which group, and which box speaks for a group at the end of an edge.
///
/// Graphviz joins only nodes: an edge to a group is drawn to a node inside and cut off at the
/// border. Other languages join groups as well, but not a group with what stands inside it.
struct GroupTree {
  /// One end of an edge: a box without boxes inside, and the group at whose border the line stops.
  struct End: Equatable {
    enum Box: Equatable {
      /// An index in `Scene.nodes`.
      case node(Int)
      /// An index in `Scene.groups` of a group in which nothing stands.
      case emptyGroup(Int)
    }

    var box: Box
    /// An index in `Scene.groups`; nil when the line goes to the box itself.
    var group: Int?
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

  /// Returns whether nothing at all stands in a group.
  func isEmpty(_ group: Int) -> Bool {
    members[group].groups.isEmpty && members[group].nodes.isEmpty
  }

  /// Returns the group that a group stands in.
  func parent(ofGroup index: Int) -> Int? {
    // Only smaller indices count, so that walking up always ends.
    guard let parent = scene.groups[index].parent, (0..<index).contains(parent) else { return nil }
    return parent
  }

  /// Returns the group that a node stands in.
  func parent(ofNode index: Int) -> Int? {
    guard let parent = scene.nodes[index].parent, scene.groups.indices.contains(parent) else {
      return nil
    }
    return parent
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
      return scene.nodes.indices.contains(index) ? End(box: .node(index)) : nil
    case .group(let index):
      guard scene.groups.indices.contains(index) else { return nil }
      // A line that begins inside a group cannot stop at its border.
      let isInside = encloses(index, other)
      return End(box: representative(of: index), group: isInside ? nil : index)
    }
  }

  /// Returns the first node inside a group, at any depth, or the empty group it comes to.
  private func representative(of group: Int) -> End.Box {
    var index = group
    while true {
      if let node = members[index].nodes.first { return .node(node) }
      guard let inner = members[index].groups.first else { return .emptyGroup(index) }
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
}
