import ArchScene

/// Parts routes that run on top of one another or too close side by side, so that each has a lane
/// of its own, in the order in which they cross least.
struct LaneAssignment {
  private(set) var bundle: RouteBundle
  /// How near pieces are looked at together, in px: near enough to change places.
  private static let crowd = 26.0

  init(_ bundle: RouteBundle) { self.bundle = bundle }

  /// Moves pieces until nothing more is to be gained, at most a few rounds.
  mutating func run() {
    var changed = Set(bundle.routes.indices)
    for _ in 0..<3 {
      let moved = part(.y, among: changed)
      let next = part(.x, among: changed.union(moved))
      changed = moved.union(next)
      if changed.isEmpty { return }
    }
  }

  /// Parts the pieces that run along an axis, where routes have changed since it was done last;
  /// returns the routes it has moved.
  private mutating func part(_ axis: Axis, among changed: Set<Int>) -> Set<Int> {
    var moved: Set<Int> = []
    let segments = bundle.segments(along: axis)
    for group in crowds(segments)
    where group.contains(where: { changed.contains(segments[$0].route) }) {
      let members = group.map { bundle.segment(segments[$0].route, segments[$0].index) }
      let order = LaneOrder(members, bundle)
      for (segment, position) in zip(members, order.positions()) where position != segment.position
      {
        bundle.move(segment, to: position)
        moved.insert(segment.route)
      }
    }
    return moved
  }

  /// The pieces that are too close to one another, directly or through others, by index.
  private func crowds(_ segments: [RouteSegment]) -> [[Int]] {
    var leaders = Array(segments.indices)
    func leader(_ index: Int) -> Int {
      var current = index
      while leaders[current] != current { current = leaders[current] }
      return current
    }
    var isCrowded = [Bool](repeating: false, count: segments.count)
    for (index, segment) in segments.enumerated() {
      var other = index + 1
      while other < segments.count,
        segments[other].position - segment.position < Self.crowd
      {
        if segment.touches(segments[other]) {
          isCrowded[index] = true
          isCrowded[other] = true
          let (first, second) = (leader(index), leader(other))
          leaders[max(first, second)] = min(first, second)
        }
        other += 1
      }
    }
    var groups: [Int: [Int]] = [:]
    var order: [Int] = []
    for index in segments.indices where isCrowded[index] {
      let leader = leader(index)
      if groups[leader] == nil { order.append(leader) }
      groups[leader, default: []].append(index)
    }
    return order.compactMap { groups[$0] }
  }
}

extension RouteSegment {
  /// Whether two pieces of different routes lie side by side somewhere.
  func touches(_ other: RouteSegment) -> Bool {
    route != other.route && span.lowerBound < other.span.upperBound + 4
      && other.span.lowerBound < span.upperBound + 4
  }
}
