import ArchCatalog
import ArchDiagnostics

/// The facts behind messages. Reads the whole catalog when the first one is asked for that the
/// service in question does not state itself.
struct Footnotes {
  private let catalog: Catalog
  private lazy var facts = Dictionary(
    catalog.services.flatMap(\.facts).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The facts of some numbers that a service cites.
  mutating func facts(_ citations: [String], of service: Service) -> [Fact] {
    citations.compactMap { service.fact($0) ?? facts[$0] }
  }
}

extension [Fact] {
  /// How much a problem matters that rests on these facts: what was not verified makes no error.
  var severity: Severity { contains(where: \.isUnverified) ? .warning : .error }
}
