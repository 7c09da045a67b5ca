/// The words on an edge as they are set, in one line or two.
package struct EdgeLabelText: Sendable, Equatable {
  package var lines: [String]
  /// What the label takes in px, the patch of background around it included.
  package var size: Size

  /// Sets a label that may take the size it likes, up to a maximum width.
  package init(_ label: String, maximumWidth: Double = PictureMetrics.edgeLabelMaximumWidth) {
    let padding = 2 * PictureMetrics.edgeLabelPadding
    lines = TextMetrics.wrapped(label, to: maximumWidth - padding, in: .edgeLabel)
    let text = lines.reduce(0) { max($0, TextMetrics.width($1, in: .edgeLabel)) }
    size = Size(
      width: (text + padding).rounded(.up),
      height: PictureMetrics.edgeLabelHeight
        + Double(lines.count - 1) * PictureMetrics.edgeLabelLineHeight)
  }

  /// Sets a label inside the frame it was given.
  package init(_ label: String, in frame: Size) {
    let room = frame.width - 2 * PictureMetrics.edgeLabelPadding
    let isTall = frame.height >= PictureMetrics.edgeLabelHeight + PictureMetrics.edgeLabelLineHeight
    lines =
      isTall
      ? TextMetrics.wrapped(label, to: room, in: .edgeLabel)
      : [TextMetrics.elided(label, to: room, in: .edgeLabel)]
    size = frame
  }
}
