import ArchSource
import ArchSyntax

extension Catalog {
  /// A fact that a bundled service states, by its number.
  ///
  /// Only its own lines are read: a diagram with one mistake should not pay for all services.
  package static func bundledFact(_ id: String) -> Fact? {
    let bytes = CatalogIndex.bytes
    guard let start = bytes.firstRange(of: Array("\n  fact \(id) \"".utf8))?.lowerBound else {
      return nil
    }
    let end = bytes[start...].firstRange(of: Array("\n  }\n".utf8))?.upperBound ?? bytes.endIndex
    let text = Array("service x {".utf8) + Array(bytes[start..<end]) + Array("}\n".utf8)
    let source = SourceText(name: "catalog/\(id)", bytes: text)
    for case .service(let syntax) in parse(source, id: .catalog).file.statements {
      return readService(syntax).service?.fact(id)
    }
    return nil
  }
}
