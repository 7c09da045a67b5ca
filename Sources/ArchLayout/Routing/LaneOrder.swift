import ArchScene

/// The order in which the pieces of a crowd lie side by side, and where each of them goes.
///
/// Where one piece ends beside another, its route turns to one side: there it lies on that side, or
/// it would cross the other. Two such votes may contradict one another; then the routes cross once,
/// whatever is done.
struct LaneOrder {
  private let members: [RouteSegment]
  private let bundle: RouteBundle
  /// For each member those that must lie behind it, toward larger coordinates.
  private var followers: [[Int]]
  private var leaders: [[Int]]
  /// The members, those with the smallest coordinates first.
  private var order: [Int] = []
  /// Where each member stands in that order.
  private var ranks: [Int]

  init(_ members: [RouteSegment], _ bundle: RouteBundle) {
    self.members = members
    self.bundle = bundle
    followers = [[Int]](repeating: [], count: members.count)
    leaders = followers
    ranks = [Int](repeating: 0, count: members.count)
    for first in members.indices {
      for second in members.indices where second > first && members[first].touches(members[second])
      {
        if votes(first, second) <= 0 {
          put(first, before: second)
        } else {
          put(second, before: first)
        }
      }
    }
    setOrder(sorted())
  }

  private mutating func setOrder(_ order: [Int]) {
    self.order = order
    for (rank, member) in order.enumerated() { ranks[member] = rank }
  }

  private mutating func put(_ first: Int, before second: Int) {
    followers[first].append(second)
    leaders[second].append(first)
  }

  // MARK: Votes

  /// Below zero where the first belongs before the second, above where behind; zero where nothing
  /// speaks for either.
  private func votes(_ first: Int, _ second: Int) -> Int {
    let (a, b) = (members[first], members[second])
    let votes = vote(a, b, atUpper: false, depth: 0) + vote(a, b, atUpper: true, depth: 0)
    if votes != 0 || a.position == b.position { return votes }
    return a.position < b.position ? -1 : 1
  }

  /// What one end of the stretch that both share says.
  private func vote(_ a: RouteSegment, _ b: RouteSegment, atUpper: Bool, depth: Int) -> Int {
    let (endA, endB) =
      atUpper
      ? (a.span.upperBound, b.span.upperBound) : (-a.span.lowerBound, -b.span.lowerBound)
    let (turnA, turnB) = atUpper ? (a.upper, b.upper) : (a.lower, b.lower)
    // Neighbouring lanes may still change places, so they count as one.
    if abs(endA - endB) < RouteSpacing.lane + 2 {
      if turnA != turnB { return (side(turnA) - side(turnB)).signum() }
      return further(a, b, atUpper: atUpper, turnA, depth)
    }
    return endA < endB ? side(turnA) : -side(turnB)
  }

  private func side(_ turn: RouteSegment.Turn) -> Int {
    switch turn {
    case .back: -1
    case .forward: 1
    case .end: 0
    }
  }

  /// Both turn to the same side at about the same place: what their next pieces say.
  private func further(
    _ a: RouteSegment, _ b: RouteSegment, atUpper: Bool, _ turn: RouteSegment.Turn, _ depth: Int
  ) -> Int {
    guard depth < 6, turn != .end, let nextA = next(a, atUpper: atUpper),
      let nextB = next(b, atUpper: atUpper)
    else { return 0 }
    let far = vote(nextA, nextB, atUpper: turn == .forward, depth: depth + 1)
    // The one that lies outside after the bend lies outside before it.
    let isOutside = atUpper == (turn == .back)
    return isOutside ? far : -far
  }

  /// The piece behind one end.
  private func next(_ segment: RouteSegment, atUpper: Bool) -> RouteSegment? {
    let points = bundle.routes[segment.route]
    let isAscending =
      points[segment.index][segment.axis] <= points[segment.index + 1][segment.axis]
    let index = isAscending == atUpper ? segment.index + 1 : segment.index - 1
    guard index >= 0, index + 1 < points.count else { return nil }
    return bundle.shape(segment.route, index)
  }

  // MARK: Order

  /// All members so that leaders come first; where votes run in a circle, by position.
  private func sorted() -> [Int] {
    var waiting = leaders.map(\.count)
    var isPlaced = [Bool](repeating: false, count: members.count)
    var order: [Int] = []
    while order.count < members.count {
      let ready = members.indices.first { !isPlaced[$0] && waiting[$0] == 0 }
      guard let next = ready ?? members.indices.first(where: { !isPlaced[$0] }) else { break }
      isPlaced[next] = true
      order.append(next)
      for follower in followers[next] { waiting[follower] -= 1 }
    }
    return order
  }

  // MARK: Positions

  /// Where each member goes: a lane from its neighbours, less where there is no room for that.
  ///
  /// Where the best order has no room at all, a crossing more is better than two lines in one;
  /// where no order has, as few lines as possible share one.
  func positions() -> [Double] {
    if let positions = spreadPositions() { return positions }
    let other = inOrderOfRanges()
    if let positions = other.spreadPositions() { return positions }
    return ([members.map(\.position)] + clampedPositions() + other.clampedPositions())
      .min { sharedLanes($0) < sharedLanes($1) } ?? []
  }

  private static let gaps = [RouteSpacing.lane, 8, 6, 4, 3, 2]

  private func spreadPositions() -> [Double]? {
    Self.gaps.lazy.compactMap { positions(gap: $0) }.first
  }

  /// The members moved apart as far as each of them can.
  private func clampedPositions() -> [[Double]] {
    Self.gaps.map { gap in
      zip(means(gap: gap), members).map { $1.range.clamp($0) }
    }
  }

  /// How many pairs would lie on one another.
  private func sharedLanes(_ positions: [Double]) -> Int {
    members.indices.reduce(0) { count, member in
      count + followers[member].count { abs(positions[$0] - positions[member]) < 2 }
    }
  }

  /// The same members in the order of where they may lie.
  private func inOrderOfRanges() -> LaneOrder {
    var other = self
    let middles = members.map { ($0.range.lowerBound + $0.range.upperBound) / 2 }
    other.setOrder(order.indices.sorted { (middles[$0], ranks[$0]) < (middles[$1], ranks[$1]) })
    return other
  }

  private func positions(gap: Double) -> [Double]? {
    let placed = means(gap: gap)
    for member in members.indices {
      guard members[member].range.contains(placed[member]) else { return nil }
      for other in followers[member] + leaders[member] where inOrder(member, other) {
        if placed[other] - placed[member] < gap - 0.01 { return nil }
      }
    }
    return placed
  }

  /// The mean of moving everybody one way and the other.
  private func means(gap: Double) -> [Double] {
    zip(pushed(gap: gap, isForward: true), pushed(gap: gap, isForward: false))
      .map { ($0 + $1) / 2 }
  }

  private func inOrder(_ first: Int, _ second: Int) -> Bool { ranks[first] < ranks[second] }

  /// All members moved out of one another's way toward one side, and back from where they may not
  /// lie. The mean of both sides moves everybody as little.
  private func pushed(gap: Double, isForward: Bool) -> [Double] {
    var placed = members.map(\.position)
    func push(_ sequence: [Int], toUpper: Bool) {
      for member in sequence {
        let range = members[member].range
        var position = range.clamp(placed[member])
        for other in followers[member] + leaders[member] where inOrder(other, member) == toUpper {
          position =
            toUpper ? max(position, placed[other] + gap) : min(position, placed[other] - gap)
        }
        placed[member] = position
      }
    }
    push(isForward ? order : order.reversed(), toUpper: isForward)
    push(isForward ? order.reversed() : order, toUpper: !isForward)
    return placed
  }
}
