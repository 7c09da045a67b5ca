/// A part of a rule's text: words, or what stands in braces.
enum BracePart: Equatable {
  case words(String)
  case expression(String)
}

/// Takes apart a text such as `'{it}' keeps messages for {it.retention}`.
///
/// A brace that is never closed is part of the words. Two opening braces are one that is meant.
func braceParts(of text: String) -> [BracePart] {
  var parts: [BracePart] = []
  var words = ""
  var rest = text[...]
  while let brace = rest.firstIndex(of: "{") {
    words += rest[..<brace]
    let inside = rest[rest.index(after: brace)...]
    if inside.first == "{" {
      words += "{"
      rest = inside.dropFirst()
    } else if let end = inside.firstIndex(of: "}") {
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(.expression(String(inside[..<end])))
      rest = inside[inside.index(after: end)...]
    } else {
      words += "{"
      rest = inside
    }
  }
  words += rest
  if !words.isEmpty { parts.append(.words(words)) }
  return parts
}
