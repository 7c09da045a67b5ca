import ArchScene
import Testing

@testable import ArchLayout

/// Routes between boxes that stand where the test puts them.
@Suite struct RoutingTests {
  @Test func `A line between boxes that face each other is straight`() {
    let problem = downward([box(0, 0), box(40, 200)], [(0, 1)])
    #expect(bends(routeEdges(problem)) == [0])
  }

  @Test func `A straight line passes beside the title of the group it enters`() throws {
    var problem = downward([box(0, 0), box(24, 232)], [(0, 1)])
    let title = Rect(x: 6, y: 206, width: 130, height: 20)
    problem.groups = [
      .init(frame: Rect(x: 0, y: 200, width: 216, height: 112), title: title, parent: nil)
    ]
    let route = try #require(routeEdges(problem).routes[0])
    #expect(route.count == 2)
    #expect(route[0].x >= title.maxX)
  }

  @Test func `Words that would bend their line are put where the line runs straight`() throws {
    var problem = downward([box(0, 0), box(0, 240)], [(0, 1)])
    let kept = Rect(x: 300, y: 112, width: 60, height: 16)
    problem.lines[0].label = kept
    let routed = routeEdges(problem)
    #expect(bends(routed) == [0])
    let words = try #require(routed.labels[0])
    #expect(words.center.x == routed.routes[0]?[0].x)
    #expect(words.width == kept.width && words.height == kept.height)
    #expect(words.y > 56 && words.maxY < 240)
  }

  @Test func `Words stay in the place kept for them where nothing is won by moving`() {
    var problem = downward([box(0, 0), box(0, 240)], [(0, 1)])
    let kept = Rect(x: 54, y: 130, width: 60, height: 16)
    problem.lines[0].label = kept
    #expect(routeEdges(problem).labels[0] == kept)
  }

  @Test func `Of several lanes a line takes one in which it crosses nobody`() {
    // Half way down, the first line would cross the one from the second box.
    let boxes = [box(0, 0), box(400, 300), box(200, 0), box(200, 130)]
    let routed = routeEdges(downward(boxes, [(0, 1), (2, 3)]))
    #expect(bends(routed) == [2, 0])
    #expect(crossings(routed) == 0)
  }

  @Test func `A line goes round a box and keeps away from it`() throws {
    let boxes = [box(0, 0), box(0, 400), box(-20, 200, width: 208)]
    let route = try #require(routeEdges(downward(boxes, [(0, 1)])).routes[0])
    let kept = boxes[2].insetBy(-RouteSpacing.clearance)
    for (start, end) in zip(route, route.dropFirst()) {
      #expect(!kept.meets(Rect(start, end)))
    }
  }

  @Test func `Lines that share a channel run a lane apart`() throws {
    let boxes = [box(0, 0), box(400, 300), box(200, 0), box(600, 300)]
    let routes = routeEdges(downward(boxes, [(0, 1), (2, 3)])).routes.compactMap(\.self)
    let levels = routes.map { $0[1].y }
    try #require(levels.count == 2)
    #expect(abs(levels[0] - levels[1]) >= RouteSpacing.lane)
  }
}

// MARK: Problems and figures

private func box(_ x: Double, _ y: Double, width: Double = 168) -> Rect {
  Rect(x: x, y: y, width: width, height: 56)
}

/// Edges between boxes, by their numbers, in a picture that is read downward.
private func downward(_ boxes: [Rect], _ edges: [(Int, Int)]) -> RoutingProblem {
  RoutingProblem(
    boxes: boxes, groups: [],
    lines: edges.map { source, target in
      RoutingProblem.Line(
        source: RoutingProblem.Terminal(frame: boxes[source], box: source),
        target: RoutingProblem.Terminal(frame: boxes[target], box: target), direction: .down)
    })
}

private func bends(_ routed: RoutedEdges) -> [Int?] {
  routed.routes.map { $0.map { $0.count - 2 } }
}

private func crossings(_ routed: RoutedEdges) -> Int {
  let pieces = routed.routes.map { route in
    zip(route ?? [], (route ?? []).dropFirst()).map { Rect($0, $1) }
  }
  return pieces.indices.reduce(0) { count, index in
    count
      + pieces[index].reduce(0) { count, piece in
        count + pieces[(index + 1)...].joined().count { $0.meets(piece) }
      }
  }
}
