package import ArchCatalog
package import ArchDiagnostics
package import ArchSource

/// Something that must be true of a sound architecture: what to look for, why, and everything that
/// pages, messages and tests want to know about it.
///
/// Most rules are written in the language, `rule sqs/missing-dlq "…" { match … }`; those that need
/// an algorithm over the whole graph are written in Swift, a file each. Both are values of this
/// type.
package struct Rule: Sendable {
  /// How a rule finds what it is about.
  package enum Check: Sendable {
    /// Looks at each place of the diagram that a pattern fits.
    case pattern(PatternCheck)
    /// Looks at the whole diagram.
    case algorithm(@Sendable (Architecture, inout RuleReport) -> Void)
    /// Is found while names are resolved, or edges and values held against the catalog.
    case catalog
  }

  /// `sqs/missing-dlq`
  package var id: DiagnosticID
  /// What is wrong where it speaks, in one sentence.
  package var summary: String
  package var severity: Severity
  /// How much a diagram must show before the rule is fair.
  package var detail: DetailLevel?
  /// Rules whose findings about an element or an edge make this one keep quiet about it.
  package var yieldsTo: [DiagnosticID]
  package var check: Check
  /// Where it is declared; nil for rules written in Swift.
  package var declaration: Location?
  var read: @Sendable () -> RuleDocumentation

  /// What it says of itself besides. Read when somebody asks, as most diagrams break few rules.
  package var documentation: RuleDocumentation { read() }

  package init(
    _ id: DiagnosticID, _ severity: Severity, _ summary: String, detail: DetailLevel? = nil,
    yieldsTo: [DiagnosticID] = [], declaration: Location? = nil,
    documentation: @escaping @Sendable () -> RuleDocumentation, check: Check
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.detail = detail
    self.yieldsTo = yieldsTo
    self.declaration = declaration
    self.read = documentation
    self.check = check
  }

  /// A rule written in Swift.
  package init(
    _ id: DiagnosticID, _ severity: Severity, _ summary: String, detail: DetailLevel? = nil,
    yieldsTo: [DiagnosticID] = [],
    documentation: @autoclosure @escaping @Sendable () -> RuleDocumentation,
    _ algorithm: @escaping @Sendable (Architecture, inout RuleReport) -> Void
  ) {
    self.init(
      id, severity, summary, detail: detail, yieldsTo: yieldsTo, documentation: documentation,
      check: .algorithm(algorithm))
  }
}

/// What a rule says of itself, for people.
package struct RuleDocumentation: Sendable, Equatable {
  /// Why it matters, in two sentences.
  package var rationale: String
  /// The numbers of the facts it rests on.
  package var facts: [String]
  /// Where the claim can be looked up, where the facts do not say.
  package var source: String
  /// The names of like rules in other tools: `cfn-lint E3505`.
  package var equivalents: [String]
  /// What to do, in words.
  package var advice: String?
  /// Whether `--fix` can mend what it finds.
  package var hasFix: Bool
  /// Programs that break this rule and no other.
  package var bad: [String]
  /// Programs that break none.
  package var good: [String]

  package init(
    rationale: String, facts: [String] = [], source: String = "", equivalents: [String] = [],
    advice: String? = nil, hasFix: Bool = false, bad: [String] = [], good: [String] = []
  ) {
    self.rationale = rationale
    self.facts = facts
    self.source = source
    self.equivalents = equivalents
    self.advice = advice
    self.hasFix = hasFix
    self.bad = bad
    self.good = good
  }

  /// Where the claim can be looked up: the sources of its facts, and its own.
  package func source(in catalog: CatalogSnapshot) -> String {
    let ofFacts = facts.compactMap { catalog.fact($0)?.source }.filter { !$0.isEmpty }
    return (ofFacts + [source]).filter { !$0.isEmpty }.joined(separator: "; ")
  }
}
