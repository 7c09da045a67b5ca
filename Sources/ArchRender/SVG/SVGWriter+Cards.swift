import ArchScene

extension SVGWriter {
  private typealias M = PictureMetrics

  /// Appends the card of a node, drawn from its own top left corner.
  mutating func card(_ index: Int) {
    let node = scene.nodes[index]
    begin("n", index, "graphics-symbol img", spoken(node), node.style)
    out.raw(" transform=\"translate(")
    out.number(node.frame.x)
    out.raw(" ")
    out.number(node.frame.y)
    out.raw(")\"")
    open(node.style)
    if node.count > 1 {
      for step in (1...M.stackDepth).reversed() { back(node, Double(step) * M.stackStep) }
    }
    back(node, 0)
    tile(node)
    words(node)
    end(node.style)
  }

  private mutating func back(_ node: SceneNode, _ shift: Double) {
    out.raw("<rect")
    styled("b")
    if shift > 0 {
      length("x", shift)
      length("y", -shift)
    }
    length("width", max(0, node.frame.width))
    length("height", max(0, node.frame.height))
    length("rx", M.cardRadius)
    out.raw("/>\n")
  }

  private mutating func tile(_ node: SceneNode) {
    let category = Category(key: node.style.category)
    let top = (node.frame.height - M.tileSize) / 2
    if let drawing = node.style.drawing.flatMap(iconsInUse.number(of:)) {
      out.raw("<use href=\"#")
      name("f", drawing)
      out.raw("\"")
      length("x", M.tileInset)
      length("y", top)
      return out.raw("/>\n")
    }
    out.raw("<rect class=\"")
    name("c", category.rawValue)
    out.raw("\"")
    frame(Rect(x: M.tileInset, y: top, width: M.tileSize, height: M.tileSize))
    length("rx", M.tileRadius)
    color("fill", node.style.color)
    out.raw("/>\n<use href=\"#")
    name("k", iconsInUse.number(of: node.style.icon))
    out.raw("\"")
    if HexColor(node.style.color)?.isLight == true { styled("i", "j") } else { styled("i") }
    length("x", M.tileInset + 6)
    length("y", top + 6)
    out.raw("/>\n")
  }

  /// Appends the lines of the card, centred on its height as a block.
  private mutating func words(_ node: SceneNode) {
    let text = CardText(label: node.label, caption: node.caption, in: Size(node.frame))
    let count = text.lines.count + (text.caption.isEmpty ? 0 : 1)
    // Five px bring the middle of a line's letters to the middle of its share of the height.
    var y = node.frame.height / 2 - Double(count - 1) * M.cardLineHeight / 2 + 5
    for words in text.lines {
      line("t", x: M.cardTextStart, y: y, words)
      y += M.cardLineHeight
    }
    if !text.caption.isEmpty { line("s", x: M.cardTextStart, y: y, text.caption) }
  }

  /// Returns what assistive technology says of a card, such as `Upload, Lambda · 30 s, 3 of them,
  /// in Private subnet`.
  private func spoken(_ node: SceneNode) -> String {
    var words = node.label
    if !node.caption.isEmpty { words += ", " + node.caption }
    if node.count > 1 { words += ", \(node.count) of them" }
    if let parent = scene.group(node.parent) { words += ", in " + parent.label }
    return words
  }
}

extension Size {
  /// The size of a rectangle.
  fileprivate init(_ rect: Rect) { self.init(width: rect.width, height: rect.height) }
}
