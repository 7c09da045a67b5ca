extension ByteWriter {
  /// Appends an author's words inside a quoted string of Mermaid.
  ///
  /// Mermaid reads a string three times: as its own language, as HTML and as Markdown. What could
  /// mean something to the first two is written as a reference, `#` and the code point and `;`.
  /// References are resolved before Markdown is read, so what could mean something there is kept
  /// apart from what follows by a hair space. No words at all become a blank, since `""` is no
  /// string.
  mutating func mermaidWords(_ string: String) {
    let words = Array(string.onOneLine.unicodeScalars)
    if words.isEmpty { raw(" ") }
    for index in words.indices {
      let isFirst = index == 0
      let scalar = words[index]
      if Self.isPlain(scalar), !(isFirst && Self.isBullet(scalar)) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
      } else {
        raw("#")
        integer(Int(scalar.value))
        raw(";")
      }
      if Self.needsSpace(after: index, in: words) { raw("#8202;") }
    }
  }

  /// Appends a string of the YAML before a diagram: in double quotes, with the escapes of JSON.
  ///
  /// Braces and percent signs are escaped too, because Mermaid looks for directives before it reads
  /// the YAML. It takes tags out of a title and shows the references of those that it leaves, so
  /// angle brackets become quotation marks that look like them.
  mutating func mermaidTitle(_ string: String) {
    raw("\"")
    for scalar in string.onOneLine.unicodeScalars {
      switch scalar {
      case "<": raw("‹")
      case ">": raw("›")
      case "\"", "\\", "{", "}", "%", "&", "#", ";":
        raw("\\x")
        trusted(String(scalar.value, radix: 16))
      default:
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
      }
    }
    raw("\"")
  }

  /// Appends a link inside a quoted string of Mermaid: what could end the string or begin a
  /// reference is encoded as URLs encode it.
  mutating func mermaidLink(_ link: SafeLink) {
    for scalar in link.address.unicodeScalars {
      switch scalar {
      case "\"", ";", "<", ">", "`", "{", "}", "|", "^":
        raw("%")
        trusted(String(scalar.value, radix: 16, uppercase: true))
      default:
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
      }
    }
  }

  /// Whether a character means nothing to any of the three readers. A colon does: it makes icons
  /// (`fa:fa-car`), links and, on a line with the word "style", an old rule of Mermaid's.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    case " ", ",", ".", "/", "(", ")", "'", "?", "!", "%", "-", "+", "=": true
    // Mermaid's own marks for a reference it has yet to decode.
    case "\u{FB02}", "\u{B6}": false
    default: scalar.value >= 0xA0
    }
  }

  /// Whether a character begins a list, a heading or a rule where a line begins with it.
  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "+" || scalar == "="
  }

  /// Whether a character would mean something together with those behind it: emphasis (`*a*`,
  /// `_a_`), an escape (`\*`), a list (`1. a`, `- a`), a formula (`$$`), an icon (`fa:fa-car`), or
  /// one of the marks by which Mermaid remembers references.
  private static func needsSpace(after index: Int, in words: [Unicode.Scalar]) -> Bool {
    let next = index + 1 < words.count ? words[index + 1] : nil
    switch words[index] {
    case "*", "\\": return true
    case "_":
      let isInWord = index > 0 && words[index - 1].properties.isAlphabetic
      return !(isInWord && next?.properties.isAlphabetic == true)
    case ".", ")": return words[..<index].allSatisfy { ("0"..."9").contains($0) }
    case "-", "+", "=", "#", ">": return index == 0
    case "$": return next == "$"
    case ":": return words[(index + 1)...].starts(with: "fa-".unicodeScalars)
    case "\u{FB02}": return next == "°"
    case "\u{B6}": return next == "ß"
    default: return false
    }
  }
}
