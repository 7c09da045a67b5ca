/// Every service of a catalog, read once, for whoever looks at many of them: pages, and what is
/// said about mistakes.
package struct CatalogSnapshot: Sendable {
  /// In order of key.
  package let services: [Service]
  private let facts: [String: Fact]

  /// What is bundled.
  package static let bundled = CatalogSnapshot(Catalog())

  package init(_ catalog: Catalog) {
    services = catalog.services
    facts = Dictionary(
      services.flatMap(\.facts).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A fact by its number, whichever service states it.
  package func fact(_ id: String) -> Fact? { facts[id] }

  /// A service by its key.
  package func service(_ key: String) -> Service? { services.first { $0.key == key } }
}
