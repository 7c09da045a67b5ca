import ArchScene

/// Where every box and group stands on the grid.
struct Arrangement {
  private(set) var nodes: [CellRect]
  private(set) var groups: [CellRect]
  /// What everything takes.
  private(set) var width = 0
  private(set) var height = 0

  private typealias End = SceneEdge.End

  /// A line as seen from the group where the ways to its ends part.
  private struct Lifted {
    var edge: Int
    var from: End
    var to: End
  }

  private let scene: Scene
  private let words: PictureWords
  private let containment: Containment
  private let spacing: Spacing
  private let limit: Int
  private let groupLimit: Int
  /// The lines that part in each group; the last entry is the top.
  private var lifted: [[Lifted]]
  /// Whether a line crosses the border of each group.
  private var isCrossed: [Bool]
  /// The arrangement whose places tell where things outside a group are, if there is one.
  private var earlier: [End: CellRect] = [:]

  /// Arranges a scene; twice, so that what stands in a group can turn to what stands outside.
  ///
  /// - Parameters:
  ///   - limit: how many columns to take at most, where it can be helped.
  ///   - groupLimit: the same for each group.
  init(
    _ scene: Scene, _ words: PictureWords, _ containment: Containment, _ spacing: Spacing,
    limit: Int, groupLimit: Int
  ) {
    (self.scene, self.words, self.containment) = (scene, words, containment)
    (self.spacing, self.limit, self.groupLimit) = (spacing, limit, groupLimit)
    nodes = words.nodes.map { lines in
      CellRect(width: (lines.map(\.columns).max() ?? 0) + 4, height: lines.count + 2)
    }
    groups = Array(repeating: CellRect(), count: scene.groups.count)
    lifted = Array(repeating: [], count: scene.groups.count + 1)
    isCrossed = Array(repeating: false, count: scene.groups.count)
    for index in scene.edges.indices { lift(index) }
    arrange()
    guard isCrossed.contains(true) else { return }
    for index in nodes.indices { earlier[.node(index)] = nodes[index] }
    for index in groups.indices { earlier[.group(index)] = groups[index] }
    arrange()
  }

  private mutating func lift(_ index: Int) {
    let edge = scene.edges[index]
    guard scene.contains(edge.source), scene.contains(edge.target) else { return }
    let sources = containment.ancestors(of: edge.source)
    let targets = containment.ancestors(of: edge.target)
    for group in sources where !targets.contains(group) { isCrossed[group] = true }
    for group in targets where !sources.contains(group) { isCrossed[group] = true }
    for case .group(let group) in [edge.source, edge.target] { isCrossed[group] = true }
    guard let parting = containment.parting(edge.source, edge.target) else { return }
    lifted[parting.group].append(Lifted(edge: index, from: parting.first, to: parting.second))
  }

  /// The rectangle of a box or group.
  func rect(_ end: SceneEdge.End) -> CellRect {
    switch end {
    case .node(let index): nodes[index]
    case .group(let index): groups[index]
    }
  }

  // MARK: Inside out

  private mutating func arrange() {
    for index in nodes.indices { (nodes[index].x, nodes[index].y) = (0, 0) }
    for index in groups.indices { (groups[index].x, groups[index].y) = (0, 0) }
    // A group's index is larger than that of the group it stands in.
    for group in groups.indices.reversed() { arrangeGroup(group) }
    let size = place(containment.top, limit: limit)
    (width, height) = (size.width, size.height)
    for group in groups.indices { moveMembers(of: group) }
  }

  private mutating func arrangeGroup(_ group: Int) {
    let side = spacing.sidePadding(isCrossed: isCrossed[group])
    let above = spacing.heightPadding(isCrossed: isCrossed[group])
    let depth = containment.ancestors(of: .group(group)).count + 1
    let size = place(group, limit: groupLimit - depth * 2 * (side + 1))
    let title = words.titles[group].columns
    groups[group].width = max(size.width + 2 * (side + 1), title > 0 ? title + 6 : 4)
    groups[group].height = max(size.height + 2 * (above + 1), 3)
    let slack = groups[group].width - size.width - 2 * (side + 1)
    for member in containment.members[group] { move(member, side + 1 + slack / 2, above + 1) }
  }

  private mutating func moveMembers(of group: Int) {
    for member in containment.members[group] { move(member, groups[group].x, groups[group].y) }
  }

  private mutating func move(_ end: End, _ x: Int, _ y: Int) {
    switch end {
    case .node(let index):
      nodes[index].x += x
      nodes[index].y += y
    case .group(let index):
      groups[index].x += x
      groups[index].y += y
    }
  }

  /// Places the members of a group from (0, 0) on, and returns what they take.
  private mutating func place(_ group: Int, limit: Int) -> (width: Int, height: Int) {
    let members = containment.members[group]
    guard !members.isEmpty else { return (0, 0) }
    let isSideways = spacing.isSideways
    let layout = LayeredLayout(graph(of: group, limit: isSideways ? 44 : max(limit, 8)))
    for (member, place) in zip(members, layout.places) {
      let rect = rect(member)
      let isBackward = spacing.direction == .left || spacing.direction == .up
      let length = isSideways ? rect.width : rect.height
      let along = isBackward ? layout.length - place.along - length : place.along
      move(member, isSideways ? along : place.across, isSideways ? place.across : along)
    }
    return isSideways ? (layout.length, layout.breadth) : (layout.breadth, layout.length)
  }

  // MARK: As a graph

  private func graph(of group: Int, limit: Int) -> LayeredGraph {
    var graph = LayeredGraph(spacing: spacing, limit: limit)
    var numbers: [End: Int] = [:]
    for (number, member) in containment.members[group].enumerated() {
      numbers[member] = number
      let rect = rect(member)
      let isSideways = spacing.isSideways
      graph.items.append(
        LayeredGraph.Item(
          length: isSideways ? rect.width : rect.height,
          breadth: isSideways ? rect.height : rect.width, wish: nil))
    }
    if !earlier.isEmpty { addWishes(group, numbers, &graph) }
    for line in lifted[group] {
      guard let from = numbers[line.from], let to = numbers[line.to] else { continue }
      let edge = scene.edges[line.edge]
      graph.links.append(
        LayeredGraph.Link(
          from: from, to: to, fromPlace: place(of: edge.source, in: line.from),
          toPlace: place(of: edge.target, in: line.to), label: words.labels[line.edge].columns))
    }
    return graph
  }

  /// Says where things outside a group draw its members, by the places of the earlier round.
  private func addWishes(_ group: Int, _ numbers: [End: Int], _ graph: inout LayeredGraph) {
    guard group != containment.top else { return }
    var wishes = [(sum: Double, count: Double)](repeating: (0, 0), count: graph.items.count)
    for edge in scene.edges where scene.contains(edge.source) && scene.contains(edge.target) {
      for (own, other) in [(edge.source, edge.target), (edge.target, edge.source)] {
        guard let number = member(of: group, around: own, numbers),
          member(of: group, around: other, numbers) == nil, let rect = earlier[other]
        else { continue }
        wishes[number].sum += center(rect)
        wishes[number].count += 1
      }
    }
    guard wishes.contains(where: { $0.count > 0 }) else { return }
    for (member, number) in numbers {
      let wish = wishes[number]
      let own = earlier[member].map(center) ?? 0
      graph.items[number].wish = wish.count > 0 ? wish.sum / wish.count : own
    }
  }

  private func member(of group: Int, around end: End, _ numbers: [End: Int]) -> Int? {
    if let number = numbers[end] { return number }
    for ancestor in containment.ancestors(of: end) {
      if let number = numbers[.group(ancestor)] { return number }
    }
    return nil
  }

  private func center(_ rect: CellRect) -> Double {
    spacing.isSideways
      ? Double(rect.y) + Double(rect.height) / 2 : Double(rect.x) + Double(rect.width) / 2
  }

  /// Where in the breadth of something the middle of an end inside it lies.
  private func place(of end: End, in outer: End) -> Int {
    let isSideways = spacing.isSideways
    let rect = rect(end)
    var place = isSideways ? (rect.height - 1) / 2 : (rect.width - 1) / 2
    guard end != outer else { return place }
    place += isSideways ? rect.y : rect.x
    for ancestor in containment.ancestors(of: end) {
      if .group(ancestor) == outer { break }
      place += isSideways ? groups[ancestor].y : groups[ancestor].x
    }
    return place
  }
}

extension Scene {
  /// Whether an end of an edge leads somewhere.
  func contains(_ end: SceneEdge.End) -> Bool {
    switch end {
    case .node(let index): nodes.indices.contains(index)
    case .group(let index): groups.indices.contains(index)
    }
  }
}
