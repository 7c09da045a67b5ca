import ArchLayout
import ArchScene
import Testing

private let box = Size(width: 168, height: 56)

/// What a picture looks like where the input says so.
struct LayoutTests {
  @Test(arguments: Direction.allCases)
  func `The target of an edge lies in the direction of the picture`(direction: Direction) throws {
    var graph = LayoutGraph(direction: direction, nodes: [.init(size: box), .init(size: box)])
    graph.edges = [.init(source: .node(0), target: .node(1))]
    let frames = try layOut(graph).nodeFrames
    let (dx, dy) = (frames[1].x - frames[0].x, frames[1].y - frames[0].y)
    let expected: (Double, Double) =
      switch direction {
      case .right: (168 + 88, 0)
      case .left: (-168 - 88, 0)
      case .down: (0, 56 + 88)
      case .up: (0, -56 - 88)
      }
    #expect(abs(dx - expected.0) < 0.001 && abs(dy - expected.1) < 0.001)
  }

  @Test func `A reversed edge puts its target first and still ends there`() throws {
    var graph = LayoutGraph(nodes: [.init(size: box), .init(size: box)])
    graph.edges = [.init(source: .node(0), target: .node(1), isReversed: true)]
    let geometry = try layOut(graph)
    #expect(geometry.nodeFrames[1].maxX < geometry.nodeFrames[0].x)
    #expect(geometry.edges[0].route.points.first?.x == geometry.nodeFrames[0].x)
    #expect(geometry.edges[0].route.points.last?.x == geometry.nodeFrames[1].maxX)
  }

  @Test func `A label stands on its edge, between the boxes`() throws {
    var graph = LayoutGraph(nodes: [.init(size: box), .init(size: box)])
    let label = Size(width: 80, height: 16)
    graph.edges = [.init(source: .node(0), target: .node(1), labelSize: label)]
    let geometry = try layOut(graph)
    let frame = try #require(geometry.edges[0].labelFrame)
    #expect(frame.x >= geometry.nodeFrames[0].maxX + 20)
    #expect(frame.maxX + 20 <= geometry.nodeFrames[1].x)
    #expect(frame.center.y == geometry.nodeFrames[0].center.y)
    #expect(geometry.edges[0].route.points.allSatisfy { $0.y == frame.center.y })
  }

  @Test(arguments: Direction.allCases)
  func `A line back to its own box leaves the sides free where others run`(
    direction: Direction
  ) throws {
    let words = Size(width: 60, height: 16)
    var graph = LayoutGraph(direction: direction, nodes: [.init(size: box), .init(size: box)])
    graph.edges = [
      .init(source: .node(0), target: .node(0), labelSize: words),
      .init(source: .node(0), target: .node(1)),
    ]
    let geometry = try layOut(graph)
    let card = geometry.nodeFrames[0]
    let bow = geometry.edges[0].route.points
    let isSideways = direction == .right || direction == .left
    #expect(bow.allSatisfy { isSideways ? $0.y <= card.y : $0.x >= card.maxX })
    let label = try #require(geometry.edges[0].labelFrame)
    #expect(!bow.contains { label.contains($0) })
  }

  @Test func `Groups leave room for their margin and their title`() throws {
    let title = Size(width: 300, height: 40)
    var graph = LayoutGraph(
      nodes: [.init(size: box, cluster: 1)],
      clusters: [.init(titleSize: title), .init(parent: 0, titleSize: title)])
    graph.direction = .down
    let geometry = try layOut(graph)
    let (outer, inner) = (geometry.clusterFrames[0], geometry.clusterFrames[1])
    #expect(geometry.nodeFrames[0].y - inner.y == 40)
    #expect(inner.y - outer.y == 40)
    #expect(inner.maxY - geometry.nodeFrames[0].maxY == 24)
    #expect(inner.width >= 300)
  }

  @Test func `An edge to a group ends on the group's border`() throws {
    var graph = LayoutGraph(
      nodes: [.init(size: box), .init(size: box, cluster: 0), .init(size: box, cluster: 0)],
      clusters: [.init()])
    graph.edges = [
      .init(source: .node(0), target: .cluster(0)), .init(source: .node(1), target: .node(2)),
      .init(source: .cluster(0), target: .node(2)),
    ]
    let geometry = try layOut(graph)
    #expect(geometry.edges[0].route.points.last?.x == geometry.clusterFrames[0].x)
    let inward = geometry.edges[2].route.points
    #expect(inward.count == 2 && inward.last?.x == geometry.nodeFrames[2].maxX)
  }

  @Test func `A group without boxes still gets room`() throws {
    let graph = LayoutGraph(clusters: [.init(titleSize: Size(width: 120, height: 30))])
    let frame = try layOut(graph).clusterFrames[0]
    #expect(frame.width >= 120 && frame.height >= 30)
  }

  @Test func `A picture of nothing is a margin`() throws {
    #expect(try layOut(LayoutGraph()).size == Size(width: 48, height: 48))
  }

  @Test func `Too much of anything is refused with a figure`() {
    var graph = LayoutGraph(nodes: Array(repeating: .init(size: box), count: 5))
    #expect(throws: LayoutFailure.tooMany("boxes", count: 5, limit: 4)) {
      try layOut(graph, limits: LayoutLimits(nodes: 4))
    }
    graph.nodes[2].size.width = 1e9
    #expect(throws: LayoutFailure.tooLong(1e9, limit: 16_384)) { try layOut(graph) }
    graph = LayoutGraph(clusters: (0..<5).map { .init(parent: $0 == 0 ? nil : $0 - 1) })
    #expect(throws: LayoutFailure.tooMany("groups inside one another", count: 5, limit: 4)) {
      try layOut(graph, limits: LayoutLimits(depth: 4))
    }
  }
}

/// Graphs on which Graphviz takes minutes, or recurses as deep as the graph is long.
struct PathologicalGraphTests {
  private func graph(_ count: Int, _ edges: [(Int, Int)]) -> LayoutGraph {
    LayoutGraph(
      nodes: Array(repeating: .init(size: box), count: count),
      edges: edges.map { .init(source: .node($0.0), target: .node($0.1)) })
  }

  @Test func `A long chain and a wide star are drawn`() throws {
    let chain = try layOut(graph(1_500, (1..<1_500).map { ($0 - 1, $0) }))
    #expect(chain.nodeFrames[1_499].x > 1_498 * 168)
    let star = try layOut(graph(1_500, (1..<1_500).map { (0, $0) }))
    #expect(star.size.height > 1_498 * 56)
  }

  @Test func `A graph that takes too long fails by the deadline and says so`() {
    let pairs = (0..<70).flatMap { left in (0..<70).map { (left, $0) } }.filter { $0.0 != $0.1 }
    #expect {
      try layOut(graph(70, pairs), limits: LayoutLimits(milliseconds: 400))
    } throws: {
      "\($0)".contains("ran out of time")
    }
  }

}
