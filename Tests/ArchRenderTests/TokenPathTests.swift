import ArchScene
import Testing

@testable import ArchRender

private func drawn(_ route: Route) -> TokenPath {
  var data = ByteWriter(capacity: 64)
  data.path(route)
  return TokenPath(data.text)
}

private let routes: [Route] = [
  .line([Point(x: 0, y: 0), Point(x: 100, y: 0)]),
  .line([Point(x: 0, y: 0), Point(x: 40, y: 0), Point(x: 40, y: 60), Point(x: 120, y: 60)]),
  .curve([
    Point(x: 0, y: 0), Point(x: 40, y: 0), Point(x: 60, y: 80), Point(x: 100, y: 80),
    Point(x: 140, y: 80), Point(x: 140, y: 20), Point(x: 180, y: 20),
  ]),
]

@Test(arguments: routes)
func `A token goes from one end of its line to the other at constant speed`(route: Route) throws {
  let path = drawn(route)
  #expect(path.point(at: 0) == route.points.first)
  let end = try #require(route.points.last)
  #expect(path.point(at: 1).distance(to: end) < 0.01)
  var place = path.point(at: 0)
  for step in 1...200 {
    let next = path.point(at: Double(step) / 200)
    let share = place.distance(to: next) / (path.length / 200)
    #expect(share > 0.8 && share < 1.01, "step \(step)")
    place = next
  }
}

@Test func `A token cuts a corner as its line does`() {
  let path = drawn(routes[1])
  let corner = Point(x: 40, y: 0)
  let closest = (0...400).map { path.point(at: Double($0) / 400).distance(to: corner) }.min() ?? 0
  #expect(closest > 1 && closest < 4)
  #expect(path.length < 180 && path.length > 160)
}

@Test(arguments: [Route.line([]), .curve([]), .line([Point(x: 7, y: 8)])])
func `A line without length has a place all the same`(route: Route) {
  let path = drawn(route)
  #expect(path.length == 0)
  #expect(path.point(at: 0.5) == route.points.first ?? Point(x: 0, y: 0))
}
