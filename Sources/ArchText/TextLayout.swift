import ArchScene

/// One try at a picture: where boxes, lines and labels are, on a grid with a margin around.
struct TextLayout {
  var nodes: [CellRect]
  var groups: [CellRect]
  private(set) var words: PictureWords
  /// The ways of the edges; nil for one that found none.
  var paths: [LinePath?]
  var labels: [PlacedLabel] = []
  /// The edges that are listed below, as they found no way.
  private(set) var undrawn: [Int] = []
  /// The edges whose labels are listed below without a number, as even that found no place.
  private(set) var unlabelled: [Int] = []
  /// Whether the search for ways was given up, as a still wider layout's would be.
  private(set) var isSpent = false
  let width: Int
  var height: Int

  let scene: Scene

  /// How much is amiss: nothing at best.
  var faults: Int { undrawn.count * 10 + unlabelled.count }

  /// Draws the lines between boxes that have their places.
  init(
    _ scene: Scene, _ words: PictureWords, _ arrangement: Arrangement, _ tree: Containment,
    _ board: SearchBoard
  ) {
    let longest = words.labels.map(\.columns).max() ?? 0
    let margin = (x: 4, y: 3)
    self.scene = scene
    self.words = words
    nodes = arrangement.nodes.map { $0.moved(margin.x, margin.y) }
    groups = arrangement.groups.map { $0.moved(margin.x, margin.y) }
    width = arrangement.width + 2 * margin.x + longest
    height = arrangement.height + 2 * margin.y
    var router = Router(
      Self.map(width, height, nodes, groups, words), edges: scene.edges.count,
      parents: groups.indices.map { tree.parent(of: .group($0)) }, board)
    paths = []
    for task in tasks(tree) {
      if router.route(task) { label(task.edge, &router) } else { undrawn.append(task.edge) }
    }
    (paths, isSpent) = (router.paths, router.isSpent)
    undrawn.sort()
  }

  private static func map(
    _ width: Int, _ height: Int, _ nodes: [CellRect], _ groups: [CellRect], _ words: PictureWords
  ) -> CellMap {
    var map = CellMap(width: width, height: height, groups: groups.count)
    map.close()
    for (index, group) in groups.enumerated() {
      let title = words.titles[index].columns
      map.add(group: index, group, title: title > 0 ? title + 2 : 0)
    }
    for node in nodes { map.add(box: node) }
    return map
  }

  // MARK: Lines

  /// The lines to draw, the short ones first.
  private func tasks(_ tree: Containment) -> [LineTask] {
    let tasks = scene.edges.indices.compactMap { task($0, tree) }
    let keys = tasks.map { task in (task.source.distance(to: task.target), task.edge) }
    return tasks.indices.sorted { keys[$0] < keys[$1] }.map { tasks[$0] }
  }

  private func task(_ index: Int, _ tree: Containment) -> LineTask? {
    let edge = scene.edges[index]
    guard scene.contains(edge.source), scene.contains(edge.target) else { return nil }
    let around = tree.ancestors(of: edge.source) + tree.ancestors(of: edge.target)
    let crossable = around.filter { .group($0) != edge.source && .group($0) != edge.target }
    let isInsideTarget = tree.encloses(edge.target, edge.source)
    let home = if case .group(let group) = edge.target { group } else { groups.count }
    return LineTask(
      edge: index, source: rect(edge.source), target: rect(edge.target),
      sourceKey: key(edge.source), targetKey: key(edge.target), stroke: edge.stroke,
      hasSourceHead: edge.hasSourceHead, hasTargetHead: edge.hasTargetHead,
      isInsideSource: tree.encloses(edge.source, edge.target),
      isInsideTarget: isInsideTarget,
      targetGroup: isInsideTarget ? home : tree.parent(of: edge.target),
      crossable: crossable)
  }

  /// The rectangle of a box or group.
  func rect(_ end: SceneEdge.End) -> CellRect {
    switch end {
    case .node(let index): nodes[index]
    case .group(let index): groups[index]
    }
  }

  private func key(_ end: SceneEdge.End) -> Int32 {
    switch end {
    case .node(let index): Int32(index)
    case .group(let index): Int32(nodes.count + index)
    }
  }

  // MARK: Labels

  /// Finds a place for the words on a line: as they are, in two rows, or for a number instead.
  private mutating func label(_ edge: Int, _ router: inout Router) {
    guard !words.labels[edge].isEmpty, let path = router.paths[edge] else { return }
    if place(edge, path, &router) { return }
    if words.split(edge), place(edge, path, &router) { return }
    if words.number(edge), place(edge, path, &router) { return }
    unlabelled.append(edge)
  }

  private mutating func place(_ edge: Int, _ path: LinePath, _ router: inout Router) -> Bool {
    let words = words.labels[edge]
    guard let found = LabelSearch.place(words, on: path, router.map) else { return false }
    let label = PlacedLabel(edge: edge, words: words, x: found.x, y: found.y)
    labels.append(label)
    router.map.add(label, on: path, found.range)
    return true
  }
}

extension CellRect {
  fileprivate func moved(_ x: Int, _ y: Int) -> CellRect {
    CellRect(x: self.x + x, y: self.y + y, width: width, height: height)
  }

  /// How far apart two rectangles are, a row counting as two columns; by their middles where they
  /// overlap.
  fileprivate func distance(to other: CellRect) -> Int {
    let columns = max(0, other.x - maxX, x - other.maxX)
    let rows = max(0, other.y - maxY, y - other.maxY)
    let sideways = abs(2 * x + width - 2 * other.x - other.width)
    return (columns + 2 * rows) * 4 + sideways / 2
  }
}

extension CellMap {
  /// Closes the outermost cells, so that no search leaves the map.
  fileprivate mutating func close() {
    for x in 0..<width {
      for y in [0, height - 1] { spots[index(x, y)].isSolid = true }
    }
    for y in 0..<height {
      for x in [0, width - 1] { spots[index(x, y)].isSolid = true }
    }
  }
}
