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
    help: "The least severity to show, where it does not fail anyway: error, warning or hint.")
  var level = Severity.warning

  @Option(help: "The least severity that makes the command fail: error, warning or hint.")
  var failOn = Severity.error

  @Flag(help: "Apply the fixes that are certain, until nothing changes.")
  var fix = false

  mutating func run() throws {
    var (inputs, ending) = Input.find(options.paths)
    // All files are mended before any is checked, as they may import one another.
    if fix { inputs = mended(inputs, &ending) }
    var reports: [Report] = []
    for input in inputs {
      do throws(FileFailure) {
        let compilation = try Compilation(input, limits: options.limits, isStrict: strict)
        reports.append(compilation.report)
      } catch {
        ending = max(ending, report(failure: error.sentence))
      }
    }
    if reports.contains(where: { $0.diagnostics.worst.map { $0 >= failOn } ?? false }) {
      ending = max(ending, .findings)
    }
    // What makes the command fail is shown in any case.
    let text = text(of: reports.map { $0.showing(min(level, failOn)) })
    if !text.isEmpty, !printsText(text) { ending = .failure }
    try ending.end()
  }

  /// Mends the inputs, reports those where that failed, and returns the others.
  private func mended(_ inputs: [Input], _ ending: inout Ending) -> [Input] {
    var mended: [Input] = []
    for input in inputs {
      do throws(FileFailure) {
        try applySafeFixes(to: input, limits: options.limits)
        mended.append(input)
      } catch {
        ending = report(failure: error.sentence)
      }
    }
    return mended
  }

  private func text(of reports: [Report]) -> String {
    switch format {
    case .text:
      let color = options.color.isOn(for: STDOUT_FILENO)
      let problems = reports.withoutRepeats().map { problemsForReading($0, color: color) }
      let summary = reports.isEmpty ? [] : [Summary(reports).sentence]
      return (problems.filter { !$0.isEmpty } + summary).joined(separator: "\n")
    case .json: return renderJSON(reports)
    case .sarif: return renderSARIF(reports, rules: [], version: Version.current)
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
