import ArchScene

extension SVGWriter {
  private typealias M = PictureMetrics

  /// Appends the numbers of the steps on their edges, for readers who let nothing move.
  mutating func badges() {
    guard let story, !story.storyboard.steps.isEmpty else { return }
    var taken = scene.nodes.map(\.outline) + scene.edges.compactMap(\.labelFrame)
    out.raw("<g")
    styled("ys")
    out.raw(" aria-hidden=\"true\">\n")
    let badges = story.storyboard.badges
    if badges.count > Self.maximumPlacedBadges { taken = [] }
    for badge in badges {
      let path = TokenPath(tokenRoute(badge.move))
      let frame = place(of: badge.words, on: path, avoiding: taken)
      if badges.count <= Self.maximumPlacedBadges { taken.append(frame.insetBy(-2)) }
      draw(badge.words, in: frame)
    }
    out.raw("</g>\n")
  }

  /// With more badges than this the places are not looked at one by one.
  private static var maximumPlacedBadges: Int { 200 }

  private mutating func draw(_ words: String, in frame: Rect) {
    out.raw("<rect")
    styled("yb")
    self.frame(frame)
    length("rx", frame.height / 2)
    out.raw("/>\n")
    // Four px bring the middle of the digits to the middle of the badge.
    line("yn", x: frame.center.x, y: frame.center.y + 4, words)
  }

  /// Where on its line a badge may stand, the best place first.
  private static var badgeFractions: [Double] {
    [0.25, 0.3, 0.2, 0.35, 0.15, 0.4, 0.1, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85]
  }

  /// Returns a place on the line, or else beside it, that covers nothing; near the start, so that a
  /// reply's number stands where the reply sets out.
  private func place(
    of words: String, on path: TokenPath, avoiding taken: [Rect]
  ) -> Rect {
    let width = max(16, TextMetrics.width(words, in: .groupTitle) + 9)
    let size = Size(width: width, height: 16)
    let beside = 18.0
    for (dx, dy) in [(0.0, 0.0), (0, -beside), (0, beside), (-beside, 0), (beside, 0)] {
      for fraction in Self.badgeFractions {
        let point = path.point(at: fraction)
        let frame = Rect(center: Point(x: point.x + dx, y: point.y + dy), size: size)
        if !taken.contains(where: { $0.overlaps(frame) }) { return frame }
      }
    }
    return Rect(center: path.point(at: 0.25), size: size)
  }
}

extension Storyboard {
  /// The numbers on one edge in one direction.
  struct Badge {
    var move: Move
    /// The numbers, such as `1, 4`.
    var words: String
  }

  /// The numbers of the steps by edge and direction, in the order of the story. Of several flows
  /// each has a letter: `a1`, `b1`.
  var badges: [Badge] {
    var badges: [Badge] = []
    var known: [Int: Int] = [:]
    let hasSeveral = flows.count > 1
    var flow = -1
    for step in steps {
      if step.number == 1 { flow += 1 }
      let number = (hasSeveral ? Self.mark(flow) : "") + "\(step.number)"
      for move in step.moves {
        let key = move.edge * 2 + (move.isReply ? 1 : 0)
        if let index = known[key] {
          badges[index].words += ", " + number
        } else {
          known[key] = badges.count
          badges.append(Badge(move: move, words: number))
        }
      }
    }
    return badges
  }

  /// What stands below a picture that does not move: the names of the flows and how many steps
  /// they have.
  var stillCaption: String {
    let names = flows
    guard names.count > 1 else {
      let count = steps.count == 1 ? "1 step" : "\(steps.count) steps"
      return names.first.map { $0.isEmpty ? count : "\($0): \(count)" } ?? count
    }
    return names.enumerated().map { "\(Self.mark($0)): \($1)" }.joined(separator: " · ")
  }

  /// Returns the letter of a flow.
  private static func mark(_ flow: Int) -> String {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    return letters.indices.contains(flow) ? String(letters[flow]) : "\(flow + 1)."
  }
}
