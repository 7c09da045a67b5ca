import ArchScene

/// The colours of one scheme, each as `#rrggbb`.
///
/// Against what lies behind it, text reaches a contrast of 4.5 : 1, and lines, arrowheads, tiles
/// and glyphs 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11). A card's own border is quieter: the words and
/// the tile already say where the card is.
struct Palette: Sendable {
  var page: StaticString
  var card: StaticString
  var border: StaticString
  var text: StaticString
  var caption: StaticString
  var edge: StaticString
  var edgeLabel: StaticString
  /// The strokes of the glyphs on the tiles.
  var glyph: StaticString
  /// Whether tiles and groups take the colours meant for a dark page.
  var isDark: Bool

  static let light = Palette(
    page: "#fbfcfd", card: "#ffffff", border: "#d5dce4", text: "#1b2733", caption: "#5b6b7c",
    edge: "#64748b", edgeLabel: "#33414f", glyph: "#ffffff", isDark: false)

  static let dark = Palette(
    page: "#0f1720", card: "#18222d", border: "#2d3a47", text: "#e6edf3", caption: "#9fb0c0",
    edge: "#8fa1b3", edgeLabel: "#c5d1dc", glyph: "#ffffff", isDark: true)

  /// The tile of a category.
  func tile(_ category: Category) -> StaticString {
    isDark ? category.colorOnDark : category.color
  }

  /// The border and the title of a group, which is also what tints its inside.
  func group(_ look: GroupLook) -> StaticString {
    switch look {
    case .plain: isDark ? "#94a3b5" : "#5b6b7c"
    case .account: isDark ? "#f06bb2" : "#b5126b"
    case .region: isDark ? "#3fc1b8" : "#0b7a75"
    case .vpc: isDark ? "#a78bfa" : "#6d3df5"
    case .zone, .privateSubnet: isDark ? "#5fb3e6" : "#1270a8"
    case .publicSubnet: isDark ? "#86c553" : "#3f7a17"
    }
  }

  /// How much of its colour the inside of a group takes, in hundredths.
  static func tint(_ look: GroupLook) -> Int {
    switch look {
    case .publicSubnet, .privateSubnet: 7
    case .plain: 4
    case .account, .region, .vpc, .zone: 0
    }
  }
}
