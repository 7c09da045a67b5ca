/// The words of a card as they are set: the label in one line or two, then the caption.
///
/// Layout asks for `size` before it places a card; drawing asks again with the frame it was
/// given, so that words never leave a frame, whoever chose it.
package struct CardText: Sendable, Equatable {
  /// One line, or two; never none.
  package var lines: [String]
  /// The second, smaller line; may be empty.
  package var caption: String
  /// What the card takes in px, without the room for a stack.
  package var size: Size

  private typealias M = PictureMetrics

  /// Sets the words of a card that may take the size it likes.
  package init(label: String, caption: String) {
    let room = M.cardMaximumWidth - M.cardTextStart - M.cardTextEnd
    lines = TextMetrics.wrapped(label, to: room, in: .label)
    self.caption = TextMetrics.elided(caption, to: room, in: .caption)
    let text = lines.reduce(TextMetrics.width(self.caption, in: .caption)) {
      max($0, TextMetrics.width($1, in: .label))
    }
    let width = M.snappedUp(M.cardTextStart + text + M.cardTextEnd)
    size = Size(
      width: max(M.cardMinimumWidth, width),
      height: lines.count > 1 ? M.tallCardHeight : M.cardHeight)
  }

  /// Sets the words of a card whose size in px is given.
  package init(label: String, caption: String, in size: Size) {
    let room = size.width - M.cardTextStart - M.cardTextEnd
    lines =
      size.height >= M.tallCardHeight
      ? TextMetrics.wrapped(label, to: room, in: .label)
      : [TextMetrics.elided(label, to: room, in: .label)]
    self.caption = TextMetrics.elided(caption, to: room, in: .caption)
    self.size = size
  }
}

extension SceneNode {
  /// The size of the card with everything in sight: its words, and the stack when there are
  /// several.
  package static func outlineSize(label: String, caption: String, count: Int = 1) -> Size {
    var size = CardText(label: label, caption: caption).size
    if count > 1 {
      size.width += PictureMetrics.stackExtent
      size.height += PictureMetrics.stackExtent
    }
    return size
  }

  /// What the card covers: its frame, and the cards of a stack that look out above and to the
  /// right.
  ///
  /// Edges end at the border of this, not of `frame`.
  package var outline: Rect {
    guard count > 1 else { return frame }
    let extent = PictureMetrics.stackExtent
    return Rect(
      x: frame.x, y: frame.y - extent, width: frame.width + extent, height: frame.height + extent)
  }

  /// Returns the frame of the front card of whatever covers an outline.
  package static func frame(ofOutline outline: Rect, count: Int) -> Rect {
    guard count > 1 else { return outline }
    let extent = PictureMetrics.stackExtent
    return Rect(
      x: outline.x, y: outline.y + extent, width: outline.width - extent,
      height: outline.height - extent)
  }
}
