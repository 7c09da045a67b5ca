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
    citations.compactMap { service.fact($0) ?? fact($0) }
  }

  /// A fact by its number, whichever service states it.
  func fact(_ id: String) -> Fact? {
    if let known = known[id] { return known }
    let own = catalog.ownServices.lazy.compactMap { $0.fact(id) }.first
    let fact = own ?? Catalog.bundledFact(id)
    known[id] = fact
    return fact
  }

  private var known: [String: Fact] = [:]
}

extension [Fact] {
  /// How much a problem matters that rests on these facts: what nobody has found in a primary
  /// source makes no error.
  var severity: Severity { contains(where: \.isUnverified) ? .warning : .error }
}
