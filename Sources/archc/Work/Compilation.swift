import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import ArchSyntax

/// A diagram understood: its files, its meaning, and everything there is to say about it.
struct Compilation {
  var program: Program
  var model: Model
  var report: Report

  /// Reads, parses, resolves and checks one input. Imports are read from the disk, inside the
  /// project.
  init(_ input: Input, limits: Limits, isStrict: Bool = false) throws(FileFailure) {
    let bytes = try input.read(limits: limits)
    let root = try Self.projectRoot(of: input)
    let identity = (try? canonicalPath(input.path ?? ".")) ?? input.name
    let source = SourceText(name: input.name, bytes: bytes)
    program = loadProgram(
      ImportedSource(
        identity: input.path == nil ? joinPath(identity, "<stdin>") : identity, source: source),
      limits: limits
    ) { (path, importer) throws(ImportFailure) in
      try Self.readImport(path, from: importer, root: root, limits: limits)
    }
    let resolved = resolve(program, limits: limits)
    model = resolved.model
    var diagnostics = lint(program, resolved)
    if isStrict { diagnostics = diagnostics.map(\.strict) }
    report = Report(program.sources, diagnostics)
  }

  private static func projectRoot(of input: Input) throws(FileFailure) -> ProjectRoot {
    guard let path = input.path else { return try ProjectRoot(ofFolder: ".") }
    return try ProjectRoot(ofFile: path)
  }

  private static func readImport(
    _ path: String, from importer: String, root: ProjectRoot, limits: Limits
  ) throws(ImportFailure) -> ImportedSource {
    do throws(FileFailure) {
      let canonical = try root.resolveImport(path, from: importer)
      let bytes = try readFile(canonical, limit: limits.parse.bytes)
      let name = joinPath(folderPath(of: importer), path)
      return ImportedSource(
        identity: canonical, source: SourceText(name: displayPath(name), bytes: bytes))
    } catch {
      throw ImportFailure(error.reasonWords)
    }
  }

  /// Whether the root file only declares services and rules for others to import.
  var isLibrary: Bool {
    guard model.elements.isEmpty, let root = program.files.first else { return false }
    return root.parsed.file.statements.contains { statement in
      switch statement {
      case .attributes, .service, .rule: true
      default: false
      }
    }
  }

  /// Whether there is something that stops the picture.
  var hasErrors: Bool { report.diagnostics.worst == .error }
}

/// A path as messages show it: below the current folder where it lies there.
func displayPath(_ path: String) -> String {
  guard let current = try? canonicalPath("."), let full = try? canonicalPath(path),
    isPath(full, within: current), full != current
  else { return path }
  return String(full.dropFirst(current == "/" ? 1 : current.count + 1))
}

extension Diagnostic {
  /// The problem as `--strict` sees it: a warning fails like an error.
  fileprivate var strict: Diagnostic {
    guard severity == .warning else { return self }
    var diagnostic = self
    diagnostic.severity = .error
    return diagnostic
  }
}
