package import ArchSource

/// How much a problem matters.
package enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nothing is wrong.
  case hint
  /// Probably a mistake; the picture is still made.
  case warning
  /// The text does not mean anything that can be drawn.
  case error

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }

  /// The word that messages and formats use.
  package var word: String {
    switch self {
    case .hint: "hint"
    case .warning: "warning"
    case .error: "error"
    }
  }
}

/// Names a kind of problem: `syntax/expected-name`, `name/unknown`, `sqs/visibility-timeout`.
///
/// The same word is the name of the page that explains it and of the comment that allows it.
package struct DiagnosticID: Sendable, Hashable, ExpressibleByStringLiteral {
  package let name: String

  package init(_ name: String) { self.name = name }
  package init(stringLiteral name: String) { self.name = name }

  /// What the problem is about: the part before the slash.
  package var family: String { String(name.prefix { $0 != "/" }) }
}

/// One problem in one diagram: what is wrong, why it matters and how to mend it.
///
/// Data only; `renderTerminal`, `renderJSON` and their kin turn it into text.
package struct Diagnostic: Sendable, Equatable {
  package var id: DiagnosticID
  package var severity: Severity
  /// What is wrong: one sentence, lower case, no full stop, names in 'quotes'.
  package var message: String
  /// The smallest place that shows the problem.
  package var primary: Label
  /// Other places that matter, such as the first declaration of a name declared twice.
  package var secondary: [Label]
  /// Why it matters, then what to do.
  package var notes: [String]
  /// Ways to mend the text, best first.
  package var fixes: [FixIt]

  package init(
    _ id: DiagnosticID, _ severity: Severity, _ message: String, at location: Location,
    label: String = "", secondary: [Label] = [], notes: [String] = [], fixes: [FixIt] = []
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.primary = Label(location, label)
    self.secondary = secondary
    self.notes = notes
    self.fixes = fixes
  }
}

/// A place in the text and, if the place does not speak for itself, a few words about it.
package struct Label: Sendable, Equatable {
  package var location: Location
  package var text: String

  package init(_ location: Location, _ text: String = "") {
    self.location = location
    self.text = text
  }
}

/// A change that mends a problem.
package struct FixIt: Sendable, Equatable {
  /// What the change does, as a command: "write '900s'".
  package var title: String
  package var edits: [TextEdit]
  /// Whether the change certainly means what the author meant, so that it may be applied unasked.
  package var isSafe: Bool

  package init(_ title: String, _ edits: [TextEdit], isSafe: Bool = true) {
    self.title = title
    self.edits = edits
    self.isSafe = isSafe
  }
}

extension [Diagnostic] {
  /// The problems in reading order: by source, place, severity (worst first), then name.
  ///
  /// Sorting is what makes the output independent of the order in which analyses ran.
  package func inReadingOrder() -> [Diagnostic] {
    // Indices are moved about instead of problems, which are large.
    indices.sorted { self[$0].precedes(self[$1]) }.map { self[$0] }
  }

  /// The worst severity present, or nil when there is no problem.
  package var worst: Severity? { map(\.severity).max() }
}

extension Diagnostic {
  /// Whether it comes before another one in reading order.
  fileprivate func precedes(_ other: Diagnostic) -> Bool {
    let a = primary.location
    let b = other.primary.location
    if a.source != b.source { return a.source < b.source }
    if a.range.lower != b.range.lower { return a.range.lower < b.range.lower }
    if severity != other.severity { return severity > other.severity }
    if id != other.id { return id.name < other.id.name }
    return message < other.message
  }
}
