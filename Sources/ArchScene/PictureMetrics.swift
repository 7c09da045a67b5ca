/// The lengths that layout and drawing must agree on, in px; no other place repeats one.
package enum PictureMetrics {
  // MARK: The whole picture

  /// What positions and sizes are multiples of where they can be.
  package static let grid = 8.0
  /// The free border around everything drawn.
  package static let margin = 32.0
  /// The room above the content for the title of the picture, besides the margin.
  package static let titleBand = 32.0
  /// How far below the top of the picture the baseline of its title stands.
  package static let titleBaseline = 42.0
  /// The free room between one rank of elements and the next.
  package static let rankSpacing = 88.0
  /// The free room between elements of one rank.
  package static let siblingSpacing = 40.0

  // MARK: Cards

  /// The height of a card whose label takes one line.
  package static let cardHeight = 56.0
  /// The height of a card whose label takes two lines.
  package static let tallCardHeight = 72.0
  package static let cardMinimumWidth = 168.0
  /// Where cards stop growing and labels begin to wrap.
  package static let cardMaximumWidth = 264.0
  package static let cardRadius = 10.0
  /// The side of the square that holds the glyph.
  package static let tileSize = 40.0
  package static let tileInset = 8.0
  package static let tileRadius = 8.0
  /// Where the words of a card begin, from its left border.
  package static let cardTextStart = 58.0
  /// The free room at the right end of a card.
  package static let cardTextEnd = 14.0
  /// The distance between two lines of a card.
  package static let cardLineHeight = 16.0
  /// How far up and right each card of a stack stands from the one before it.
  package static let stackStep = 4.0
  /// How many cards stand behind the front one of a stack.
  package static let stackDepth = 2
  /// The room above and to the right of a card that a stack needs in all.
  package static let stackExtent = 8.0

  // MARK: Groups

  package static let groupRadius = 10.0
  /// The free room between a group's border and what stands in it.
  package static let groupPadding = 24.0
  /// The room at the top of a group, which takes its title in, instead of the padding.
  package static let groupTitleHeight = 32.0
  /// Where the title of a group begins, from its left border; also the free room at its end.
  package static let groupTitleStart = 12.0
  /// The side of the square in a group's corner that holds its glyph.
  package static let groupTileSize = 24.0
  /// Where the glyph begins in that square.
  package static let groupTileGlyphInset = 3.6
  /// Where an author's own drawing begins in it, which has no square behind it.
  package static let groupTileDrawingInset = 4.0
  /// The free room between that square and the title.
  package static let groupTileGap = 8.0
  /// How far below the top border the baseline of a group's title stands.
  package static let groupTitleBaseline = 19.0
  /// The free room between a group's title and the words beside it.
  package static let groupTitleGap = 6.0

  // MARK: Edges

  package static let edgeWidth = 1.5
  /// The length of an arrowhead.
  package static let arrowLength = 8.0
  /// The free room between the tip of an arrowhead and the border it points at.
  package static let arrowGap = 2.0
  /// The radius of a bend in a route of straight pieces.
  package static let bendRadius = 8.0
  /// Where edge labels stop growing and begin to wrap.
  package static let edgeLabelMaximumWidth = 168.0
  /// The free room at either end of an edge label.
  package static let edgeLabelPadding = 6.0
  /// The height of an edge label of one line.
  package static let edgeLabelHeight = 16.0
  /// What a second line adds to the height of an edge label.
  package static let edgeLabelLineHeight = 14.0

  // MARK: The legend

  /// The length of the line that stands for a kind of edge.
  package static let legendLine = 28.0
  /// The free room between that line and its words.
  package static let legendGap = 8.0
  /// The free room between two entries.
  package static let legendSpacing = 24.0
  /// The height of a row of entries.
  package static let legendRowHeight = 20.0
  /// The room between the content and the legend, besides its rows.
  package static let legendBand = 8.0

  /// Returns the smallest multiple of the grid that is not below a length.
  package static func snappedUp(_ length: Double) -> Double {
    (length / grid).rounded(.up) * grid
  }
}
