import ArchDiagnostics
import ArchSource
import ArgumentParser
import Glibc

/// How `check` writes what it found.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github, gitlab, junit
}

/// `archc check`: says what is wrong and changes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks diagrams and says what is wrong.")

  @OptionGroup var options: SharedOptions

  @Option(help: "How findings are written: text, json, sarif, github, gitlab or junit.")
  var format = ReportFormat.text

  @Flag(help: "Treat warnings, such as unknown names, as errors.")
  var strict = false

  @Option(
    help: """
      The least severity to show, where it does not fail anyway: error, warning or hint; warning \
      if neither this nor the configuration says so.
      """)
  var level: Severity?

  @Option(
    help: """
      The least severity that makes the command fail: error, warning or hint; error if neither \
      this nor the configuration says so.
      """)
  var failOn: Severity?

  @Flag(help: "Apply the fixes that are certain, until nothing changes.")
  var fix = false

  @Option(
    help: ArgumentHelp("Do not report the findings recorded in this file.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Record the findings in this file and report none.", valueName: "file"))
  var writeBaseline: String?

  @Flag(help: "Say on standard error how long each check took, the slowest first.")
  var timings = false

  mutating func run() throws {
    var run = CheckRun(
      projects: Projects(color: options.color), limits: options.limits, isStrict: strict,
      level: level, failOn: failOn,
      baseline: writeBaseline != nil ? .none : baseline.map { .file($0) } ?? .configured)
    var (inputs, ending) = Input.find(options.paths, in: run.projects)
    run.isTimed = timings
    guard run.canUseBaseline else { throw Ending.failure }
    // All files are mended before any is checked, as they may import one another.
    if fix { inputs = run.mended(inputs, &ending) }
    var outcome = run.check(inputs, &ending)
    if let writeBaseline { record(&outcome, writeBaseline, &ending) }
    if outcome.fails { ending = max(ending, .findings) }
    let text = text(of: outcome)
    if !text.isEmpty, !printsText(text) { ending = .failure }
    run.baselines.reportMissing()
    if timings { _ = reportsError(timingsForReading(outcome.timings)) }
    try ending.end()
  }

  /// Records what was found, but for what has to be mended, and takes it out of the reports. If not
  /// all could be checked nothing is recorded: the rest would be lost.
  private func record(_ outcome: inout CheckOutcome, _ path: String, _ ending: inout Ending) {
    let name = visibleText(path)
    guard ending < .failure else {
      ending = report(failure: "'\(name)' is not written, as not everything could be checked")
      return
    }
    do throws(FileFailure) {
      let count = try BaselineFile.write(outcome.recordable, to: path)
      outcome.removeRecordable()
      _ = reportsError(
        "archc: recorded \(count == 1 ? "1 finding" : "\(count) findings") in '\(name)'")
    } catch {
      ending = report(failure: error.sentence)
    }
  }

  private func text(of outcome: CheckOutcome) -> String {
    let reports = outcome.shown
    switch format {
    case .text:
      let color = options.color.isOn(for: STDOUT_FILENO)
      let problems = reports.withoutRepeats().map { problemsForReading($0, color: color) }
      let recorded = outcome.hiddenCount
      let rest = recorded == 0 ? "" : "; \(recorded) more in the baseline"
      let summary = reports.isEmpty ? [] : [Summary(reports).sentence + rest]
      return (problems.filter { !$0.isEmpty } + summary).joined(separator: "\n")
    case .json: return renderJSON(reports)
    case .sarif: return renderSARIF(reports, rules: describedRules, version: Version.current)
    case .github: return renderGitHub(reports)
    case .gitlab: return renderGitLab(reports)
    case .junit: return renderJUnit(reports)
    }
  }
}

extension Report {
  /// The report without problems below a severity.
  func showing(_ level: Severity) -> Report {
    Report(sources, diagnostics.filter { $0.severity >= level })
  }
}
