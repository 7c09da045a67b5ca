import ArchCatalog

/// An attribute in the spelling of a cloud template: `VisibilityTimeout` (CloudFormation),
/// `visibility_timeout_seconds` (Terraform).
struct ForeignSpelling {
  let declaration: AttributeDeclaration
  /// The unit that the spelling names, seconds for `…_seconds`, if the attribute is measured in it.
  let unit: Unit?
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
    let declaration =
      declarations.first { $0.name == spelling }
      ?? declarations.first { $0.alternatives.contains(spelling) }
    if let declaration {
      let known = unit.flatMap(Unit.named)
      let fits = known?.dimension == declaration.type.dimension
      return ForeignSpelling(declaration: declaration, unit: fits ? known : nil)
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

/// The words of a name in camel case, snake case or kebab case, in lower case: `DBInstanceClass` is
/// `db`, `instance` and `class`.
private func kebabWords(_ name: String) -> [String] {
  var words: [String] = []
  var word = ""
  var previous: Character?
  for (character, next) in zip(name, name.dropFirst().map(Optional.some) + [nil]) {
    let isBoundary = character == "_" || character == "-"
    let endsAcronym = previous?.isUppercase == true && next?.isLowercase == true
    let isHump = character.isUppercase && (previous?.isLowercase == true || endsAcronym)
    if isBoundary || isHump, !word.isEmpty {
      words.append(word)
      word = ""
    }
    if !isBoundary { word += character.lowercased() }
    previous = character
  }
  return word.isEmpty ? words : words + [word]
}
