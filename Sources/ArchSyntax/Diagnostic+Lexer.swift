import ArchDiagnostics
import ArchSource

/// What the lexer says.
extension Diagnostic {
  static func byteOrderMark(at location: Location) -> Diagnostic {
    Diagnostic(
      "text/byte-order-mark", .hint, "the file begins with a byte order mark", at: location,
      notes: ["files are always read as UTF-8, so the mark says nothing and confuses other tools"],
      fixes: [FixIt("remove it", [TextEdit(location, "")])])
  }

  static func invalidUTF8(at location: Location) -> Diagnostic {
    Diagnostic(
      "text/invalid-utf8", .error, "this is not UTF-8 text (byte \(location.range.lower))",
      at: location,
      notes: ["the file may have been saved in another encoding, such as Latin-1; save it as UTF-8"]
    )
  }

  static func forbiddenCharacter(_ scalar: Unicode.Scalar, at location: Location) -> Diagnostic {
    let isControl = scalar.value < 0xA0
    return Diagnostic(
      "text/forbidden-character", .error,
      "\(isControl ? "control character" : "invisible character") \(scalar.codePoint)",
      at: location,
      notes: [
        isControl
          ? "control characters can change what a terminal shows and mean nothing here"
          : "it can make the text read differently from what it says"
      ],
      fixes: [FixIt("remove it", [TextEdit(location, "")])])
  }

  static func lookalike(
    _ scalar: Unicode.Scalar, meant: String, at location: Location
  ) -> Diagnostic {
    let found = scalar.properties.isWhitespace ? scalar.codePoint : "\(scalar)"
    let name = meant == " " ? "a plain space" : "'\(meant)'"
    return Diagnostic(
      "syntax/lookalike", .error, "'\(found)' looks like \(name) but is not", at: location,
      fixes: [FixIt("write \(name)", [TextEdit(location, meant)])])
  }

  static func lookalikeString(
    _ mark: Unicode.Scalar, opening: Location, closing: Location, isSafe: Bool
  ) -> Diagnostic {
    let whole = Location(opening.source, opening.range.union(closing.range))
    return Diagnostic(
      "syntax/lookalike", .error, "a string stands in '\"', not in '\(mark)'", at: whole,
      fixes: [
        FixIt("write '\"'", [TextEdit(opening, "\""), TextEdit(closing, "\"")], isSafe: isSafe)
      ])
  }

  static func unexpectedCharacter(
    _ scalar: Unicode.Scalar, at location: Location
  ) -> Diagnostic {
    Diagnostic(
      "syntax/unexpected-character", .error, "'\(scalar)' means nothing here", at: location,
      notes: ["text that is not a name belongs in double quotes"])
  }

  static func unterminatedString(at location: Location) -> Diagnostic {
    let end = Location(location.source, .at(location.range.upper))
    return Diagnostic(
      "syntax/unterminated-string", .error, "this string has no closing quote", at: location,
      notes: ["a string ends on its own line; use \"\"\" for text over several lines"],
      fixes: [FixIt("close it at the end of the line", [TextEdit(end, "\"")], isSafe: false)])
  }

  static func unterminatedBlockString(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/unterminated-string", .error, "this block string is never closed", at: location,
      notes: ["it swallows the rest of the file; close it with \"\"\""])
  }

  static func invalidEscape(at location: Location) -> Diagnostic {
    let backslash = Location(location.source, .at(location.range.lower))
    return Diagnostic(
      "syntax/invalid-escape", .error, "this escape means nothing", at: location,
      notes: [#"the escapes are \" \\ \n \t and \u{…} with a character's hexadecimal number"#],
      fixes: [FixIt("keep the backslash", [TextEdit(backslash, "\\")], isSafe: false)])
  }

  static func slashComment(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/comment", .error, "comments begin with '#'", at: location,
      fixes: [FixIt("write '#'", [TextEdit(location, "#")])])
  }

  static func arrowSpelling(_ meant: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/arrow", .error, "this arrow is written '\(meant)'", at: location,
      notes: [
        "the arrows are -> <- <-> for requests, ~> <~ <~> for events and -- without direction"
      ],
      fixes: [FixIt("write '\(meant)'", [TextEdit(location, meant)])])
  }

  static func tooManyProblems(omitted: Int, after location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/too-many-problems", .error, "\(omitted) more problems are not shown", at: location,
      notes: ["mend the first ones; the rest often follow from them"])
  }
}

extension Unicode.Scalar {
  /// The number of the character in the usual notation: `U+202E`.
  package var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
