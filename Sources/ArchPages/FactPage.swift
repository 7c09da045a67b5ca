package import ArchCatalog
package import ArchLint

/// What there is to know about a fact: what it says, where it was found, and what holds diagrams to
/// it. Nil where no service states it.
package func factPage(_ id: String, in catalog: CatalogSnapshot, _ rules: [Rule]) -> Page? {
  guard let service = catalog.services.first(where: { $0.fact(id) != nil }),
    let fact = service.fact(id)
  else { return nil }
  var page = Page(title: fact.id, summary: fact.statement)
  var lines: [Page.Definition] = [.init("stated by", ["\(service.title) (\(service.key))"])]
  if let before = fact.before { lines.append(.init("before", [before])) }
  lines.append(.init("source", [fact.source + (fact.isUnverified ? " (not verified)" : "")]))
  let holders = FactHolders(catalog, rules).words(of: id)
  if !holders.isEmpty { lines.append(.init("held by", holders)) }
  if let note = fact.note { lines.append(.init("note", [note])) }
  page.blocks.append(.definitions(lines))
  return page
}
