import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import FoundationEssentials
import Testing

/// A whole architecture in `Fixtures/sound` or `Fixtures/faulty`, as people draw them.
struct CorpusFile: Sendable, CustomTestStringConvertible {
  /// `07-data-lake.arch`
  var name: String
  var folder: String

  var testDescription: String { name }

  /// The files of a folder, in order of name.
  static func all(_ folder: String, filePath: String = #filePath) -> [CorpusFile] {
    let parts = filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2)
    let path = parts.joined(separator: "/") + "/Fixtures/\(folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".arch") }.sorted().map {
      CorpusFile(name: $0, folder: path)
    }
  }

  /// The file and what it imports.
  var program: Program {
    let root = ImportedSource(identity: name, source: source(name) ?? SourceText(name: name, ""))
    return loadProgram(root) { (path, _) throws(ImportFailure) in
      guard let source = source(path) else { throw ImportFailure("there is no such file") }
      return ImportedSource(identity: path, source: source)
    }
  }

  var text: String { source(name).map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

  private func source(_ path: String) -> SourceText? {
    FileManager.default.contents(atPath: "\(folder)/\(path)").map {
      SourceText(name: path, bytes: [UInt8]($0))
    }
  }
}
