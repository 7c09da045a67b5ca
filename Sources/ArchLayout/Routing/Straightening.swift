import ArchScene

/// Takes small steps out of routes: where two pieces run on beside each other with a short one
/// between them, one line does as well, if there is room.
struct Straightening {
  private(set) var bundle: RouteBundle

  init(_ bundle: RouteBundle) { self.bundle = bundle }

  mutating func run() {
    for route in bundle.routes.indices {
      var index = 0
      while index + 3 < bundle.routes[route].count {
        if straighten(route, index) { index = 0 } else { index += 1 }
      }
    }
  }

  /// Joins the piece at an index with the one after the next.
  private mutating func straighten(_ route: Int, _ index: Int) -> Bool {
    let points = bundle.routes[route]
    let axis: Axis = points[index].y == points[index + 1].y ? .x : .y
    let across = axis.other
    let step = abs(points[index][across] - points[index + 2][across])
    guard step < RouteSpacing.step, points[index + 2][across] == points[index + 3][across],
      points[index][across] == points[index + 1][across],
      // Both pieces run the same way.
      (points[index + 1][axis] - points[index][axis])
        * (points[index + 3][axis] - points[index + 2][axis]) >= 0
    else { return false }
    let first = bundle.segment(route, index)
    let second = bundle.segment(route, index + 2)
    guard let common = first.range.common(second.range) else { return false }
    let target = common.clamp(
      common.contains(second.position)
        ? second.position : common.contains(first.position) ? first.position : second.position)
    bundle.move(first, to: target)
    bundle.move(second, to: target)
    bundle.routes[route] = withoutNeedlessCorners(bundle.routes[route])
    return true
  }
}
