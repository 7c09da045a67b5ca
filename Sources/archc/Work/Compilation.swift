import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource

/// A diagram understood: its files, its meaning, and everything there is to say about it.
struct Compilation {
  let diagram: ResolvedDiagram
  var report: Report
  /// How long each check took, where somebody wants to know.
  var timings: RuleTimings
  /// The problems without mending which there is no picture: errors of reading and resolving.
  private var obstacles: Set<ProblemKey>

  /// Checks a diagram.
  ///
  /// - Parameters:
  ///   - isStrict: Whether every warning is an error.
  ///   - least: The least severity that anybody will see.
  ///   - isTimed: Whether to measure how long each check takes.
  init(
    _ diagram: ResolvedDiagram, isStrict: Bool = false, least: Severity = .warning,
    isTimed: Bool = false
  ) {
    self.diagram = diagram
    let (program, settings) = (diagram.program, diagram.settings)
    timings = RuleTimings(isOn: isTimed)
    let diagnostics = lint(
      program, diagram.resolved, settings: settings.lintSettings(isStrict: isStrict),
      paths: settings.paths(of: program.sources), least: least, timings: &timings)
    report = Report(program.sources, diagnostics)
    obstacles = Set(diagram.errors.map { ProblemKey($0) })
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
