package import ArchCatalog
import ArchDiagnostics
import ArchLint

/// What there is to know about a service: what it is, what diagrams may say of it, what may reach
/// it and what it may reach, what is known about it and where that was looked up.
///
/// - Parameter holders: Which rules check its facts, and which are about it.
package func servicePage(
  _ service: Service, in catalog: CatalogSnapshot, _ holders: FactHolders
) -> Page {
  var page = Page(title: service.title, summary: service.summary)
  page.blocks.append(.definitions(identity(of: service, in: catalog)))
  append("Attributes", attributes(of: service), to: &page)
  let connections = ServiceConnections(of: service, in: catalog)
  append("Reaches", connections.reaches, to: &page)
  append("Is reached by", connections.isReachedBy, to: &page)
  append("Rules", rules(about: service, holders), to: &page)
  append("Known", facts(of: catalog.service(service.key) ?? service, holders), to: &page)
  append("Sources", sources(of: service), to: &page)
  return page
}

private func append(_ heading: String, _ definitions: [Page.Definition], to page: inout Page) {
  guard !definitions.isEmpty else { return }
  page.blocks += [.heading(heading), .definitions(definitions)]
}

// MARK: What it is

private func identity(of service: Service, in catalog: CatalogSnapshot) -> [Page.Definition] {
  var lines: [Page.Definition] = [.init("name", [service.key])]
  func add(_ term: String, _ words: [String]) {
    if !words.isEmpty { lines.append(.init(term, [words.joined(separator: ", ")])) }
  }
  add("also", service.aliases)
  for variant in service.variants {
    lines.append(.init(variant.name, ["with \(variant.attribute) = \(variant.value.spelling)"]))
  }
  add("category", [service.category])
  add("traits", service.traits)
  add("stands in", service.standsIn ?? [])
  for places in service.standsInWhere {
    let condition = places.condition.words { _, name in name }
    lines.append(.init("stands in", ["\(places.names.joined(separator: ", ")) where \(condition)"]))
  }
  add("contains", contents(of: service, in: catalog))
  if let status = statusWords(service.lifecycle) { lines.append(.init("status", [status])) }
  return lines
}

/// What may stand in a service: what it says itself, and what says so of itself.
private func contents(of service: Service, in catalog: CatalogSnapshot) -> [String] {
  let others = catalog.services.filter { other in
    let places = (other.standsIn ?? []) + other.standsInWhere.flatMap(\.names)
    return places.contains { service.rank(of: $0) != nil }
  }
  return Array(Set(service.contains + others.map(\.key))).sorted()
}

private func statusWords(_ lifecycle: Lifecycle) -> String? {
  let words: String
  switch lifecycle.status {
  case .active: return nil
  case .maintenance: words = "closed to new customers or kept as it is"
  case .sunset: words = "its end is announced"
  case .ended: words = "ended"
  }
  let others = lifecycle.exceptions.joined(separator: ", ")
  let exceptions = others.isEmpty ? "" : ", except \(others)"
  let since = lifecycle.since.map { ", since \($0)" } ?? ""
  let ends = lifecycle.ends.map { ", support ends \($0)" } ?? ""
  let successors =
    lifecycle.successors.isEmpty
    ? "" : "; use \(lifecycle.successors.joined(separator: " or ")) instead"
  return words + exceptions + since + ends + successors
}

// MARK: Attributes

private func attributes(of service: Service) -> [Page.Definition] {
  service.attributes.map { attribute in
    var lines = [typeWords(attribute)]
    for limit in service.limits where limit.attribute == attribute.name {
      lines.append(limitWords(limit))
    }
    if !attribute.summary.isEmpty { lines.append(cited(attribute.summary, attribute.citations)) }
    return .init(attribute.name, lines)
  }
}

private func typeWords(_ attribute: AttributeDeclaration) -> String {
  var words = attribute.type.spelling
  if let bounds = attribute.bounds { words += " \(bounds.text)" }
  if let text = attribute.defaultText { words += ", \(text) by default" }
  if let condition = attribute.condition { words += ", only where \(conditionWords(condition))" }
  return words
}

private func limitWords(_ limit: Limit) -> String {
  var words = limit.bounds.text
  if let text = limit.defaultText { words += ", \(text) by default" }
  if let condition = limit.condition { words += " where \(conditionWords(condition))" }
  return cited(words, limit.citations)
}

private func conditionWords(_ condition: Condition) -> String {
  condition.words { _, name in name }
}

// MARK: Rules and facts

private func rules(about service: Service, _ holders: FactHolders) -> [Page.Definition] {
  holders.rules(about: service.key).map {
    .init($0.id.name, ["\($0.summary) (\($0.severity.word))"])
  }
}

private func facts(of service: Service, _ holders: FactHolders) -> [Page.Definition] {
  service.facts.map { fact in
    var lines = [fact.statement]
    if let before = fact.before { lines.append("Before: \(before)") }
    let rules = holders.rules(of: fact.id)
    if !rules.isEmpty { lines.append("Checked by \(rules.joined(separator: ", "))") }
    if let note = fact.note { lines.append(note) }
    if !fact.source.isEmpty || fact.isUnverified {
      let source = fact.source.isEmpty ? "none named" : fact.source
      lines.append("Source: \(source)" + (fact.isUnverified ? " (not verified)" : ""))
    }
    return .init(fact.id, lines)
  }
}

private func sources(of service: Service) -> [Page.Definition] {
  var lines: [Page.Definition] = []
  if let link = service.link { lines.append(.init("documentation", [link])) }
  if !service.source.isEmpty { lines.append(.init("looked up in", [service.source])) }
  return lines
}

/// A sentence and the facts behind it: `How long … [SQS-07]`.
func cited(_ text: String, _ citations: [String]) -> String {
  citations.isEmpty ? text : "\(text) [\(citations.joined(separator: ", "))]"
}
