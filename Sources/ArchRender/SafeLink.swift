/// A link that may stand in a picture: `http`, `https`, `mailto`, or a relative one without a
/// scheme.
///
/// Browsers drop control characters and blanks from a link before they read its scheme, so one
/// with any of those inside is no link at all; neither is one that leaves its own site without
/// saying so (`//host`, `\\host`).
struct SafeLink: Equatable {
  /// The link as it is written, blanks encoded.
  let address: String

  /// Accepts an author's link; nil when it is not safe.
  init?(_ link: String) {
    var text = Substring(link)
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    guard !text.isEmpty, text.unicodeScalars.allSatisfy(Self.isHarmless) else { return nil }
    guard !text.contains("\\"), !text.hasPrefix("//"), Self.hasSafeScheme(text) else { return nil }
    address = text.split(separator: " ", omittingEmptySubsequences: false).joined(separator: "%20")
  }

  private static func hasSafeScheme(_ text: Substring) -> Bool {
    guard let colon = text.firstIndex(of: ":") else { return true }
    let rest = text[text.index(after: colon)...]
    switch text[..<colon].lowercased() {
    case "http", "https": return rest.hasPrefix("//")
    case "mailto": return true
    default: return false
    }
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .unassigned:
      return false
    default: return true
    }
  }
}
