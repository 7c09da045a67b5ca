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
  /// The pictures that elements bring along.
  var drawings: ElementDrawings
  /// How long each check took, where somebody wants to know.
  var timings: RuleTimings
  /// The problems without mending which there is no picture: errors of reading and resolving.
  private var obstacles: Set<ProblemKey>

  /// Reads, parses, resolves and checks one input. Imports are read from the disk, inside the
  /// project.
  ///
  /// - Parameters:
  ///   - isStrict: Whether every warning is an error.
  ///   - settings: What the project of the input means for it; only its root if left out.
  ///   - text: The bytes of the input, where they are not those on the disk.
  ///   - least: The least severity that anybody will see.
  ///   - isTimed: Whether to measure how long each check takes.
  init(
    _ input: Input, limits: Limits, isStrict: Bool = false, settings: ProjectSettings? = nil,
    text: [UInt8]? = nil, least: Severity = .warning, isTimed: Bool = false
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
    model = resolved.model
    drawings = ElementDrawings(of: model, in: program, root: root)
    resolved.diagnostics += drawings.diagnostics
    timings = RuleTimings(isOn: isTimed)
    let diagnostics = lint(
      program, resolved, settings: settings.lintSettings(isStrict: isStrict),
      paths: settings.paths(of: program.sources), least: least, timings: &timings)
    report = Report(program.sources, diagnostics)
    let errors = (program.diagnostics + resolved.diagnostics).filter { $0.severity == .error }
    obstacles = Set(errors.map { ProblemKey($0) })
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
  var hasErrors: Bool { !obstacles.isEmpty || report.diagnostics.worst == .error }

  /// Whether a problem has to be mended before there is a picture, whatever anybody thinks of it.
  func isObstacle(_ problem: Diagnostic) -> Bool { obstacles.contains(ProblemKey(problem)) }
}

/// What tells the problems of one compilation apart.
private struct ProblemKey: Hashable {
  var id: DiagnosticID
  var location: Location
  var message: String

  init(_ problem: Diagnostic) {
    id = problem.id
    location = problem.primary.location
    message = problem.message
  }
}

/// A path as messages show it: below the current folder where it lies there.
func displayPath(_ path: String) -> String {
  let full = (try? canonicalPath(path)) ?? path
  guard let current = try? canonicalPath("."), isPath(full, within: current), full != current
  else { return path }
  return String(full.dropFirst(current == "/" ? 1 : current.count + 1))
}
