/// A size and a weight of the one typeface that pictures are set in.
package struct TextStyle: Sendable, Hashable {
  /// The two weights in use; a system without a semibold shows it as bold, so it is measured as
  /// bold.
  package enum Weight: Sendable, Hashable {
    case regular, semibold
  }

  /// The height of an em in px.
  package var size: Double
  package var weight: Weight

  /// Creates a style from its size in px and its weight.
  package init(size: Double, weight: Weight) {
    self.size = size
    self.weight = weight
  }

  /// The title of the picture.
  package static let title = TextStyle(size: 18, weight: .semibold)
  /// The first line of a card.
  package static let label = TextStyle(size: 13, weight: .semibold)
  /// The second line of a card, the words beside a group's title, and the legend.
  package static let caption = TextStyle(size: 11, weight: .regular)
  /// The title of a group.
  package static let groupTitle = TextStyle(size: 11, weight: .semibold)
  /// The words on an edge.
  package static let edgeLabel = TextStyle(size: 11, weight: .regular)
}
