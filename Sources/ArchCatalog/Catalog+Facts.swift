import ArchSource
import ArchSyntax
import CArchCatalog

extension Catalog {
  /// A fact that a bundled service states, by its number.
  ///
  /// Only its own lines are read: a diagram with one mistake should not pay for all services.
  package static func bundledFact(_ id: String) -> Fact? {
    guard let start = place(of: "\n  fact \(id) \"", from: 0) else { return nil }
    let end = place(of: "\n  }\n", from: start).map { $0 + 5 } ?? CatalogIndex.bytes.count
    let lines = CatalogIndex.bytes[start..<end]
    let text = Array("service x {".utf8) + Array(lines) + Array("}\n".utf8)
    let source = SourceText(name: "catalog/\(id)", bytes: text)
    for case .service(let syntax) in parse(source, id: .catalog).file.statements {
      return readService(syntax).service?.fact(id)
    }
    return nil
  }

  /// The first place of some text in the bundle at or behind another.
  private static func place(of text: String, from start: Int) -> Int? {
    let words = Array(text.utf8)
    let place = archc_catalog_find_text(words, words.count, start)
    return place < archc_catalog_size() ? place : nil
  }
}
