import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// Tries rules on an architecture and says what they find.
///
/// A rule that needs more detail than the diagram shows is not tried. A finding about an element or
/// edge is dropped where a rule that this one yields to has spoken of the same.
///
/// - Parameter impossible: The connections, by index, that cannot exist: rules may yield to
///   `connection/impossible` as to any other.
func checkRules(
  _ rules: [Rule], _ architecture: Architecture, _ trees: [SyntaxTree],
  _ background: Background, impossible: [Int] = [], timings: inout RuleTimings
) -> [Diagnostic] {
  let edits = TextPlaces(trees)
  var spoken: [DiagnosticID: SpokenSubjects] = [
    DiagnosticID("connection/impossible"): SpokenSubjects(impossible, architecture.model)
  ]
  var found: [(rule: Rule, findings: [RuleReport.Finding])] = []
  for rule in rules {
    if let detail = rule.detail, !architecture.detailLevels.contains(detail) { continue }
    let findings = timings.measure(rule.id.name) {
      findingsOfRule(rule, architecture, edits)
    }
    guard !findings.isEmpty else { continue }
    found.append((rule, findings))
    spoken[rule.id] = SpokenSubjects(findings)
  }
  return found.flatMap { rule, findings in
    let causes = rule.yieldsTo.compactMap { spoken[$0] }
    let explanation = RuleExplanation(rule, background)
    return findings.filter { finding in !causes.contains { $0.includes(finding) } }
      .map(explanation.diagnostic)
  }
}

private func findingsOfRule(
  _ rule: Rule, _ architecture: Architecture, _ edits: TextPlaces
) -> [RuleReport.Finding] {
  switch rule.check {
  case .catalog: return []
  case .algorithm(let algorithm):
    var report = RuleReport(architecture.model)
    algorithm(architecture, &report)
    return report.findings
  case .pattern(let check):
    let maker = MatchFinding(
      rule: rule, check: check, text: RuleText(check), edits: edits)
    let match = RuleMatch(architecture, maker)
    match.search()
    return match.findings
  }
}

/// What the findings of a rule are about.
private struct SpokenSubjects {
  private var connections: Set<RuleSubject> = []
  private var elements: Set<RuleSubject> = []

  init(_ findings: [RuleReport.Finding]) {
    for finding in findings {
      connections.formUnion(finding.connections)
      elements.formUnion(finding.elements)
    }
  }

  /// Connections, and what they join.
  init(_ indices: [Int], _ model: Model) {
    for index in indices {
      let connection = model.connections[index]
      connections.insert(.connection(index))
      elements.formUnion([.element(connection.source), .element(connection.target)])
    }
  }

  /// Whether a finding is about the same edge, or where one of both is about no edge, an element.
  func includes(_ finding: RuleReport.Finding) -> Bool {
    if !connections.isEmpty, !finding.connections.isEmpty {
      return !connections.isDisjoint(with: finding.connections)
    }
    return !elements.isDisjoint(with: finding.elements)
  }
}

extension RuleReport.Finding {
  fileprivate var connections: [RuleSubject] {
    subjects.filter { if case .connection = $0 { true } else { false } }
  }

  fileprivate var elements: [RuleSubject] {
    subjects.filter { if case .element = $0 { true } else { false } }
  }
}

/// The rule's own words for its findings: why it matters, where that stands, what to do.
private struct RuleExplanation {
  let rule: Rule
  let notes: [String]

  init(_ rule: Rule, _ background: Background) {
    self.rule = rule
    let documentation = rule.documentation
    notes = [documentation.rationale, documentation.reference(background), documentation.advice]
      .compactMap { $0 }.filter { !$0.isEmpty }
  }

  /// A finding with the numbers first, then the words.
  func diagnostic(for finding: RuleReport.Finding) -> Diagnostic {
    Diagnostic(
      rule.id, rule.severity, finding.message, at: finding.location,
      secondary: finding.secondary, notes: finding.evidence + notes, fixes: finding.fixes)
  }
}

extension RuleDocumentation {
  /// Where the claim can be looked up: `[SQS-01: AWS docs, Using Lambda with SQS]`.
  fileprivate func reference(_ background: Background) -> String? {
    let facts = facts.map { id in
      let source = background.fact(id)?.source ?? ""
      return source.isEmpty ? id : "\(id): \(source)"
    }
    let references = facts + (source.isEmpty ? [] : [source])
    return references.isEmpty ? nil : "[\(references.joined(separator: "; "))]"
  }
}
