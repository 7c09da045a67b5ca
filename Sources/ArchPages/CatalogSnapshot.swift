package import ArchCatalog

/// Every service of a catalog, read once: pages look at all of them.
package struct CatalogSnapshot: Sendable {
  /// In order of key.
  package let services: [Service]

  package init(_ catalog: Catalog) { services = catalog.services }
}
