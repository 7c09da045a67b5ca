/// The title of a group as it is set: its label, and the words beside it.
package struct GroupTitleText: Sendable, Equatable {
  package var label: String
  /// The words beside the label; empty when there are none or no room for them.
  package var caption: String
  /// Where the label begins, in px from the group's left border.
  package var start: Double
  /// Where the caption begins, in px from the group's left border.
  package var captionStart: Double
  /// Where the words end, in px from the group's left border.
  package var end: Double
  /// The least width of a group that shows the title whole, in px.
  package var minimumWidth: Double

  private typealias M = PictureMetrics

  /// The most that a title asks for; a longer one is elided.
  private static let maximumWidth = 400.0

  /// Sets the title of a group that may take the width it likes, or that has the given one; behind
  /// the square with its glyph where it has one.
  package init(label: String, caption: String, hasTile: Bool = false, width: Double? = nil) {
    start = hasTile ? M.groupTileSize + M.groupTileGap : M.groupTitleStart
    let room = (width ?? Self.maximumWidth) - start - M.groupTitleStart
    self.label = TextMetrics.elided(label, to: room, in: .groupTitle)
    let labelWidth = TextMetrics.width(self.label, in: .groupTitle)
    let gap = label.isEmpty ? 0 : M.groupTitleGap
    captionStart = start + labelWidth + gap
    let captionRoom = room - labelWidth - gap
    // A caption cut to a few letters says less than none.
    let isWorthIt = captionRoom >= min(40, TextMetrics.width(caption, in: .caption))
    self.caption =
      caption.isEmpty || !isWorthIt
      ? "" : TextMetrics.elided(caption, to: captionRoom, in: .caption)
    let captionWidth =
      self.caption.isEmpty ? 0 : gap + TextMetrics.width(self.caption, in: .caption)
    end = start + labelWidth + captionWidth
    minimumWidth = M.snappedUp(end + M.groupTitleStart)
  }
}
