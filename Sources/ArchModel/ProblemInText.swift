import ArchCatalog
import ArchDiagnostics
import ArchSource

/// Whether an attribute that every element may have says something a picture can show, beyond being
/// a string; the problem where it does not.
func problemInText(_ attribute: Attribute) -> Diagnostic? {
  if attribute.name == "icon" { return problemInIcon(attribute) }
  guard case .string(let text) = attribute.value else { return nil }
  switch attribute.name {
  case "color" where !isHexColor(text):
    return Diagnostic(
      "attribute/color", .error, "'\(text)' is not a colour", at: attribute.valueLocation,
      notes: ["write the colour as \"#rrggbb\", two hexadecimal digits each for red, green, blue"])
  case "link" where !isWebLink(text):
    return Diagnostic(
      "attribute/link", .error, "a picture cannot link to '\(text)'", at: attribute.valueLocation,
      notes: ["links lead to http, https or mailto addresses, or to a relative path"])
  default: return nil
  }
}

/// What is wrong with the name of an icon. What has a dot is the path of a file, which is for
/// others to read.
private func problemInIcon(_ attribute: Attribute) -> Diagnostic? {
  guard let name = attribute.iconName, !IconNames.contains(name) else { return nil }
  let near = IconNames.near(name)
  return Diagnostic(
    "attribute/icon", .error, "'\(name)' is no icon" + didYouMean(near),
    at: attribute.valueLocation,
    notes: [
      "'archc list icons' shows them; a file of your own is named with its ending: \"logo.svg\""
    ],
    fixes: near.map { [.replacing(attribute.valueLocation, with: $0)] } ?? [])
}

extension Attribute {
  /// The icon that the value of an attribute `icon` names; nil for the path of a file.
  package var iconName: String? {
    switch value {
    case .word(let name): name
    case .string(let text) where !text.contains("."): text
    default: nil
    }
  }
}

/// Whether the text is `#rrggbb`.
private func isHexColor(_ text: String) -> Bool {
  let digits = text.dropFirst()
  return text.first == "#" && digits.count == 6 && digits.allSatisfy { $0.isASCII && $0.isHexDigit }
}

/// Whether the text has no scheme, or one that cannot run anything, and leads nowhere unseen. Every
/// backend that draws links refuses what this refuses, whoever made its scene.
private func isWebLink(_ text: String) -> Bool {
  guard !text.isEmpty, !text.hasPrefix("//"), !text.contains("\\"),
    !text.unicodeScalars.contains(where: \.isForbidden)
  else { return false }
  guard let colon = text.firstIndex(of: ":") else { return true }
  switch text[..<colon].lowercased() {
  case "http", "https": return text[colon...].hasPrefix("://")
  case "mailto": return true
  default: return false
  }
}

extension Unicode.Scalar {
  /// Whether it is a line break or a control or format character, which readers of links drop.
  fileprivate var isForbidden: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
