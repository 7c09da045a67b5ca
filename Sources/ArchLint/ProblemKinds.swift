package import ArchDiagnostics
import ArchSource

/// The kinds of problem that a project's configuration may speak of.
package struct ProblemKinds: Sendable {
  /// The kinds whose severity can be changed, by name: `sqs/missing-dlq`.
  package var changeable: Set<String>
  /// The kinds that are errors of reading and resolving and nothing else, which have to be mended.
  package var fixed: Set<String>

  /// Kinds of a project; rules are changeable.
  package init(changeable: Set<String>, fixed: Set<String>) {
    self.changeable = changeable
    self.fixed = fixed
  }

  /// The kinds that archc reports by itself and by its bundled rules.
  ///
  /// Tests hold the lists below against the sources, and the names against the rules.
  package static var builtIn: ProblemKinds {
    let rules = (Rule.algorithms + Rule.ofCatalog).map(\.id)
    return ProblemKinds(changeable: Set(changeable), fixed: Set(fixed)).adding(rules)
      .adding(RuleBook.files.flatMap(\.rules).map { DiagnosticID($0.name) })
  }

  /// These kinds and some rules.
  package func adding(_ rules: some Sequence<DiagnosticID>) -> ProblemKinds {
    ProblemKinds(changeable: changeable.union(rules.map(\.name)), fixed: fixed)
  }

  /// Warnings, hints and all that checks find.
  private static let changeable = [
    "allow/error", "allow/missing-reason", "allow/missing-rule", "allow/unknown-directive",
    "allow/unused", "attribute/not-here", "attribute/range", "attribute/spelling",
    "attribute/unknown", "connection/against-request", "connection/impossible",
    "container/misplaced", "icon/unsafe", "layout/unheeded", "name/unknown", "rule/alias",
    "rule/arguments", "rule/braces",
    "rule/example", "rule/expression", "rule/fix", "rule/impossible-word", "rule/missing-match",
    "rule/pattern", "rule/quantifier", "rule/second-match", "rule/setting", "rule/type",
    "rule/unknown-attribute", "rule/unknown-function", "rule/unknown-name",
    "rule/unknown-service", "service/deprecated", "service/unknown", "text/byte-order-mark",
  ]

  private static let fixed = [
    "attribute/color", "attribute/duplicate", "attribute/duplicate-declaration", "attribute/icon",
    "attribute/link", "attribute/missing-unit", "attribute/of-nothing", "attribute/subject",
    "attribute/type",
    "attribute/unit", "diagram/duplicate-header", "icon/unreadable", "import/cycle",
    "import/unreadable", "limit/containers", "limit/depth", "limit/edges", "limit/elements",
    "limit/imports", "limit/label", "limit/name", "limit/source-size", "name/ambiguous",
    "name/duplicate", "name/not-an-element", "name/qualified-declaration", "name/unknown-path",
    "name/unknown-reference", "service/alias", "service/ambiguous", "service/condition",
    "service/duplicate", "service/duplicate-attribute", "service/duplicate-fact",
    "service/duplicate-name", "service/duplicate-setting", "service/extends", "service/fact",
    "service/invocation", "service/quoted-name", "service/range", "service/reserved-name",
    "service/setting", "service/status", "service/unknown-attribute", "service/unknown-fact",
    "service/unknown-name", "service/unknown-setting", "service/unknown-type", "syntax/arrow",
    "syntax/comment", "syntax/equals", "syntax/expected-arrow",
    "syntax/expected-attribute-declaration", "syntax/expected-block", "syntax/expected-comma",
    "syntax/expected-condition", "syntax/expected-expression", "syntax/expected-name",
    "syntax/expected-range", "syntax/expected-rule-clause", "syntax/expected-service-statement",
    "syntax/expected-setting", "syntax/expected-statement", "syntax/expected-string",
    "syntax/expected-type", "syntax/expected-value", "syntax/expected-word",
    "syntax/invalid-escape", "syntax/lookalike", "syntax/misplaced-declaration",
    "syntax/missing-operand", "syntax/name", "syntax/too-many-problems", "syntax/trailing-text",
    "syntax/unclosed-block", "syntax/unclosed-list", "syntax/unclosed-parenthesis",
    "syntax/unexpected-block", "syntax/unexpected-character", "syntax/unmatched-brace",
    "syntax/unterminated-string", "text/forbidden-character", "text/invalid-utf8",
  ]
}
