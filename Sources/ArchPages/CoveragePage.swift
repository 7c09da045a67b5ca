package import ArchCatalog
package import ArchLint

/// Which statement of the catalog holds each fact: an attribute, a range, an edge or a status;
/// which rules check it; or why no diagram decides it.
package func coveragePage(_ catalog: CatalogSnapshot, _ rules: [Rule]) -> Page {
  var page = Page(
    title: "Facts", summary: "Every fact of the catalog and what holds diagrams to it.")
  let holders = FactHolders(catalog, rules)
  let facts = catalog.services.flatMap { service in service.facts.map { (service.key, $0) } }
    .sorted { ($0.1.id, $0.0) < ($1.1.id, $1.0) }
  page.blocks.append(
    .table(
      header: ["Fact", "Service", "Statement", "Held by"],
      rows: facts.map { service, fact in
        let words = holders.words(of: fact.id) + [fact.note].compactMap { $0 }
        return [fact.id, service, fact.statement, words.joined(separator: "; ")]
      }))
  return page
}
