import ArchDiagnostics
import ArchSource

/// What the parser says about values, services and rules.
extension Diagnostic {
  static func expectedValue(found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-value", .error, "a value is missing before \(quoted(found))", at: location,
      notes: ["a value is a number with its unit (30s), a word, a \"string\", a name or a [list]"])
  }

  static func unclosedList(at location: Location) -> Diagnostic {
    Diagnostic("syntax/unclosed-list", .error, "this '[' is never closed", at: location)
  }

  static func unclosedParenthesis(at location: Location) -> Diagnostic {
    Diagnostic("syntax/unclosed-parenthesis", .error, "this '(' is never closed", at: location)
  }

  static func expectedComma(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-comma", .error, "a ',' is missing between these values", at: location,
      fixes: [FixIt("put ',' here", [TextEdit(location, ",")])])
  }

  static func expectedType(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-type", .error, "an attribute needs a type", at: location,
      notes: [
        "as in 'attribute timeout: duration 1s..15m = 3s' or 'attribute type: standard | fifo'"
      ])
  }

  static func expectedRange(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-range", .error, "a range is missing here", at: location,
      notes: ["as in 'limit timeout 50ms..30s where type == http' or 'integer 1 | 5 | 10'"])
  }

  static func expectedCondition(at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-condition", .error, "a limit needs a condition", at: location,
      notes: [
        "as in 'limit timeout 50ms..30s where type == http'; a range that always holds stands "
          + "behind the attribute's type"
      ])
  }

  static func expectedWord(_ word: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-word", .error, "'\(word)' is missing here", at: location,
      fixes: [FixIt("put '\(word)' here", [TextEdit(location, " \(word)")])])
  }

  static func expectedServiceStatement(found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-service-statement", .error,
      "\(quoted(found)) cannot begin a line of a service", at: location,
      notes: [
        "a service has settings (category = compute), 'variant', 'attribute', 'limit' and 'fact' "
          + "declarations, and the clauses 'stands in', 'contains', 'receives from', 'sends to', "
          + "'never …' and 'closed'"
      ])
  }

  static func expectedAttributeDeclaration(found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-attribute-declaration", .error,
      "\(quoted(found)) cannot begin an attribute declaration", at: location,
      notes: ["as in 'attribute count: integer 1..999 = 1 \"How many there are.\"'"])
  }

  static func expectedRuleClause(found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-rule-clause", .error, "\(quoted(found)) cannot begin a line of a rule",
      at: location,
      notes: [
        "a rule has match, require, forbid, at, message, because, fix, suggest, bad, good and "
          + "settings"
      ])
  }

  static func expectedString(at location: Location) -> Diagnostic {
    Diagnostic("syntax/expected-string", .error, "a \"string\" is missing here", at: location)
  }

  static func expectedExpression(found: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "syntax/expected-expression", .error,
      "an expression is missing before \(quoted(found))", at: location)
  }
}
