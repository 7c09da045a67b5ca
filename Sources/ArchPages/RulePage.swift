package import ArchCatalog
import ArchDiagnostics
package import ArchLint

/// What there is to know about a rule: what it finds, why that matters, what to do, a program that
/// breaks it and one that does not, and where its claim can be looked up.
package func rulePage(_ rule: Rule, in catalog: CatalogSnapshot) -> Page {
  let documentation = rule.documentation
  var page = Page(title: rule.id.name, summary: rule.summary + ".")
  page.blocks.append(.definitions(identity(of: rule, documentation)))
  if !documentation.rationale.isEmpty {
    page.blocks += [.heading("Why"), .paragraph(documentation.rationale)]
  }
  if let advice = documentation.advice {
    page.blocks += [.heading("What to do"), .paragraph(advice)]
  }
  for program in documentation.bad { page.blocks += [.heading("Found in"), .code(program)] }
  for program in documentation.good { page.blocks += [.heading("Mended"), .code(program)] }
  let sources = sources(documentation, catalog)
  if !sources.isEmpty { page.blocks += [.heading("Sources"), .definitions(sources)] }
  return page
}

private func identity(
  of rule: Rule, _ documentation: RuleDocumentation
) -> [Page.Definition] {
  var lines: [Page.Definition] = [.init("severity", [rule.severity.word])]
  if let detail = rule.detail { lines.append(.init("speaks", [detail.words])) }
  if documentation.hasFix { lines.append(.init("mended by", ["archc check --fix"])) }
  lines.append(.init("allowed by", ["# archc: allow \(rule.id.name) -- the reason"]))
  if !documentation.equivalents.isEmpty {
    lines.append(.init("like", [documentation.equivalents.joined(separator: ", ")]))
  }
  return lines
}

private func sources(
  _ documentation: RuleDocumentation, _ catalog: CatalogSnapshot
) -> [Page.Definition] {
  let facts = documentation.facts.map { id -> Page.Definition in
    guard let fact = catalog.fact(id) else { return .init(id, []) }
    return .init(id, [fact.statement, fact.source].filter { !$0.isEmpty })
  }
  return facts + (documentation.source.isEmpty ? [] : [.init("source", [documentation.source])])
}

extension DetailLevel {
  /// When rules of the level speak, in words.
  fileprivate var words: String {
    switch self {
    case .design:
      "where the diagram uses regions, networks, zones or accounts, names its environment, or "
        + "states attributes of three elements or edges"
    case .network: "where the diagram draws a VPC or a subnet"
    case .zones: "where the diagram draws zones, or says of something whether it spans several"
    case .monitoring: "where the diagram draws an alarm, or is of production"
    case .security:
      "where the diagram draws a firewall, keys, roles, certificates or security groups, or is "
        + "of production"
    case .production: "where the diagram says environment = production"
    }
  }
}

/// Every rule in a table: its name, what it finds, how much that matters, and the facts behind it.
package func rulesPage(_ rules: [Rule]) -> Page {
  var page = Page(
    title: "Rules", summary: "Everything that archc finds unsound, besides edges that do not exist."
  )
  let errors = rules.filter { $0.severity == .error }.count
  let warnings = rules.filter { $0.severity == .warning }.count
  page.blocks.append(
    .paragraph(
      "There are \(rules.count): \(errors) errors, \(warnings) warnings and "
        + "\(rules.count - errors - warnings) hints."))
  page.blocks.append(
    .table(
      header: ["Rule", "Severity", "Finds", "Speaks", "Facts"],
      rows: rules.map { rule in
        [
          rule.id.name, rule.severity.word, rule.summary, rule.detail?.rawValue ?? "always",
          rule.documentation.facts.joined(separator: ", "),
        ]
      }))
  return page
}
