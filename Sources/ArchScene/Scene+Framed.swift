extension Scene {
  private typealias M = PictureMetrics

  /// Returns the scene moved and sized so that its content stands inside the margins, under the
  /// title and above the legend.
  ///
  /// Every backend that works in px calls this, so layout may put its content anywhere; calling it
  /// twice changes nothing. The content moves by whole px.
  package func framed() -> Scene {
    let content = contentBounds ?? Rect(x: 0, y: 0, width: 0, height: 0)
    let top = M.margin + (displayTitle.isEmpty ? 0 : M.titleBand)
    let moved = offset(dx: M.margin - content.x.rounded(.down), dy: top - content.y.rounded(.down))
    return moved.sized(around: moved.contentBounds ?? content, top: top)
  }

  /// The title as it is drawn: elided when it is much wider than the content; may be empty.
  package var displayTitle: String {
    guard let title else { return "" }
    return TextMetrics.elided(title, to: 720, in: .title)
  }

  /// The legend at its place in a framed scene: bottom left.
  package var legend: Legend {
    let legend = Legend(of: edges, width: size.width - 2 * M.margin)
    return legend.offset(
      dx: M.margin, dy: size.height - M.margin + M.legendBand - legend.size.height)
  }

  private func sized(around content: Rect, top: Double) -> Scene {
    var copy = self
    let width = (content.maxX - content.x.rounded(.down)).rounded(.up)
    let height = (content.maxY - content.y.rounded(.down)).rounded(.up)
    let title = TextMetrics.width(displayTitle, in: .title).rounded(.up)
    let unwrapped = max(width, title, 200)
    let legend = Legend(of: edges, width: unwrapped).size
    let legendWidth = legend.width.rounded(.up)
    copy.size = Size(
      width: max(width, title, legendWidth) + 2 * M.margin,
      height: top + height + M.margin + (legend.height > 0 ? legend.height + M.legendBand : 0))
    return copy
  }

  private func offset(dx: Double, dy: Double) -> Scene {
    if dx == 0, dy == 0 { return self }
    var copy = self
    for index in copy.groups.indices { copy.groups[index].frame.offset(by: dx, dy) }
    for index in copy.nodes.indices { copy.nodes[index].frame.offset(by: dx, dy) }
    for index in copy.edges.indices {
      copy.edges[index].labelFrame?.offset(by: dx, dy)
      copy.edges[index].route.offset(by: dx, dy)
    }
    return copy
  }
}

extension Rect {
  fileprivate mutating func offset(by dx: Double, _ dy: Double) {
    x += dx
    y += dy
  }
}

extension Route {
  fileprivate mutating func offset(by dx: Double, _ dy: Double) {
    func moved(_ points: [Point]) -> [Point] {
      points.map { Point(x: $0.x + dx, y: $0.y + dy) }
    }
    switch self {
    case .line(let points): self = .line(moved(points))
    case .curve(let points): self = .curve(moved(points))
    }
  }
}
