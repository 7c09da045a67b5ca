import ArchCatalog

/// What checks need to explain what they find: the whole catalog, read when the first mistake asks
/// for it. A diagram without mistakes never pays for it.
final class Background {
  let catalog: Catalog
  private(set) lazy var snapshot = CatalogSnapshot(catalog)

  init(_ catalog: Catalog) { self.catalog = catalog }

  /// The facts of these numbers.
  func facts(_ citations: [String]) -> [Fact] {
    citations.isEmpty ? [] : citations.compactMap(snapshot.fact)
  }

  /// Facts as notes below a message.
  func notes(_ citations: [String]) -> [String] {
    facts(citations).map { "\($0.statement) [\($0.id): \($0.source)]" }
  }

  /// Whether nobody has found a fact in a primary source, so that it makes no error.
  func isUnverified(_ citations: [String]) -> Bool {
    facts(citations).contains(where: \.isUnverified)
  }
}
