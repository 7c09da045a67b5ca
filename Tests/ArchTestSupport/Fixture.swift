package import ArchDiagnostics
package import ArchSource
import FoundationEssentials
package import Testing

/// A program beside a test that states in comments what is wrong with it:
/// `Fixtures/<topic>.arch`, or `Fixtures/<topic>/main.arch` with the files it imports.
package struct Fixture: Sendable, CustomTestStringConvertible {
  package var name: String
  /// The folder of the program's files.
  package var folder: String
  /// The file to begin with.
  package var file: String

  package var testDescription: String { name }

  /// The fixtures beside a test, sorted by name.
  package static func all(filePath: String = #filePath) -> [Fixture] {
    let folder =
      filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/Fixtures"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      if name.hasSuffix(".arch") {
        return Fixture(name: String(name.dropLast(5)), folder: folder, file: name)
      }
      let own = "\(folder)/\(name)"
      guard FileManager.default.fileExists(atPath: "\(own)/main.arch") else { return nil }
      return Fixture(name: name, folder: own, file: "main.arch")
    }
  }

  /// The bytes of one of its files, named from its folder; nil where there is none.
  package func bytes(_ file: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(folder)/\(file)").map { [UInt8]($0) }
  }

  /// Compares what was found in its files, which are called as they are in its folder, with what
  /// their comments say. `UPDATE_GOLDEN=1` writes the comments anew.
  package func expect(
    _ diagnostics: [Diagnostic], in sources: SourceMap,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (index, source) in sources.sources.enumerated() {
      let text = annotated(source, SourceID(index), with: diagnostics)
      expectFile(text, "\(folder)/\(source.name)", sourceLocation: sourceLocation)
    }
  }

  /// Compares a text with the golden file `<topic>.<suffix>` beside the program.
  package func expect(
    _ text: String, golden suffix: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let path = "\(folder)/\(file.dropLast(5)).\(suffix)"
    expectFile(text, path, sourceLocation: sourceLocation)
  }
}
