/// Says how wide words come out in Helvetica, Arial or Liberation Sans, without asking a font.
///
/// Fonts differ from machine to machine; pictures must not. So a string is measured with an
/// embedded table, and 6 % is added for faces that run wider, such as DejaVu Sans.
package enum TextMetrics {
  /// The room kept for wider faces, as a factor.
  package static let slack = 1.06

  /// Returns the width of one line of text in px, slack included.
  package static func width(_ text: String, in style: TextStyle) -> Double {
    Double(advance(of: text, style.weight)) * style.size * slack / 1000
  }

  /// Returns the width of one line of text in thousandths of the font size, without slack.
  package static func advance(of text: String, _ weight: TextStyle.Weight) -> Int {
    if let sum = latinAdvance(of: text, weight) { return sum }
    if let sum = letterAdvance(of: text, weight) { return sum }
    var sum = 0
    for character in text { sum += advance(of: character, weight) }
    return sum
  }

  /// Returns the width of text without emoji, code point by code point, or nil when there may be
  /// some.
  ///
  /// Whatever makes an emoji of what stands before it, such as a joiner, lies above U+2000.
  private static func letterAdvance(of text: String, _ weight: TextStyle.Weight) -> Int? {
    var sum = 0
    for scalar in text.unicodeScalars {
      guard scalar.value < 0x2000 else { return nil }
      sum += scalar.advance(weight)
    }
    return sum
  }

  /// Returns the width of what a reader sees as one character, in thousandths of the font size.
  ///
  /// An emoji counts once, however many code points it is joined from; its 1.25 em are those of the
  /// common colour fonts.
  static func advance(of character: Character, _ weight: TextStyle.Weight) -> Int {
    if character.isDrawnAsEmoji { return 1250 }
    var sum = 0
    for scalar in character.unicodeScalars { sum += scalar.advance(weight) }
    return sum
  }

  /// Returns the width of text made of printable ASCII, or nil for any other.
  private static func latinAdvance(of text: String, _ weight: TextStyle.Weight) -> Int? {
    let table = weight == .regular ? AdvanceWidths.regularLatin : AdvanceWidths.semiboldLatin
    return table.withUnsafeBufferPointer { widths in
      let sum = text.utf8.withContiguousStorageIfAvailable { asciiAdvance(of: $0, widths) }
      return sum ?? nil
    }
  }

  private static func asciiAdvance(
    of bytes: UnsafeBufferPointer<UInt8>, _ widths: UnsafeBufferPointer<UInt16>
  ) -> Int? {
    var sum = 0
    for byte in bytes {
      guard byte >= 0x20, byte < 0x7F else { return nil }
      sum += Int(widths[Int(byte) - 0x20])
    }
    return sum
  }
}

extension Character {
  /// Whether fonts show this as one colour picture: `🙂`, `👩‍💻`, `🇸🇪`, `⚠️`, `1️⃣`.
  fileprivate var isDrawnAsEmoji: Bool {
    var scalars = unicodeScalars.makeIterator()
    guard let first = scalars.next(), first.value >= 0x23 else { return false }
    if first.properties.isEmojiPresentation { return true }
    guard first.properties.isEmoji else { return false }
    while let next = scalars.next() {
      if next.value == 0xFE0F { return true }
    }
    return false
  }
}
