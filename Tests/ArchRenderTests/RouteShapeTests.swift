import ArchScene
import Testing

@testable import ArchRender

/// Routes that end in pieces much shorter than an arrowhead, as layouts make them at borders.
private let stubs: [Route] = [
  .curve([
    Point(x: 0, y: 0), Point(x: 30, y: 0), Point(x: 60, y: 0), Point(x: 96, y: 0),
    Point(x: 97, y: 0), Point(x: 98, y: 0), Point(x: 100, y: 0),
  ]),
  .line([Point(x: 0, y: 0), Point(x: 97, y: 0), Point(x: 98, y: 0), Point(x: 100, y: 0)]),
]

@Test(arguments: stubs)
func `An arrowhead keeps its length where a route ends in a stub`(route: Route) throws {
  let shape = RouteShape(route, sourceHead: false, targetHead: true)
  let head = try #require(shape.heads.first)
  let base = Point(x: (head.left.x + head.right.x) / 2, y: (head.left.y + head.right.y) / 2)
  #expect(abs(head.tip.x - 98) < 0.1, "the tip stands 2 px before the border")
  #expect(abs(head.tip.distance(to: base) - 8) < 0.1, "the head is 8 px long")
}
