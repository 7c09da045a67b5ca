extension TextMetrics {
  /// Returns text that is no wider than a width in px, cut with an ellipsis where it has to be.
  ///
  /// Whole characters are cut, never parts of one. Where not even the ellipsis fits, it is kept
  /// alone.
  package static func elided(_ text: String, to width: Double, in style: TextStyle) -> String {
    if Self.width(text, in: style) <= width { return text }
    let limit = units(width, style) - advance(of: "…", style.weight)
    var sum = 0
    var end = text.startIndex
    while end < text.endIndex {
      sum += advance(of: text[end], style.weight)
      if sum > limit { break }
      end = text.index(after: end)
    }
    return trimmed(text[..<end]) + "…"
  }

  /// Breaks text into one line, or into two of about the same width, each no wider than a width
  /// in px.
  ///
  /// Lines break after a space, a hyphen or a slash. The second line is elided where it has to
  /// be, and text without a place to break stays one elided line.
  package static func wrapped(_ text: String, to width: Double, in style: TextStyle) -> [String] {
    if Self.width(text, in: style) <= width { return [text] }
    guard let split = bestBreak(text, units(width, style), style.weight) else {
      return [elided(text, to: width, in: style)]
    }
    let rest = String(text[split...].drop { $0.isWhitespace })
    return [trimmed(text[..<split]), elided(rest, to: width, in: style)]
  }

  /// Returns where the second line begins, so that the wider line is as narrow as can be.
  private static func bestBreak(
    _ text: String, _ limit: Int, _ weight: TextStyle.Weight
  ) -> String.Index? {
    let total = advance(of: text, weight)
    var best: (index: String.Index, width: Int)?
    var sum = 0
    for index in text.indices {
      sum += advance(of: text[index], weight)
      guard " -/".contains(text[index]) || text[index].isWhitespace else { continue }
      let first = sum - (text[index].isWhitespace ? advance(of: text[index], weight) : 0)
      let wider = max(first, total - sum)
      let next = text.index(after: index)
      if first > limit { break }
      if first > 0, next < text.endIndex, wider < best?.width ?? .max { best = (next, wider) }
    }
    return best?.index
  }

  /// Returns how many thousandths of the font size fit into a width in px; none when it is no
  /// number.
  private static func units(_ width: Double, _ style: TextStyle) -> Int {
    guard width > 0 else { return 0 }
    return Int(min(width, 1_000_000) * 1000 / (style.size * slack))
  }

  private static func trimmed(_ text: Substring) -> String {
    var end = text.endIndex
    while end > text.startIndex, text[text.index(before: end)].isWhitespace {
      end = text.index(before: end)
    }
    return String(text[..<end])
  }
}
