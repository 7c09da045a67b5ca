import ArchScene

/// Who stands in which group.
struct Containment {
  /// One thing that has a place of its own in a group or at the top.
  typealias End = SceneEdge.End

  /// What stands directly in each group, in the order of the text; the last entry is the top.
  private(set) var members: [[End]]
  private let nodeParents: [Int]
  private let groupParents: [Int]

  init(_ scene: Scene) {
    let count = scene.groups.count
    groupParents = scene.groups.enumerated().map { index, group in
      group.parent.flatMap { $0 >= 0 && $0 < index ? $0 : nil } ?? count
    }
    nodeParents = scene.nodes.map { node in
      node.parent.flatMap { $0 >= 0 && $0 < count ? $0 : nil } ?? count
    }
    members = Array(repeating: [], count: count + 1)
    addInOrder(scene)
  }

  /// The index that stands for the top of the picture.
  var top: Int { groupParents.count }

  /// Returns the group that something stands in, or the top.
  func parent(of end: End) -> Int {
    switch end {
    case .node(let index): nodeParents[index]
    case .group(let index): groupParents[index]
    }
  }

  /// Returns the groups that something stands in, innermost first, without the top.
  func ancestors(of end: End) -> [Int] {
    var result: [Int] = []
    var group = parent(of: end)
    while group != top {
      result.append(group)
      group = groupParents[group]
    }
    return result
  }

  /// Whether one end is a group around the other.
  func encloses(_ outer: End, _ inner: End) -> Bool {
    guard case .group(let group) = outer else { return false }
    return ancestors(of: inner).contains(group)
  }

  /// Returns the group in which the ways to two ends part, and what stands there on each way; nil
  /// when one end is the other or around it.
  func parting(_ first: End, _ second: End) -> (group: Int, first: End, second: End)? {
    let left = chain(first)
    let right = chain(second)
    var index = 0
    while index < left.count, index < right.count, left[index] == right[index] { index += 1 }
    guard index < left.count, index < right.count else { return nil }
    return (parent(of: left[index]), left[index], right[index])
  }

  /// The way from the top to an end, itself included.
  private func chain(_ end: End) -> [End] {
    ancestors(of: end).reversed().map(End.group) + [end]
  }

  /// A scene lists nodes and groups apart; a group stands where its first node does in the text.
  private mutating func addInOrder(_ scene: Scene) {
    var isPlaced = [Bool](repeating: false, count: top + 1)
    isPlaced[top] = true
    for node in scene.nodes.indices {
      for group in ancestors(of: .node(node)).reversed() where !isPlaced[group] {
        isPlaced[group] = true
        members[groupParents[group]].append(.group(group))
      }
      members[nodeParents[node]].append(.node(node))
    }
    for group in 0..<top where !isPlaced[group] {
      members[groupParents[group]].append(.group(group))
    }
  }
}
