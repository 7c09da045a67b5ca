extension ByteWriter {
  /// Appends an author's words between two tags.
  mutating func text(_ string: String) { escaped(string, isAttribute: false) }

  /// Appends an author's words between the quotes of an attribute.
  mutating func attribute(_ string: String) { escaped(string, isAttribute: true) }

  /// Appends words so that a reader sees them and no parser obeys them.
  ///
  /// Markup becomes references. Line breaks and tabs become spaces. Control characters, which XML
  /// forbids, and those that turn the direction of the text around them are left out.
  private mutating func escaped(_ string: String, isAttribute: Bool) {
    var string = string
    string.withUTF8 { source in
      var start = 0
      var index = 0
      while index < source.count {
        guard let special = Special(at: index, in: source, isAttribute) else {
          index += 1
          continue
        }
        append(UnsafeBufferPointer(rebasing: source[start..<index]))
        raw(special.replacement)
        index += special.length
        start = index
      }
      append(UnsafeBufferPointer(rebasing: source[start...]))
    }
  }
}

/// A character that cannot stand in XML as it is: its length in UTF-8, and what stands for it.
private struct Special {
  var length: Int
  var replacement: StaticString

  /// Recognises the special character at an index; nil for an ordinary byte.
  init?(at index: Int, in bytes: UnsafeBufferPointer<UInt8>, _ isAttribute: Bool) {
    length = 1
    switch bytes[index] {
    case UInt8(ascii: "<"): replacement = "&lt;"
    case UInt8(ascii: ">"): replacement = "&gt;"
    case UInt8(ascii: "&"): replacement = "&amp;"
    case UInt8(ascii: "\"") where isAttribute: replacement = "&quot;"
    case UInt8(ascii: "'") where isAttribute: replacement = "&#39;"
    case 0x09, 0x0A, 0x0D: replacement = " "
    case 0x00..<0x20, 0x7F: replacement = ""
    case 0xC2 where bytes[index + 1] < 0xA0:
      length = 2
      replacement = bytes[index + 1] == 0x85 ? " " : ""
    case 0xE2, 0xEF:
      length = 3
      let tail = UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index + 2])
      guard let words = Self.replacement(lead: bytes[index], tail) else { return nil }
      replacement = words
    default: return nil
    }
  }

  /// Decides about three-byte characters by their first byte and the two that follow.
  private static func replacement(lead: UInt8, _ tail: UInt16) -> StaticString? {
    switch (lead, tail) {
    // U+2028 and U+2029: line and paragraph separator.
    case (0xE2, 0x80A8...0x80A9): " "
    // U+202A to U+202E: embeddings and overrides. U+2066 to U+2069: isolates.
    case (0xE2, 0x80AA...0x80AE), (0xE2, 0x81A6...0x81A9): ""
    // U+FEFF, the byte order mark. U+FFFE and U+FFFF are no characters.
    case (0xEF, 0xBBBF), (0xEF, 0xBFBE...0xBFBF): ""
    default: nil
    }
  }
}
