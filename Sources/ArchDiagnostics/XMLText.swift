/// A text between tags. Control characters, which XML cannot hold at all, become `\u{1B}`.
func xmlText(_ text: String) -> String {
  visibleText(text).unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    // XML 1.0 section 2.2 excludes the last two code points of the basic plane.
    case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(scalar)
    }
  }.joined()
}

/// Attributes in order, each with a space in front.
func xmlAttributes(_ attributes: [(name: String, value: String)]) -> String {
  attributes.map { " \($0.name)=\"\(xmlText($0.value))\"" }.joined()
}
