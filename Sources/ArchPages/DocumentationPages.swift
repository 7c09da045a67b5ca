package import ArchCatalog
import ArchDiagnostics
package import ArchLint

/// The generated pages of the DocC catalogs: their paths below `Sources` and their texts, in order
/// of path.
package func documentationPages(
  of catalog: CatalogSnapshot, _ rules: [Rule]
) -> [(path: String, text: String)] {
  let holders = FactHolders(catalog, rules)
  let services = catalog.services.map { service in
    (
      "\(catalogFolder)/Services/\(service.key).md",
      renderMarkdown(servicePage(service, in: catalog, holders)) + notice
    )
  }
  let facts = ("\(catalogFolder)/Facts.md", renderMarkdown(coveragePage(catalog, rules)) + notice)
  let list = ("\(catalogFolder)/Services.md", servicesPage(catalog) + notice)
  return ([facts, list] + services + rulePages(rules, in: catalog)).sorted { $0.0 < $1.0 }
}

/// A page for each rule, and the table of all.
private func rulePages(
  _ rules: [Rule], in catalog: CatalogSnapshot
) -> [(path: String, text: String)] {
  let pages = rules.map { rule in
    (
      "\(rulesFolder)/Rules/\(rule.id.name.replacing("/", with: "-")).md",
      renderMarkdown(rulePage(rule, in: catalog)) + notice
    )
  }
  return pages + [("\(rulesFolder)/Rules.md", renderMarkdown(rulesPage(rules)) + notice)]
}

private let catalogFolder = "ArchCatalog/ArchCatalog.docc"
private let rulesFolder = "ArchLint/ArchLint.docc"

/// What every generated page ends with.
private let notice =
  "\n<!-- Written from the catalog by `swift run archc-dev pages`; change that instead. -->\n"

/// The page that leads to the pages of all services, by category.
private func servicesPage(_ catalog: CatalogSnapshot) -> String {
  var text = "# Services\n\nEvery service of the catalog, by category.\n\n## Topics\n"
  for category in Vocabulary.categories {
    let members = catalog.services.filter { $0.category == category }
    guard !members.isEmpty else { continue }
    text += "\n### \(category)\n\n"
    for service in members { text += "- <doc:\(service.key)>\n" }
  }
  return text
}
