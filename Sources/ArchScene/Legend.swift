/// What the lines of a picture stand for: one entry for each way to draw one, with the kinds of
/// edge it is used for.
package struct Legend: Sendable, Equatable {
  /// One line and its words.
  package struct Entry: Sendable, Equatable {
    package var stroke: Stroke
    /// nil for a line without heads.
    package var head: ArrowHead?
    /// The kinds, such as `event, publish`.
    package var text: String
    /// The left end of the line.
    package var origin: Point
  }

  /// From left to right, row after row; none when all edges are alike.
  package var entries: [Entry]
  /// What the entries take in px.
  package var size: Size

  private typealias M = PictureMetrics

  /// The widest that the words of one entry may be.
  private static let maximumTextWidth = 320.0

  /// Creates the legend of some edges, its top left corner at (0, 0), in rows of at most a width.
  package init(of edges: [SceneEdge], width: Double) {
    entries = []
    size = Size(width: 0, height: 0)
    var uses: [Use] = Stroke.allCases.flatMap { stroke in
      ArrowHead.allCases.map { Use(stroke: stroke, head: $0) }
    }
    for edge in edges {
      for index in uses.indices where uses[index].isMeant(for: edge) { uses[index].add(edge) }
    }
    guard uses.reduce(0, { $0 + $1.kinds.count }) > 1 else { return }
    for use in uses where !use.kinds.isEmpty { append(use, within: width) }
  }

  /// The legend moved.
  package func offset(dx: Double, dy: Double) -> Legend {
    var copy = self
    for index in copy.entries.indices {
      copy.entries[index].origin.x += dx
      copy.entries[index].origin.y += dy
    }
    return copy
  }

  private mutating func append(_ use: Use, within width: Double) {
    let words = use.kinds.map { String($0.map { $0 == "-" ? " " : $0 }) }.joined(separator: ", ")
    let text = TextMetrics.elided(words, to: Self.maximumTextWidth, in: .caption)
    let length = M.legendLine + M.legendGap + TextMetrics.width(text, in: .caption)
    var x = entries.isEmpty ? 0 : rowEnd + M.legendSpacing
    var row = size.height - M.legendRowHeight
    if entries.isEmpty || x + length > width {
      x = 0
      row = size.height
    }
    entries.append(
      Entry(
        stroke: use.stroke, head: use.hasHead ? use.head : nil, text: text,
        origin: Point(x: x, y: row + M.legendRowHeight / 2)))
    size = Size(width: max(size.width, x + length), height: row + M.legendRowHeight)
  }

  private var rowEnd: Double {
    guard let last = entries.last else { return 0 }
    return last.origin.x + M.legendLine + M.legendGap + TextMetrics.width(last.text, in: .caption)
  }
}

/// What one way to draw a line is used for.
private struct Use {
  var stroke: Stroke
  var head: ArrowHead
  /// Whether any of the lines has a head.
  var hasHead = false
  /// Each kind once, in order of appearance.
  var kinds: [String] = []

  init(stroke: Stroke, head: ArrowHead) {
    self.stroke = stroke
    self.head = head
  }

  func isMeant(for edge: SceneEdge) -> Bool { edge.stroke == stroke && edge.head == head }

  mutating func add(_ edge: SceneEdge) {
    if edge.hasTargetHead || edge.hasSourceHead { hasHead = true }
    if kinds.last != edge.kind, !kinds.contains(edge.kind) { kinds.append(edge.kind) }
  }
}
