extension ByteWriter {
  /// Appends an author's words inside a quoted string of Mermaid.
  ///
  /// Mermaid reads a string three times: as its own language, as Markdown and as HTML. What could
  /// mean something to one of them is written as a reference, `#` and the code point and `;`,
  /// which Mermaid decodes last. No words at all become a blank, since `""` is no string.
  mutating func mermaidWords(_ string: String) {
    let line = string.onOneLine
    if line.isEmpty { raw(" ") }
    var isFirst = true
    // Whether only digits stand before: "1. " and "1) " would begin a list.
    var followsNumber = true
    for scalar in line.unicodeScalars {
      let endsNumber = followsNumber && (scalar == "." || scalar == ")")
      if Self.isPlain(scalar), !endsNumber, !(isFirst && Self.isBullet(scalar)) {
        for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
      } else {
        raw("#")
        integer(Int(scalar.value))
        raw(";")
      }
      isFirst = false
      followsNumber = followsNumber && ("0"..."9").contains(scalar)
    }
  }

  /// Appends a string of the YAML before a diagram: in double quotes, with the escapes of JSON.
  ///
  /// Braces, angle brackets and percent signs are escaped too, because Mermaid looks for
  /// directives and tags before it reads the YAML.
  mutating func mermaidTitle(_ string: String) {
    raw("\"")
    for scalar in string.onOneLine.unicodeScalars {
      switch scalar {
      case "\"", "\\", "<", ">", "{", "}", "%", "&", "#", ";":
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
}
