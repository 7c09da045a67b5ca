import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource

/// A program as text: the file to begin with, and the file `part.arch` beside it, if there is one.
struct ProgramText: Sendable, CustomStringConvertible {
  var root: String
  var part: String?

  /// The files read and parsed.
  var program: Program {
    let part = part
    return loadProgram(ImportedSource("example.arch", root)) { (path, _) throws(ImportFailure) in
      guard let part, path == "part.arch" else { throw ImportFailure("there is no such file") }
      return ImportedSource(path, part)
    }
  }

  /// Everything said about it.
  var findings: [Diagnostic] {
    let program = program
    return lint(program, resolve(program))
  }

  var description: String { part.map { "\(root)--- part.arch\n\($0)" } ?? root }
}

extension ImportedSource {
  init(_ name: String, _ text: String) {
    self.init(identity: name, source: SourceText(name: name, text))
  }
}
