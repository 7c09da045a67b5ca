package import ArchCatalog

/// Which statement of the catalog holds each fact: an attribute, a range, an edge or a status; else
/// the rule that checks it, or why no diagram decides it.
package func coveragePage(_ catalog: CatalogSnapshot) -> Page {
  var page = Page(
    title: "Facts", summary: "Every fact of the catalog and what holds diagrams to it.")
  let holders = factHolders(in: catalog)
  let facts = catalog.services.flatMap { service in service.facts.map { (service.key, $0) } }
    .sorted { ($0.1.id, $0.0) < ($1.1.id, $1.0) }
  page.blocks.append(
    .table(
      header: ["Fact", "Service", "Statement", "Held by"],
      rows: facts.map { service, fact in
        var words = holders[fact.id] ?? []
        if let rule = fact.rule { words.append("rule \(rule)") }
        if let note = fact.note { words.append(note) }
        return [fact.id, service, fact.statement, words.joined(separator: "; ")]
      }))
  return page
}

/// The statements that cite each fact, in words and in the order of the catalog.
package func factHolders(in catalog: CatalogSnapshot) -> [String: [String]] {
  var holders: [String: [String]] = [:]
  func note(_ citations: [String], _ words: String) {
    for id in citations where holders[id]?.contains(words) != true {
      holders[id, default: []].append(words)
    }
  }
  for service in catalog.services {
    let key = service.key
    for attribute in service.attributes {
      note(attribute.citations, "attribute \(key).\(attribute.name)")
    }
    for limit in service.limits { note(limit.citations, "limit \(key).\(limit.attribute)") }
    for clause in service.connections {
      note(clause.citations, clause.side == .sendsTo ? "edges from \(key)" : "edges to \(key)")
    }
    note(service.closedCitations, "edges from \(key)")
    note(service.closedToOthersCitations, "edges to \(key)")
    note(service.lifecycle.citations, "status of \(key)")
  }
  return holders
}
