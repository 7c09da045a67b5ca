import ArchDiagnostics
import ArchSource

/// What the parser says about statements and elements.
extension Diagnostic {
  static func expectedStatement(found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-statement", .error, "\(quoted(found)) cannot begin a statement",
      at: location,
      notes: [
        "a line names an element (orders: sqs), joins elements (a -> b) or sets a value (x = 1)"
      ])
  }

  static func unmatchedBrace(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/unmatched-brace", .error, "this '}' closes nothing", at: location,
      fixes: [FixIt("remove it", [TextEdit(location, "")], isSafe: false)])
  }

  static func unclosedBlock(at location: Location, end: Location) -> Diagnostic {
    Diagnostic(
      "syntax/unclosed-block", .error, "this '{' is never closed", at: location,
      fixes: [FixIt("close it at the end", [TextEdit(end, "\n}")], isSafe: false)])
  }

  static func unexpectedBlock(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/unexpected-block", .error, "this block belongs to nothing", at: location,
      notes: ["a block stands on the line of what it describes: orders: sqs { … }"])
  }

  static func expectedBlock(after what: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-block", .error, "\(what) needs a block: { … }", at: location,
      fixes: [FixIt("add an empty block", [TextEdit(location, " {}")], isSafe: false)])
  }

  static func missingColon(
    before word: String, at location: Location, gap: Location
  ) -> Diagnostic {
    Diagnostic(
      "syntax/trailing-text", .error, "'\(word)' does not belong to this statement", at: location,
      notes: ["an element is written 'name: service', and each statement has a line of its own"],
      fixes: [FixIt("put ':' before it", [TextEdit(gap, ":")], isSafe: false)])
  }

  static func trailingText(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/trailing-text", .error, "\(quoted(text)) does not belong to this statement",
      at: location, notes: ["each statement has a line of its own, or ends with ';'"])
  }

  static func missingOperand(before arrow: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/missing-operand", .error, "nothing stands before this '\(arrow)'", at: location,
      notes: ["to go on with the line above, end that line with the arrow"])
  }

  static func expectedOperand(found: String, after location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/missing-operand", .error, "an element is missing after this", at: location,
      notes: ["an edge joins two elements: user -> web"])
  }

  static func expectedArrow(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-arrow", .error, "a list of elements needs an arrow", at: location,
      notes: [
        "a comma fans an edge out or in: a, b -> c; elements of their own go on lines of their own"
      ])
  }

  static func nameBeginsWithDigit(_ text: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/name", .error, "a name cannot begin with a digit, as '\(text)' does", at: location,
      notes: ["begin with a letter or '_', or use a quoted label: \"\(text)\""])
  }

  static func expectedName(_ what: String, at location: Location) -> Diagnostic {
    Diagnostic("syntax/expected-name", .error, "\(what) is missing", at: location)
  }

  static func misplacedDeclaration(_ keyword: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/misplaced-declaration", .error, "'\(keyword)' belongs outside all blocks",
      at: location)
  }

  static func expectedSetting(
    of owner: String, found: String, at location: Location
  ) -> Diagnostic {
    let article = owner == "edge" ? "an" : "a"
    return Diagnostic(
      "syntax/expected-setting", .error,
      "\(quoted(found)) cannot stand in \(article) \(owner)'s block", at: location,
      notes: ["such a block holds settings only: name = value"])
  }

  static func doubleEquals(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/equals", .error, "a value is set with a single '='", at: location,
      fixes: [FixIt("write '='", [TextEdit(location, "=")])])
  }

  // MARK: Limits

  static func nestingTooDeep(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/depth", .error, "this is nested more than \(limit) levels deep", at: location,
      notes: ["the limit keeps a damaged file from exhausting the machine"])
  }

  static func tooManyOperators(limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/depth", .error, "this clause has more than \(limit) operators", at: location,
      notes: ["several 'require' clauses say the same as one with 'and'"])
  }

  static func sourceTooLarge(_ count: Int, limit: Int, at location: Location) -> Diagnostic {
    Diagnostic(
      "limit/source-size", .error,
      "the file is \(count) bytes long; the limit is \(limit)", at: location,
      notes: ["split the diagram with 'import', or raise the limits with --large"])
  }

  /// Quotes text found in a file, shortened, with the end of a line or of the file in words.
  static func quoted(_ text: String) -> String {
    if text.isEmpty { return "the end of the file" }
    if text == "\n" || text == "\r\n" || text == "\r" { return "the end of the line" }
    let first = text.prefix { !$0.isNewline }
    return first.count > 24 ? "'\(first.prefix(24))…'" : "'\(first)'"
  }
}
