import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// A diagram that was read, parsed and resolved: its files and its meaning, before it is checked.
struct ResolvedDiagram {
  let program: Program
  let resolved: ResolvedModel
  /// The pictures that elements bring along.
  let drawings: ElementDrawings
  let settings: ProjectSettings

  /// Reads, parses and resolves one input. Imports are read from the disk, inside the project.
  ///
  /// - Parameters:
  ///   - settings: What the project of the input means for it; only its root if left out.
  ///   - text: The bytes of the input, where they are not those on the disk.
  init(
    _ input: Input, limits: Limits, settings: ProjectSettings? = nil, text: [UInt8]? = nil
  ) throws(FileFailure) {
    let bytes = if let text { text } else { try input.read(limits: limits) }
    let settings =
      if let settings { settings } else { ProjectSettings(root: try Self.projectRoot(of: input)) }
    let root = settings.root
    let identity = (try? canonicalPath(input.path ?? ".")) ?? input.name
    let source = SourceText(name: input.name, bytes: bytes)
    program = loadProgram(
      ImportedSource(
        identity: input.path == nil ? joinPath(identity, "<stdin>") : identity, source: source),
      companions: try settings.readRuleFiles(limits: limits), limits: limits
    ) { (path, importer) throws(ImportFailure) in
      try Self.readImport(path, from: importer, root: root, limits: limits)
    }
    var resolved = resolve(program, limits: limits)
    drawings = ElementDrawings(of: resolved.model, in: program, root: root)
    resolved.diagnostics += drawings.diagnostics
    self.resolved = resolved
    self.settings = settings
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

  var model: Model { resolved.model }

  /// The errors of reading and resolving, without mending which there is no picture.
  var errors: [Diagnostic] {
    (program.diagnostics + resolved.diagnostics).filter { $0.severity == .error }
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
}

/// A path as messages show it: below the current folder where it lies there.
func displayPath(_ path: String) -> String {
  let full = (try? canonicalPath(path)) ?? path
  guard let current = try? canonicalPath("."), isPath(full, within: current), full != current
  else { return path }
  return String(full.dropFirst(current == "/" ? 1 : current.count + 1))
}
