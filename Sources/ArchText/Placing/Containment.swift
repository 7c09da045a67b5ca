import ArchScene

/// Who stands in which group.
struct Containment {
  /// One thing that has a place of its own in a group or at the top.
  typealias End = SceneEdge.End

  /// What stands directly in each group, in the order of the text; the last entry is the top.
  private(set) var members: [[End]]
  private let nodeParents: [Int]
  private let groupParents: [Int]
  /// The place of each node and group among the members of what it stands in.
  private var nodeNumbers: [Int]
  private var groupNumbers: [Int]
  /// Each group and what it stands in, innermost first; nothing for the top.
  private let chains: [[Int]]

  init(_ scene: Scene) {
    let count = scene.groups.count
    let groupParents = scene.groups.enumerated().map { index, group in
      group.parent.flatMap { $0 >= 0 && $0 < index ? $0 : nil } ?? count
    }
    nodeParents = scene.nodes.map { node in
      node.parent.flatMap { $0 >= 0 && $0 < count ? $0 : nil } ?? count
    }
    var chains: [[Int]] = []
    for group in 0..<count {
      let parent = groupParents[group]
      chains.append([group] + (parent < count ? chains[parent] : []))
    }
    self.chains = chains + [[]]
    self.groupParents = groupParents
    members = Array(repeating: [], count: count + 1)
    nodeNumbers = Array(repeating: 0, count: scene.nodes.count)
    groupNumbers = Array(repeating: 0, count: count)
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

  /// Returns the place of something among the members of what it stands in.
  func number(of end: End) -> Int {
    switch end {
    case .node(let index): nodeNumbers[index]
    case .group(let index): groupNumbers[index]
    }
  }

  /// Returns the groups that something stands in, innermost first, without the top.
  func ancestors(of end: End) -> [Int] { chains[parent(of: end)] }

  /// Whether one end is a group around the other.
  func encloses(_ outer: End, _ inner: End) -> Bool {
    guard case .group(let group) = outer else { return false }
    return ancestors(of: inner).contains(group)
  }

  /// Returns the group in which the ways to two ends part, and what stands there on each way; nil
  /// when one end is the other or around it.
  func parting(_ first: End, _ second: End) -> (group: Int, first: End, second: End)? {
    let (depth, otherDepth) = (ancestors(of: first).count, ancestors(of: second).count)
    var (left, right) = (first, second)
    for _ in 0..<max(depth - otherDepth, 0) { left = .group(parent(of: left)) }
    for _ in 0..<max(otherDepth - depth, 0) { right = .group(parent(of: right)) }
    guard left != right else { return nil }
    while parent(of: left) != parent(of: right) {
      (left, right) = (.group(parent(of: left)), .group(parent(of: right)))
    }
    return (parent(of: left), left, right)
  }

  /// A scene lists nodes and groups apart; a group stands where its first node does in the text.
  private mutating func addInOrder(_ scene: Scene) {
    var isPlaced = [Bool](repeating: false, count: top + 1)
    isPlaced[top] = true
    for node in scene.nodes.indices {
      for group in chains[nodeParents[node]].reversed() where !isPlaced[group] {
        isPlaced[group] = true
        add(group: group)
      }
      nodeNumbers[node] = members[nodeParents[node]].count
      members[nodeParents[node]].append(.node(node))
    }
    for group in 0..<top where !isPlaced[group] { add(group: group) }
  }

  private mutating func add(group: Int) {
    groupNumbers[group] = members[groupParents[group]].count
    members[groupParents[group]].append(.group(group))
  }
}
