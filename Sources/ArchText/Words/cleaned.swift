/// A text as one line that cannot disturb a terminal: control characters, line breaks and marks
/// that turn the reading direction are blanks, and several blanks are one.
///
/// In ASCII the signs that captions are made of are spelled with ASCII; the author's own words
/// stay.
func cleaned(_ text: String, _ charset: TextOptions.Charset) -> String {
  if text.isPlain(in: charset) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    switch (scalar, charset) {
    case ("·", .ascii): result += "-"
    case ("×", .ascii): result += "x"
    case ("…", .ascii): result += "..."
    case ("→", .ascii): result += "->"
    default: result.unicodeScalars.append(scalar.isDisturbing ? " " : scalar)
    }
  }
  return result.split(separator: " ").joined(separator: " ")
}

extension String {
  /// Whether it is printable ASCII without blanks that could be one; in Unicode, Latin letters and
  /// signs may be among it.
  fileprivate func isPlain(in charset: TextOptions.Charset) -> Bool {
    var last = UInt8(ascii: " ")
    var isASCII = true
    for byte in utf8 {
      // C2 A0 is a blank, too.
      guard byte != 0x20 || last != 0x20, byte != 0xA0 || last != 0xC2 else { return false }
      if byte >= 0x80 { isASCII = false }
      last = byte
    }
    return last != 0x20 && isLatin && (isASCII || charset == .unicode)
  }
}

extension Unicode.Scalar {
  fileprivate var isDisturbing: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA1, 0x2028...0x202E, 0x2066...0x2069, 0x061C, 0x200E, 0x200F, 0xFEFF:
      true
    default: properties.generalCategory == .control || properties.isWhitespace
    }
  }
}
