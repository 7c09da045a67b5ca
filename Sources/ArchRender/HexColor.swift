/// A colour that an author wrote as `#rrggbb`; anything else is none.
struct HexColor {
  let text: String
  /// Whether white shapes are too faint on it, so that dark ones are drawn.
  let isLight: Bool

  /// Accepts `#` and six hexadecimal digits.
  init?(_ text: String?) {
    guard let text, text.utf8.count == 7, text.utf8.first == UInt8(ascii: "#") else { return nil }
    let digits = text.utf8.dropFirst().compactMap(Self.value)
    guard digits.count == 6 else { return nil }
    self.text = text
    // The square stands for the exact curve of sRGB; white reaches 3 : 1 up to a luminance of 0.3.
    let channels = [0, 2, 4].map { Double(digits[$0] * 16 + digits[$0 + 1]) / 255 }
    let luminance = 0.2126 * channels[0] * channels[0] + 0.7152 * channels[1] * channels[1]
    isLight = luminance + 0.0722 * channels[2] * channels[2] > 0.3
  }

  private static func value(_ digit: UInt8) -> Int? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): Int(digit - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): Int(digit - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension ByteWriter {
  /// Appends an author's colour, or the usual one where there is none or it is not `#rrggbb`.
  mutating func color(_ own: String?, or usual: StaticString) {
    if let own = HexColor(own) { trusted(own.text) } else { raw(usual) }
  }
}
