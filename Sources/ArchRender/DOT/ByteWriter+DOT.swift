extension ByteWriter {
  /// Appends a quoted string of the DOT language: the only way an author's words enter a DOT file.
  ///
  /// Quotes and backslashes are escaped, so the string cannot end early and Graphviz replaces
  /// nothing such as `\N` in it; `&` is written as a reference, because labels are decoded; line
  /// breaks become `\n`, and other control characters blanks. It never begins with `<`, so it is
  /// never HTML.
  mutating func dotString(_ string: String) {
    raw("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "&": raw("&amp;")
      case "\n": raw("\\n")
      default: dotScalar(scalar)
      }
    }
    raw("\"")
  }

  private mutating func dotScalar(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: byte(UInt8(scalar.value))
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE...0xFFFF:
      raw(" ")
    default: for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
    }
  }
}
