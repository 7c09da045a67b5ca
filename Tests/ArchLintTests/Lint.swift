import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource

/// A program of one text.
func program(_ text: String) -> Program {
  let root = ImportedSource(identity: "a.arch", source: SourceText(name: "a.arch", text))
  return loadProgram(root) { (_, _) throws(ImportFailure) in
    throw ImportFailure("there is no such file")
  }
}

/// Everything said about a program of one text.
func lint(_ text: String) -> [Diagnostic] {
  let program = program(text)
  return lint(program, resolve(program))
}

/// The text after a fix.
func applying(_ fix: FixIt, to text: String) -> String? {
  SourceText(name: "a.arch", text).applying(fix.edits).map { String(decoding: $0, as: UTF8.self) }
}

extension Diagnostic {
  /// Whether it refuses an edge.
  var isImpossible: Bool { id.name == "connection/impossible" }

  /// Whether it is of the least severity.
  var isHint: Bool { severity == .hint }
}
