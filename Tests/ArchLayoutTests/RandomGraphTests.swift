import ArchLayout
import ArchScene
import Testing

/// What holds for every picture, tried on 800 graphs that no author would draw.
struct RandomGraphTests {
  @Test(arguments: 0..<8)
  func `Every graph is drawn soundly and the same way twice`(part: Int) throws {
    for seed in (part * 100)..<(part * 100 + 100) {
      let graph = LayoutGraph.random(seed)
      let geometry = try layOut(graph)
      for problem in problems(geometry, graph) { Issue.record("graph \(seed): \(problem)") }
      if seed.isMultiple(of: 5) {
        #expect(try layOut(graph) == geometry, "graph \(seed) differs in a second run")
      }
    }
  }

  /// What is wrong with a geometry, in words.
  private func problems(_ geometry: GraphGeometry, _ graph: LayoutGraph) -> [String] {
    boxProblems(geometry, graph) + containmentProblems(geometry, graph)
      + edgeProblems(geometry, graph) + routeProblems(geometry, graph)
  }

  /// Lines that run askew, through boxes or words that are not theirs, or on top of one another.
  private func routeProblems(_ geometry: GraphGeometry, _ graph: LayoutGraph) -> [String] {
    var problems: [String] = []
    for (index, edge) in geometry.edges.enumerated() {
      let ends = [graph.edges[index].source, graph.edges[index].target]
      let pieces = edge.route.pieces
      if pieces.contains(where: { $0.width > 0.01 && $0.height > 0.01 }) {
        problems.append("edge \(index) runs askew")
      }
      for (node, frame) in geometry.nodeFrames.enumerated() where !ends.contains(.node(node)) {
        if pieces.contains(where: { $0.crosses(frame.insetBy(1)) }) {
          problems.append("edge \(index) runs through node \(node)")
        }
      }
      for end in ends {
        guard case .node(let node) = end, ends[0] != ends[1] else { continue }
        if pieces.contains(where: { $0.crosses(geometry.nodeFrames[node].insetBy(1)) }) {
          problems.append("edge \(index) runs through its own end")
        }
      }
      problems += labelProblems(index, geometry, graph)
      // Where there are more lines than a box has room for on its sides, some must share a lane;
      // the bow from a box to itself is not routed with the others.
      guard graph.edges.count <= graph.nodes.count, ends[0] != ends[1] else { continue }
      for (other, drawn) in geometry.edges[..<index].enumerated()
      where graph.edges[other].source != graph.edges[other].target
        && pieces.contains(where: { piece in drawn.route.pieces.contains { $0.covers(piece) } })
      {
        problems.append("edge \(index) runs on top of edge \(other)")
      }
    }
    return problems
  }

  private func labelProblems(
    _ index: Int, _ geometry: GraphGeometry, _ graph: LayoutGraph
  ) -> [String] {
    guard let label = geometry.edges[index].labelFrame else { return [] }
    var problems: [String] = []
    if !geometry.edges[index].route.pieces.contains(where: { $0.crosses(label.insetBy(-240)) }) {
      problems.append("the words of edge \(index) stand far from it")
    }
    for frame in geometry.nodeFrames where frame.insetBy(1).overlaps(label) {
      problems.append("the words of edge \(index) stand on a node")
    }
    for other in geometry.edges[..<index].compactMap(\.labelFrame)
    where other.insetBy(1).overlaps(label) {
      problems.append("the words of edge \(index) stand on others")
    }
    return problems
  }

  private func boxProblems(_ geometry: GraphGeometry, _ graph: LayoutGraph) -> [String] {
    var problems: [String] = []
    let frames = geometry.nodeFrames
    for (index, frame) in frames.enumerated() {
      let size = Size(width: frame.width, height: frame.height)
      if size != graph.nodes[index].size { problems.append("node \(index) has another size") }
      for other in frames[..<index] where other.insetBy(1).overlaps(frame) {
        problems.append("node \(index) overlaps another")
      }
    }
    let all =
      frames + geometry.clusterFrames + geometry.edges.compactMap(\.labelFrame)
      + geometry.edges.flatMap(\.route.points).map { Rect(x: $0.x, y: $0.y, width: 0, height: 0) }
    let picture = Rect(x: 0, y: 0, width: geometry.size.width, height: geometry.size.height)
    if !all.allSatisfy(picture.contains) { problems.append("something is outside the picture") }
    return problems
  }

  private func containmentProblems(_ geometry: GraphGeometry, _ graph: LayoutGraph) -> [String] {
    var problems: [String] = []
    for (frame, node) in zip(geometry.nodeFrames, graph.nodes) {
      guard let cluster = node.cluster else { continue }
      let room = geometry.clusterFrames[cluster].insetBy(graph.spacing.groupMargin - 1.5)
      if !room.contains(frame) { problems.append("a node is outside its group's margin") }
      let title = graph.clusters[cluster].titleSize
      let top = geometry.clusterFrames[cluster].y + title.height
      if frame.y < top - 1.5 { problems.append("a node is in its group's title") }
    }
    for (frame, cluster) in zip(geometry.clusterFrames, graph.clusters) {
      if frame.width < cluster.titleSize.width - 1 { problems.append("a title does not fit") }
      guard let parent = cluster.parent else { continue }
      if !geometry.clusterFrames[parent].contains(frame) { problems.append("group outside group") }
    }
    return problems
  }

  private func edgeProblems(_ geometry: GraphGeometry, _ graph: LayoutGraph) -> [String] {
    var problems: [String] = []
    for (drawn, edge) in zip(geometry.edges, graph.edges) {
      let size = drawn.labelFrame.map { Size(width: $0.width, height: $0.height) }
      if size != edge.labelSize { problems.append("a label has another size") }
      let points = drawn.route.points
      guard let first = points.first, let last = points.last, points.count >= 2 else {
        problems.append("an edge has no route")
        continue
      }
      if case .curve = drawn.route, points.count % 3 != 1 { problems.append("half a curve") }
      for (point, end) in [(first, edge.source), (last, edge.target)]
      where !isOnBorder(point, geometry.frame(of: end)) {
        problems.append("a route ends beside \(end)")
      }
      for (point, end) in [(first, edge.source), (last, edge.target)] {
        guard case .node(let node) = end else { continue }
        if isAtCorner(point, geometry.nodeFrames[node]) {
          problems.append("a route ends at a corner of \(end)")
        }
      }
    }
    return problems
  }

  /// Whether a point is nearer to a corner than the round corners of a card allow.
  private func isAtCorner(_ point: Point, _ frame: Rect) -> Bool {
    let x = min(point.x - frame.x, frame.maxX - point.x)
    let y = min(point.y - frame.y, frame.maxY - point.y)
    return x < 5 && y < 5
  }

  private func isOnBorder(_ point: Point, _ frame: Rect) -> Bool {
    frame.insetBy(-0.01).contains(point) && !frame.insetBy(0.01).contains(point)
  }
}

extension GraphGeometry {
  fileprivate func frame(of end: LayoutGraph.End) -> Rect {
    switch end {
    case .node(let node): nodeFrames[node]
    case .cluster(let cluster): clusterFrames[cluster]
    }
  }
}

extension Route {
  /// The straight pieces, as rectangles without width or height.
  fileprivate var pieces: [Rect] {
    zip(points, points.dropFirst()).map { first, second in
      Rect(
        x: min(first.x, second.x), y: min(first.y, second.y), width: abs(first.x - second.x),
        height: abs(first.y - second.y))
    }
  }
}

extension Rect {
  /// Whether a piece of a line runs through the inside of a frame.
  fileprivate func crosses(_ frame: Rect) -> Bool {
    x < frame.maxX && frame.x < maxX && y < frame.maxY && frame.y < maxY
  }

  /// Whether two pieces run along each other, less than two px apart.
  fileprivate func covers(_ other: Rect) -> Bool {
    if height < 0.01, other.height < 0.01 {
      return abs(y - other.y) < 1.9 && min(maxX, other.maxX) - max(x, other.x) > 4
    }
    if width < 0.01, other.width < 0.01 {
      return abs(x - other.x) < 1.9 && min(maxY, other.maxY) - max(y, other.y) > 4
    }
    return false
  }
}
