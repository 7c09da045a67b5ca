import ArchScene

/// The outermost clusters of a graph in which arrows lead another way than around them, each taken
/// out as a graph of its own. In the graph that is left a box stands for each of them.
struct TurnedClusters {
  /// What stands in one of the clusters.
  struct Part {
    /// Its index in the whole graph.
    var cluster: Int
    var graph: LayoutGraph
    /// For each node, cluster and edge of the part its index in the whole graph.
    var nodes: [Int] = []
    var clusters: [Int] = []
    var edges: [Int] = []
  }

  private let graph: LayoutGraph
  private(set) var parts: [Part] = []
  /// For each cluster of the whole graph the part that it is or stands in.
  private var partOfCluster: [Int?]
  private let edgesOutside: [Int]

  /// Takes such clusters out; nil where there are none.
  init?(_ graph: LayoutGraph) {
    guard graph.clusters.contains(where: { $0.direction != nil }) else { return nil }
    self.graph = graph
    let isFilled = Self.filled(graph)
    partOfCluster = graph.clusters.map { _ in nil }
    for (index, cluster) in graph.clusters.enumerated() {
      if let parent = cluster.parent, let part = partOfCluster[parent] {
        partOfCluster[index] = part
      } else if let direction = cluster.direction, direction != graph.direction, isFilled[index] {
        partOfCluster[index] = parts.count
        var inside = LayoutGraph(direction: direction, spacing: graph.spacing)
        inside.spacing.pictureMargin = 0
        parts.append(Part(cluster: index, graph: inside))
      }
    }
    guard !parts.isEmpty else { return nil }
    let partOfCluster = partOfCluster
    let roots = parts.map(\.cluster)
    edgesOutside = graph.edges.indices.filter { edge in
      let ends = [graph.edges[edge].source, graph.edges[edge].target].map { end -> Int? in
        switch end {
        case .node(let node): graph.nodes[node].cluster.flatMap { partOfCluster[$0] }
        case .cluster(let cluster): roots.contains(cluster) ? nil : partOfCluster[cluster]
        }
      }
      return ends[0] == nil || ends[0] != ends[1]
    }
    fillParts()
  }

  /// Whether each cluster has a node in it, directly or further in.
  private static func filled(_ graph: LayoutGraph) -> [Bool] {
    var isFilled = graph.clusters.map { _ in false }
    for case let cluster? in graph.nodes.map(\.cluster) { isFilled[cluster] = true }
    for (index, cluster) in graph.clusters.enumerated().reversed() where isFilled[index] {
      if let parent = cluster.parent { isFilled[parent] = true }
    }
    return isFilled
  }

  // MARK: Parts

  private mutating func fillParts() {
    for part in parts.indices {
      var clusterIndices: [Int: Int] = [:]
      for (index, cluster) in graph.clusters.enumerated()
      where partOfCluster[index] == part && index != parts[part].cluster {
        clusterIndices[index] = parts[part].clusters.count
        var copy = cluster
        copy.parent = cluster.parent.flatMap { clusterIndices[$0] }
        parts[part].clusters.append(index)
        parts[part].graph.clusters.append(copy)
      }
      var nodeIndices: [Int: Int] = [:]
      for (index, node) in graph.nodes.enumerated()
      where node.cluster.flatMap({ partOfCluster[$0] }) == part {
        nodeIndices[index] = parts[part].nodes.count
        var copy = node
        copy.cluster = node.cluster.flatMap { clusterIndices[$0] }
        parts[part].nodes.append(index)
        parts[part].graph.nodes.append(copy)
      }
      addLines(to: part) { end in
        switch end {
        case .node(let node): nodeIndices[node].map { .node($0) }
        case .cluster(let cluster): clusterIndices[cluster].map { .cluster($0) }
        }
      }
    }
  }

  /// Adds the edges and rows all of whose ends stand in a part.
  private mutating func addLines(
    to part: Int, _ inside: (LayoutGraph.End) -> LayoutGraph.End?
  ) {
    let outside = Set(edgesOutside)
    for (index, edge) in graph.edges.enumerated() where !outside.contains(index) {
      guard let source = inside(edge.source), let target = inside(edge.target) else { continue }
      var copy = edge
      copy.source = source
      copy.target = target
      parts[part].edges.append(index)
      parts[part].graph.edges.append(copy)
    }
    for row in graph.rows {
      let members = row.members.compactMap(inside)
      guard members.count == row.members.count else { continue }
      parts[part].graph.rows.append(LayoutGraph.Row(members, isOrdered: row.isOrdered))
    }
  }

  // MARK: What is left

  /// The nodes, clusters and edges that are in no part, by their index in the whole graph.
  private var nodesOutside: [Int] {
    graph.nodes.indices.filter { index in
      graph.nodes[index].cluster.flatMap { partOfCluster[$0] } == nil
    }
  }

  private var clustersOutside: [Int] {
    graph.clusters.indices.filter { partOfCluster[$0] == nil }
  }

  /// The graph with a box for each part, as large as the part's placement needs.
  func outerGraph(_ placements: [Placement]) -> LayoutGraph {
    var outer = LayoutGraph(direction: graph.direction, spacing: graph.spacing)
    var clusterIndices: [Int: Int] = [:]
    for (position, index) in clustersOutside.enumerated() {
      clusterIndices[index] = position
      var copy = graph.clusters[index]
      copy.parent = copy.parent.flatMap { clusterIndices[$0] }
      outer.clusters.append(copy)
    }
    var nodeIndices: [Int: Int] = [:]
    for (position, index) in nodesOutside.enumerated() {
      nodeIndices[index] = position
      var copy = graph.nodes[index]
      copy.cluster = copy.cluster.flatMap { clusterIndices[$0] }
      outer.nodes.append(copy)
    }
    let firstBox = outer.nodes.count
    for (part, placement) in zip(parts, placements) {
      let parent = graph.clusters[part.cluster].parent
      outer.nodes.append(
        LayoutGraph.Node(
          size: size(of: part, placement), cluster: parent.flatMap { clusterIndices[$0] }))
    }
    func outside(_ end: LayoutGraph.End) -> LayoutGraph.End? {
      switch end {
      case .node(let node):
        let part = graph.nodes[node].cluster.flatMap { partOfCluster[$0] }
        return part.map { .node(firstBox + $0) } ?? nodeIndices[node].map { .node($0) }
      case .cluster(let cluster):
        return partOfCluster[cluster].map { .node(firstBox + $0) }
          ?? clusterIndices[cluster].map { .cluster($0) }
      }
    }
    for index in edgesOutside {
      var copy = graph.edges[index]
      guard let source = outside(copy.source), let target = outside(copy.target) else { continue }
      copy.source = source
      copy.target = target
      // An edge to the border from inside takes no room out here.
      if source == target { copy.labelSize = nil }
      outer.edges.append(copy)
    }
    for row in graph.rows {
      let members = row.members.compactMap(outside)
      guard Set(members).count == row.members.count else { continue }
      outer.rows.append(LayoutGraph.Row(members, isOrdered: row.isOrdered))
    }
    return outer
  }

  /// The part's content and the group around it: its margins and its title.
  private func size(of part: Part, _ placement: Placement) -> Size {
    let content = placement.bounds
    let title = graph.clusters[part.cluster].titleSize
    let margin = graph.spacing.groupMargin
    return Size(
      width: max(content.width + 2 * margin, title.width),
      height: content.height + margin + max(title.height, margin))
  }

  // MARK: Joining

  /// The placement of the whole graph: the outer one, with the parts in their boxes.
  func joined(_ outer: Placement, _ placements: [Placement]) -> Placement {
    var whole = Placement(of: graph)
    whole.rung = placements.reduce(outer.rung) { max($0, $1.rung) }
    for (position, index) in nodesOutside.enumerated() {
      whole.nodeFrames[index] = outer.nodeFrames[position]
    }
    for (position, index) in clustersOutside.enumerated() {
      whole.clusterFrames[index] = outer.clusterFrames[position]
    }
    for (position, index) in edgesOutside.enumerated() {
      whole.labels[index] = outer.labels[position]
    }
    let firstBox = nodesOutside.count
    for (position, part) in parts.enumerated() {
      whole.take(
        placements[position], of: part, into: outer.nodeFrames[firstBox + position],
        titleHeight: max(graph.clusters[part.cluster].titleSize.height, graph.spacing.groupMargin),
        margin: graph.spacing.groupMargin)
    }
    return whole
  }
}

extension Placement {
  /// The smallest rectangle around everything placed.
  fileprivate var bounds: Rect {
    let frames = nodeFrames + clusterFrames + labels.compactMap(\.self)
    guard let first = frames.first else { return Rect(x: 0, y: 0, width: 0, height: 0) }
    return frames.dropFirst().reduce(first) { $0.union($1) }
  }

  /// Puts the placement of a part into the box that stands for it.
  fileprivate mutating func take(
    _ inner: Placement, of part: TurnedClusters.Part, into box: Rect, titleHeight: Double,
    margin: Double
  ) {
    let content = inner.bounds
    let room = box.width - content.width
    let dx = box.x + max(margin, (room / 2).rounded(.down)) - content.x
    let dy = box.y + titleHeight - content.y
    clusterFrames[part.cluster] = box
    for (position, index) in part.nodes.enumerated() {
      nodeFrames[index] = inner.nodeFrames[position].offset(dx: dx, dy: dy)
    }
    for (position, index) in part.clusters.enumerated() {
      clusterFrames[index] = inner.clusterFrames[position].offset(dx: dx, dy: dy)
    }
    for (position, index) in part.edges.enumerated() {
      labels[index] = inner.labels[position]?.offset(dx: dx, dy: dy)
    }
  }
}
