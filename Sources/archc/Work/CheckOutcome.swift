import ArchDiagnostics
import ArchLint
import ArchSource

/// What a check found in its inputs.
struct CheckOutcome {
  /// What was found in one input.
  private struct Part {
    var report: Report
    /// What of it may be recorded in a baseline, and what has to be mended.
    var recordable: [Diagnostic]
    var obstacles: [Diagnostic]
    /// The least severity that fails.
    var failOn: Severity
  }

  private var parts: [Part] = []
  /// How long each check took in all inputs, where that was measured.
  private(set) var timings: [RuleTimings] = []
  /// The findings that a baseline holds back and that would have been shown, for each input.
  private var hidden: [Report] = []

  /// Adds what was found in one input.
  ///
  /// - Parameters:
  ///   - hidden: What a baseline holds back.
  ///   - level: The least severity that is shown.
  mutating func add(
    _ compilation: Compilation, hidden: [Diagnostic], level: Severity, failOn: Severity
  ) {
    // What makes the command fail is shown in any case.
    timings.append(compilation.timings)
    let report = compilation.report.showing(min(level, failOn))
    parts.append(
      Part(
        report: report,
        recordable: report.diagnostics.filter { !compilation.isObstacle($0) },
        obstacles: report.diagnostics.filter(compilation.isObstacle), failOn: failOn))
    self.hidden.append(Report(report.sources, hidden).showing(min(level, failOn)))
  }

  /// What is to be told, one report for each input.
  var shown: [Report] { parts.map(\.report) }

  /// How many findings a baseline keeps from being told.
  var hiddenCount: Int { hidden.withoutRepeats().reduce(0) { $0 + $1.diagnostics.count } }

  /// Whether something was found that makes the command fail.
  var fails: Bool {
    parts.contains { part in part.report.diagnostics.worst.map { $0 >= part.failOn } ?? false }
  }

  /// What a baseline may record, each finding once, with the file it is in.
  var recordable: [(problem: Diagnostic, source: SourceText)] {
    parts.map { Report($0.report.sources, $0.recordable) }.withoutRepeats().flatMap { report in
      report.diagnostics.map { ($0, report.sources[$0.primary.location.source]) }
    }
  }

  /// Leaves only what no baseline may record.
  mutating func removeRecordable() {
    for index in parts.indices {
      parts[index].report.diagnostics = parts[index].obstacles
      parts[index].recordable = []
    }
  }
}
