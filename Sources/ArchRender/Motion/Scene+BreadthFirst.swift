import ArchScene

extension Scene {
  /// The story of a scene that has no flow, in steps: breadth-first from its sources, each edge
  /// once.
  ///
  /// A step is what leaves one box; in a picture with so many that nobody would watch to the end,
  /// it is all that leaves the boxes of one depth. A box stands for the containers around it and a
  /// container for what stands in it. Order is that of the text.
  ///
  /// Example: `user -> web -> db` has two steps.
  var breadthFirstMoves: [[SceneMove]] {
    var walk = Walk(of: self)
    walk.run()
    guard walk.steps.count > Walk.maximumSteps else { return walk.steps.map(\.moves) }
    var levels: [(depth: Int, moves: [SceneMove])] = []
    for step in walk.steps {
      if levels.last?.depth == step.depth {
        levels[levels.count - 1].moves += step.moves
      } else {
        levels.append(step)
      }
    }
    return levels.map(\.moves)
  }
}

/// A walk over the boxes of a scene along its edges.
private struct Walk {
  /// More steps than this are put together by depth.
  static let maximumSteps = 24

  private let scene: Scene
  /// The boxes in the order in which the walk begins where it has no better reason: cards as in the
  /// text, then containers.
  private let boxes: [SceneEdge.End]
  /// What leaves each box, in the order of the text.
  private var leaving: [SceneEdge.End: [SceneMove]] = [:]
  /// The boxes that something arrives at.
  private var arriving: Set<SceneEdge.End> = []
  private var members: [[SceneEdge.End]]
  private var seen: Set<SceneEdge.End> = []
  private var queue: [(box: SceneEdge.End, depth: Int)] = []
  private(set) var steps: [(depth: Int, moves: [SceneMove])] = []

  init(of scene: Scene) {
    self.scene = scene
    boxes = scene.nodes.indices.map { .node($0) } + scene.groups.indices.map { .group($0) }
    members = Array(repeating: [], count: scene.groups.count)
    for box in boxes {
      if let parent = Self.parent(of: box, in: scene) { members[parent].append(box) }
    }
    for (index, edge) in scene.edges.enumerated() {
      let move = SceneMove(edge: index, isReply: edge.hasSourceHead && !edge.hasTargetHead)
      let ends = scene.ends(of: move)
      leaving[ends.from, default: []].append(move)
      arriving.insert(ends.to)
    }
  }

  /// Walks from all sources at once, then from whatever they do not lead to.
  mutating func run() {
    for box in boxes where leaving[box] != nil && !isReached(box) { add(box, depth: 0) }
    drain()
    for box in boxes where leaving[box] != nil {
      add(box, depth: (steps.last?.depth ?? -1) + 1)
      drain()
    }
    // Edges of boxes that are not there belong to nobody's walk.
  }

  private mutating func drain() {
    var next = 0
    while next < queue.count {
      let (box, depth) = queue[next]
      next += 1
      guard let moves = leaving[box] else { continue }
      steps.append((depth, moves))
      for move in moves { add(scene.ends(of: move).to, depth: depth + 1) }
    }
    queue = []
  }

  /// Puts a box into the queue, with what stands in it and what it stands in.
  private mutating func add(_ box: SceneEdge.End, depth: Int) {
    guard seen.insert(box).inserted else { return }
    queue.append((box, depth))
    if case .group(let index) = box, members.indices.contains(index) {
      for member in members[index] { add(member, depth: depth) }
    }
    var outer = Self.parent(of: box, in: scene)
    while let index = outer {
      if seen.insert(.group(index)).inserted { queue.append((.group(index), depth)) }
      outer = Self.parent(of: .group(index), in: scene)
    }
  }

  /// Whether something arrives at a box or at a container around it.
  private func isReached(_ box: SceneEdge.End) -> Bool {
    if arriving.contains(box) { return true }
    var outer = Self.parent(of: box, in: scene)
    while let index = outer {
      if arriving.contains(.group(index)) { return true }
      outer = Self.parent(of: .group(index), in: scene)
    }
    return false
  }

  /// Returns the index of the container of a box; always smaller than a container's own.
  private static func parent(of box: SceneEdge.End, in scene: Scene) -> Int? {
    switch box {
    case .node(let index):
      guard scene.nodes.indices.contains(index), let parent = scene.nodes[index].parent else {
        return nil
      }
      return scene.groups.indices.contains(parent) ? parent : nil
    case .group(let index):
      guard scene.groups.indices.contains(index), let parent = scene.groups[index].parent else {
        return nil
      }
      return 0..<index ~= parent ? parent : nil
    }
  }
}
