import ArchCatalog
import ArchDiagnostics

/// What checks need to explain what they find: the whole catalog, read when the first mistake asks
/// for it. A diagram without mistakes never pays for it.
final class Background {
  let catalog: Catalog
  private(set) lazy var snapshot =
    catalog.ownServices.isEmpty ? .bundled : CatalogSnapshot(catalog)

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The facts of these numbers, which a service cites.
  func facts(_ citations: [String], of service: Service) -> [Fact] {
    citations.compactMap { service.fact($0) ?? snapshot.fact($0) }
  }
}

extension [Fact] {
  /// How much a problem matters that rests on these facts: what nobody has found in a primary
  /// source makes no error.
  var severity: Severity { contains(where: \.isUnverified) ? .warning : .error }
}
