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

  /// A line that leaves a group: the number of the member it belongs to, and where it leads.
  private struct Leaving {
    var number: Int
    var other: End
  }

  private let scene: Scene
  private let words: PictureWords
  private let containment: Containment
  private let spacing: Spacing
  private let limit: Int
  private let groupLimit: Int
  /// The lines that part in each group; the last entry is the top.
  private var lifted: [[Lifted]]
  /// The lines that leave each group.
  private var leaving: [[Leaving]]
  /// Whether a line crosses the border of each group.
  private var isCrossed: [Bool]
  /// The places that tell where things outside a group are, if there are any yet.
  private var earlier: (nodes: [CellRect], groups: [CellRect])?

  /// Arranges a scene.
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
    leaving = Array(repeating: [], count: scene.groups.count)
    isCrossed = Array(repeating: false, count: scene.groups.count)
    for index in scene.edges.indices { lift(index) }
    arrange()
  }

  /// The arrangement once more, so that what stands in a group turns to what stands outside.
  func refined() -> Arrangement {
    guard isCrossed.contains(true) else { return self }
    var result = self
    result.earlier = (nodes, groups)
    result.arrange()
    return result
  }

  private mutating func lift(_ index: Int) {
    let edge = scene.edges[index]
    guard scene.contains(edge.source), scene.contains(edge.target) else { return }
    for case .group(let group) in [edge.source, edge.target] { isCrossed[group] = true }
    let parting = containment.parting(edge.source, edge.target)
    let outer = containment.encloses(edge.target, edge.source) ? edge.target : edge.source
    let common = parting?.group ?? containment.parent(of: outer)
    leave(edge.source, for: edge.target, until: common)
    leave(edge.target, for: edge.source, until: common)
    guard let parting else { return }
    lifted[parting.group].append(Lifted(edge: index, from: parting.first, to: parting.second))
  }

  /// Notes the groups that a line leaves on its way from one end to the group with both in it.
  private mutating func leave(_ end: End, for other: End, until common: Int) {
    var member = end
    var group = containment.parent(of: member)
    while group != common {
      isCrossed[group] = true
      leaving[group].append(Leaving(number: containment.number(of: member), other: other))
      member = .group(group)
      group = containment.parent(of: member)
    }
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
    let isSideways = spacing.isSideways
    graph.items = containment.members[group].map { member in
      let rect = rect(member)
      return LayeredGraph.Item(
        length: isSideways ? rect.width : rect.height,
        breadth: isSideways ? rect.height : rect.width, wish: nil)
    }
    addWishes(group, &graph)
    for line in lifted[group] { graph.links.append(link(line)) }
    return graph
  }

  /// A line as the author wrote it, which decides what stands first.
  private func link(_ line: Lifted) -> LayeredGraph.Link {
    let edge = scene.edges[line.edge]
    var ends = (outer: (line.from, line.to), inner: (edge.source, edge.target))
    if edge.isReversed { ends = ((line.to, line.from), (edge.target, edge.source)) }
    let words = words.labels[line.edge]
    return LayeredGraph.Link(
      from: containment.number(of: ends.outer.0), to: containment.number(of: ends.outer.1),
      fromPlace: place(of: ends.inner.0, in: ends.outer.0),
      toPlace: place(of: ends.inner.1, in: ends.outer.1), label: words.columns,
      labelRows: words.rows.count)
  }

  /// Says where things outside a group draw its members, by the places of the earlier round.
  private func addWishes(_ group: Int, _ graph: inout LayeredGraph) {
    guard let earlier, group != containment.top, !leaving[group].isEmpty else { return }
    func center(_ end: End) -> Double {
      switch end {
      case .node(let index): self.center(earlier.nodes[index])
      case .group(let index): self.center(earlier.groups[index])
      }
    }
    var wishes = [(sum: Double, count: Double)](repeating: (0, 0), count: graph.items.count)
    for line in leaving[group] {
      wishes[line.number].sum += center(line.other)
      wishes[line.number].count += 1
    }
    for (number, member) in containment.members[group].enumerated() {
      let wish = wishes[number]
      graph.items[number].wish = wish.count > 0 ? wish.sum / wish.count : center(member)
    }
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
