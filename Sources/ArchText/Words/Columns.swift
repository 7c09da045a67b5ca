extension Character {
  /// How many columns a terminal gives the character: 2 for East Asian wide ones and emoji, 0 for
  /// marks by themselves and for what is invisible, else 1.
  ///
  /// What is wide is said by Unicode Standard Annex 11, `EastAsianWidth.txt` of Unicode 16, classes
  /// W and F; ambiguous characters, box drawing among them, count as narrow.
  var columns: Int {
    if let ascii = asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    var most = 0
    for scalar in unicodeScalars {
      if scalar.value == 0xFE0F { return 2 }
      most = max(most, scalar.columns)
    }
    return most
  }
}

extension String {
  /// How many columns the text takes on one line.
  var columns: Int {
    isLatin ? unicodeScalars.count : reduce(0) { $0 + $1.columns }
  }

  /// Whether it is ASCII and Latin letters and signs, all below U+0300 and none a control
  /// character: then each scalar is a character of one column.
  var isLatin: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      var last: UInt8 = 0
      for byte in bytes {
        // Of two bytes, the first is C2 to CB; C2 80 to C2 9F are control characters.
        let isFirst = 0x20..<0x7F ~= byte || 0xC2..<0xCC ~= byte
        let isSecond = 0x80..<0xC0 ~= byte && (last > 0xC2 || last == 0xC2 && byte >= 0xA0)
        guard isFirst || isSecond else { return false }
        last = byte
      }
      return true
    } ?? false
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) ? 0 : 1 }
    if (0x1160...0x11FF).contains(value) { return 0 }  // Hangul vowels and finals.
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return properties.isEmojiPresentation || isEastAsianWide ? 2 : 1
    }
  }

  /// Whether the annex calls it wide or fullwidth; emoji are known by their own property.
  private var isEastAsianWide: Bool {
    guard value >= 0x1100 else { return false }
    return wideRanges.contains { $0.contains(value) }
  }
}

/// The wide ranges of `EastAsianWidth.txt`, those apart by unassigned code points joined.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
  0x3041...0x3247, 0x3250...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
  0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08,
  0x1AFF0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x1F300...0x1F320, 0x1F32D...0x1F64F,
  0x1F680...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F9FF, 0x1FA70...0x1FAF8, 0x20000...0x3FFFD,
]
