import ArchScene
import Glibc
import Testing

@testable import ArchRender

/// A colour in sRGB, each channel from 0 to 1.
private struct Color {
  var channels: [Double]

  init(_ hex: StaticString) {
    let digits = Array("\(hex)".dropFirst())
    channels = [0, 2, 4].map { Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? -1) / 255 }
  }

  /// The colour laid over another at an opacity.
  func over(_ page: Color, _ opacity: Double) -> Color {
    var copy = self
    for index in 0..<3 {
      copy.channels[index] = channels[index] * opacity + page.channels[index] * (1 - opacity)
    }
    return copy
  }

  /// WCAG 2.2, relative luminance.
  var luminance: Double {
    let linear = channels.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// WCAG 2.2, contrast ratio.
  func contrast(to other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }
}

/// Returns what an edge or a title may lie on: the page, and the inside of each group on it, plain
/// groups up to three deep.
private func grounds(_ palette: Palette) -> [Color] {
  let page = Color(palette.page)
  var grounds = [page]
  for look in GroupLook.allCases {
    let color = Color(palette.group(look))
    let opacity = Double(Palette.tint(look)) / 100
    grounds.append(color.over(page, opacity))
    if look == .plain {
      grounds.append(color.over(color.over(grounds[grounds.count - 1], opacity), opacity))
    }
  }
  return grounds
}

@Test(arguments: [Palette.light, .dark])
func `Text has a contrast of 4.5 to 1 in both schemes`(palette: Palette) {
  let card = Color(palette.card)
  #expect(Color(palette.text).contrast(to: card) >= 4.5)
  #expect(Color(palette.caption).contrast(to: card) >= 4.5)
  for ground in grounds(palette) {
    for color in [palette.text, palette.caption, palette.edgeLabel] {
      #expect(Color(color).contrast(to: ground) >= 4.5, "\(color)")
    }
  }
  for look in GroupLook.allCases {
    let color = Color(palette.group(look))
    let inside = color.over(Color(palette.page), Double(Palette.tint(look)) / 100)
    #expect(color.contrast(to: inside) >= 4.5, "\(look)")
  }
}

@Test(arguments: [Palette.light, .dark])
func `Shapes have a contrast of 3 to 1 in both schemes`(palette: Palette) {
  for category in Category.allCases {
    let tile = Color(palette.tile(category))
    #expect(tile.contrast(to: Color(palette.card)) >= 3, "\(category) on its card")
    #expect(Color(palette.glyph).contrast(to: tile) >= 3, "the glyph of \(category)")
  }
  for look in GroupLook.allCases where look != .plain {
    let tile = Color(palette.group(look))
    #expect(Color(palette.page).contrast(to: tile) >= 3, "the glyph of \(look)")
  }
  for ground in grounds(palette) {
    #expect(Color(palette.edge).contrast(to: ground) >= 3)
    for look in GroupLook.allCases { #expect(Color(palette.group(look)).contrast(to: ground) >= 3) }
  }
}

@Test(arguments: [Palette.light, .dark])
func `What is lit stands out from everything around it`(palette: Palette) {
  let accent = Color(palette.accent)
  for ground in grounds(palette) + [Color(palette.card)] {
    #expect(accent.contrast(to: ground) >= 4.5)
  }
  #expect(Color(palette.onAccent).contrast(to: accent) >= 4.5)
}

@Test(arguments: ["#ffd166", "#ffffff", "#000000", "#e8710a", "#7c4dff", "#00ff00", "#808080"])
func `A glyph stays visible on a colour of the author's choice`(text: String) throws {
  let color = try #require(HexColor(text))
  let digits = Array(text.dropFirst())
  var tile = Color("#000000")
  tile.channels = [0, 2, 4].map { Double(Int(String(digits[$0...$0 + 1]), radix: 16) ?? -1) / 255 }
  #expect(Color(color.isLight ? "#1b2733" : "#ffffff").contrast(to: tile) >= 2.9)
}

@Test(arguments: ["", "#fff", "red", "#12345g", "#1234567", "#12345", "x#12345", "#é1234"])
func `What is no colour is not taken for one`(text: String) {
  #expect(HexColor(text) == nil)
}
