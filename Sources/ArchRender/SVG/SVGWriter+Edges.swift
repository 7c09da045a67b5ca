import ArchScene

extension SVGWriter {
  private typealias M = PictureMetrics

  /// Appends the line of an edge and its arrowheads.
  mutating func edge(_ index: Int) {
    let edge = scene.edges[index]
    begin("e", index, "graphics-symbol img", spoken(edge), edge.style)
    open(edge.style)
    line(RouteShape(edge), edge.stroke, edge.style.color)
    end(edge.style)
  }

  /// Appends a line and its arrowheads, with the classes of those that are drawn and those that are
  /// filled.
  mutating func line(
    _ shape: RouteShape, _ stroke: Stroke, _ color: String? = nil, drawn: StaticString = "e",
    filled: StaticString = "a"
  ) {
    out.raw("<path")
    switch stroke {
    case .solid: styled(drawn)
    case .dashed: styled(drawn, "d")
    case .dotted: styled(drawn, "o")
    }
    out.raw(" d=\"")
    out.path(shape.shaft)
    out.raw("\"")
    self.color("stroke", color)
    out.raw("/>\n")
    for head in shape.heads {
      out.raw("<path")
      styled(shape.look == .filled ? filled : drawn)
      out.raw(" d=\"")
      out.path(head, shape.look)
      out.raw("\"")
      self.color(shape.look == .filled ? "fill" : "stroke", color)
      out.raw("/>\n")
    }
  }

  /// Appends the label of an edge on a patch of the background; the edge itself speaks it already.
  mutating func label(of edge: SceneEdge) {
    guard let frame = edge.labelFrame, !edge.label.isEmpty else { return }
    let text = EdgeLabelText(
      edge.label, in: Size(width: frame.width, height: frame.height))
    out.raw("<g aria-hidden=\"true\"")
    if edge.style.isMuted { styled("m") }
    out.raw(">\n")
    patch(frame)
    let middle = frame.y + frame.height / 2
    // Four px bring the middle of the letters to the middle of the line.
    var y = middle - Double(text.lines.count - 1) * M.edgeLabelLineHeight / 2 + 4
    for words in text.lines {
      line("l", x: frame.x + frame.width / 2, y: y, words)
      y += M.edgeLabelLineHeight
    }
    out.raw("</g>\n")
  }

  /// Appends a patch of the background: the page, and the tints of the groups that the patch lies
  /// in.
  private mutating func patch(_ frame: Rect) {
    rounded("q", frame)
    for tint in tints where tint.frame.contains(frame) { rounded(tint.style, frame) }
  }

  private mutating func rounded(_ style: StaticString, _ frame: Rect) {
    out.raw("<rect")
    styled(style)
    self.frame(frame)
    out.raw(" rx=\"4\"/>\n")
  }

  private func spoken(_ edge: SceneEdge) -> String {
    let joint = edge.hasSourceHead == edge.hasTargetHead ? " and " : " to "
    let (first, second) =
      edge.hasSourceHead && !edge.hasTargetHead
      ? (edge.target, edge.source) : (edge.source, edge.target)
    let ends = scene.label(of: first) + joint + scene.label(of: second)
    return edge.label.isEmpty ? ends : ends + ": " + edge.label
  }

  /// Appends what the lines stand for, at the bottom left.
  mutating func legend() {
    for entry in scene.legend.entries {
      let end = Point(x: entry.origin.x + M.legendLine, y: entry.origin.y)
      let shape = RouteShape(
        .line([entry.origin, end]), sourceHead: false, targetHead: entry.head != nil,
        look: entry.head ?? .filled)
      line(shape, entry.stroke)
      line("s", x: end.x + M.legendGap, y: entry.origin.y + 4, entry.text)
    }
  }
}
