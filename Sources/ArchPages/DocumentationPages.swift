package import ArchCatalog

/// The generated pages of the DocC catalog: their paths in it and their texts, in order of path.
package func documentationPages(of catalog: CatalogSnapshot) -> [(path: String, text: String)] {
  let services = catalog.services.map { service in
    ("Services/\(service.key).md", renderMarkdown(servicePage(service, in: catalog)) + notice)
  }
  let facts = ("Facts.md", renderMarkdown(coveragePage(catalog)) + notice)
  let list = ("Services.md", servicesPage(catalog) + notice)
  return ([facts, list] + services).sorted { $0.0 < $1.0 }
}

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
