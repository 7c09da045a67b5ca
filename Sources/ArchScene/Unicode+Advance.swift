extension Unicode.Scalar {
  /// Returns the width of the code point by itself, in thousandths of the font size.
  ///
  /// Exact for Latin, Greek and Cyrillic; elsewhere a width that is not too small: an em for East
  /// Asian scripts and symbols, 0.8 em for other alphabets, nothing for marks that stand over a
  /// letter.
  func advance(_ weight: TextStyle.Weight) -> Int {
    let isRegular = weight == .regular
    switch value {
    case 0x09, 0x0A, 0x0D: return 278
    case 0x20...0xFF:
      return at(0x20, isRegular ? AdvanceWidths.regularLatin : AdvanceWidths.semiboldLatin)
    case 0x100...0x17F:
      return at(
        0x100, isRegular ? AdvanceWidths.regularLatinExtended : AdvanceWidths.semiboldLatinExtended)
    case 0x391...0x3C9:
      return at(0x391, isRegular ? AdvanceWidths.regularGreek : AdvanceWidths.semiboldGreek)
    case 0x400...0x45F:
      return at(0x400, isRegular ? AdvanceWidths.regularCyrillic : AdvanceWidths.semiboldCyrillic)
    default: return classAdvance
    }
  }

  private func at(_ start: UInt32, _ table: [UInt16]) -> Int { Int(table[Int(value - start)]) }

  /// The width of a code point outside the tables.
  private var classAdvance: Int {
    switch value {
    case 0x1160...0x11FF: return 0  // Hangul vowels and finals join the consonant before them.
    case 0x1100...0x115F: return 1000
    case 0x2010...0x2015: return value >= 0x2014 ? 1000 : 556
    case 0x2018...0x201B: return 278
    case 0x201C...0x201F: return 500
    case 0xFF61...0xFFDC: return 500  // Half-width forms.
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return value < 0x2190 ? 800 : 1000
    }
  }
}
