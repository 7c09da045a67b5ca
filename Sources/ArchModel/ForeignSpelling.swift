import ArchCatalog

/// An attribute in the spelling of a cloud template: `VisibilityTimeout` (CloudFormation),
/// `visibility_timeout_seconds` (Terraform).
struct ForeignSpelling {
  let declaration: AttributeDeclaration
  /// The unit that the spelling names: `s` for `…_seconds`.
  let unit: String?
}

/// Finds the attribute that a foreign spelling means, or nil.
///
/// The name is put in kebab case; then endings that name a unit or say "size", "count" or
/// "enabled" are taken off, until it is an attribute's name or one of its declared alternatives.
func foreignSpelling(
  of name: String, among declarations: [AttributeDeclaration]
) -> ForeignSpelling? {
  var words = kebabWords(name)
  var unit: String?
  while !words.isEmpty {
    let spelling = words.joined(separator: "-")
    if spelling != name || unit != nil,
      let declaration = declarations.first(where: { $0.name == spelling })
    {
      return ForeignSpelling(declaration: declaration, unit: unit)
    }
    if let declaration = declarations.first(where: { $0.alternatives.contains(spelling) }) {
      return ForeignSpelling(declaration: declaration, unit: unit)
    }
    guard let last = words.popLast() else { return nil }
    if let named = unitsByWord[last] {
      unit = unit ?? named
    } else if !fillers.contains(last) {
      return nil
    }
  }
  return nil
}

private let unitsByWord = [
  "seconds": "s", "sec": "s", "secs": "s", "millis": "ms", "milliseconds": "ms", "ms": "ms",
  "minutes": "m", "mins": "m", "hours": "h", "days": "d", "bytes": "B", "kb": "KB", "mb": "MB",
  "gb": "GB", "gib": "GiB", "mib": "MiB", "percent": "%", "percentage": "%",
]

/// Words that templates put behind or between without meaning more: `timeout_in_seconds`.
private let fillers: Set<String> = ["in", "size", "enabled", "count", "period"]

/// The words of a name in camel case, snake case or kebab case, in lower case.
private func kebabWords(_ name: String) -> [String] {
  var words: [String] = []
  var word = ""
  var previous: Character?
  for character in name {
    let isBoundary = character == "_" || character == "-"
    let isHump = character.isUppercase && (previous?.isLowercase ?? false)
    if isBoundary || isHump, !word.isEmpty {
      words.append(word)
      word = ""
    }
    if !isBoundary { word += character.lowercased() }
    previous = character
  }
  return word.isEmpty ? words : words + [word]
}
