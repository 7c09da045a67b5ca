/// The number of terminal columns a character takes: 0, 1 or 2.
///
/// Terminals agree on East Asian wide characters and on emoji, which take two; a mark that combines
/// with the character before it takes none. The widest scalar of a character decides, and a
/// variation selector 16 asks for the emoji form.
package func cellWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  if scalars.contains("\u{FE0F}") { return 2 }
  return scalars.reduce(0) { max($0, cellWidth($1)) }
}

private func cellWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return 1 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  if scalar.properties.isEmojiPresentation { return 2 }
  return wideRanges.contains { $0.contains(scalar.value) } ? 2 : 1
}

/// The code points with East Asian Width W or F that are not emoji, gaps within a script closed.
///
/// Source: Unicode Standard Annex #11, EastAsianWidth.txt, Unicode 16.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initial consonants
  0x2329...0x232A,  // angle brackets
  0x2E80...0x303E,  // CJK radicals and punctuation
  0x3041...0x3247,  // kana, Hangul compatibility, enclosed CJK
  0x3250...0xA4CF,  // CJK ideographs, Yi
  0xA960...0xA97F,  // Hangul extended A
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // CJK compatibility ideographs
  0xFE10...0xFE19,  // vertical forms
  0xFE30...0xFE6F,  // CJK compatibility and small forms
  0xFF01...0xFF60,  // fullwidth ASCII
  0xFFE0...0xFFE6,  // fullwidth signs
  0x16FE0...0x18DFF,  // Tangut, Khitan
  0x1AFF0...0x1B2FF,  // kana extensions, Nushu
  0x1D300...0x1D376,  // Tai Xuan Jing, counting rods
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x3FFFD,  // supplementary ideographs
]
