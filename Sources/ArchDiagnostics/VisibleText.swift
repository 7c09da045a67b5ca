extension Unicode.Scalar {
  /// Whether the scalar must not reach a terminal or a log as it is.
  ///
  /// True for control characters (C0, DEL, C1), line and paragraph separators and format
  /// characters: bidi controls reorder what a reader sees, a byte order mark and zero-width spaces
  /// hide. The two joiners stay, as scripts and emoji are spelled with them.
  var isUnsafeToShow: Bool {
    if value == 0x200C || value == 0x200D { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return true
    default: return false
    }
  }
}

/// A text of unknown origin as one line that is safe to print: what acts on a terminal instead of
/// being seen stands as `\u{1B}`.
package func visibleText(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: \.isUnsafeToShow) else { return String(text) }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isUnsafeToShow {
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}
