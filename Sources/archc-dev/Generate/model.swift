import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// The meaning of a diagram in one file, however large.
///
/// - Throws: a `DevFailure` with the first thing that is wrong with it.
func model(of text: String, name: String) throws(DevFailure) -> Model {
  let source = ImportedSource(identity: name, source: SourceText(name: name, text))
  let program = loadProgram(source, limits: .unbounded) { (_, _) throws(ImportFailure) in
    throw ImportFailure("made-up diagrams import nothing")
  }
  let resolved = resolve(program, limits: .unbounded)
  if let problem = (program.diagnostics + resolved.diagnostics).first {
    throw DevFailure("the diagram '\(name)' has a mistake: \(problem.message)")
  }
  return resolved.model
}

extension Limits {
  /// More than any benchmark asks for.
  static let unbounded: Limits = {
    var limits = Limits.standard
    limits.parse.bytes = 1 << 30
    limits.totalBytes = 1 << 30
    limits.elements = 1 << 30
    limits.connections = 1 << 30
    return limits
  }()
}
