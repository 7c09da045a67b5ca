import ArchConfiguration
import ArchDiagnostics
import ArchModel

/// Everything that `check` does with its inputs: mends them and finds what is wrong with them.
struct CheckRun {
  /// Where the findings stand that are not to be reported.
  enum BaselineChoice {
    case file(String)
    /// In the file that the project's configuration names, if it does.
    case configured
    case none
  }

  let projects: Projects
  let limits: Limits
  /// What the command line says, which wins over configurations.
  let isStrict: Bool
  let level: Severity?
  let failOn: Severity?
  let baseline: BaselineChoice
  /// Whether to measure how long each check takes.
  var isTimed = false
  let baselines = Baselines()

  /// Whether the baseline of the command line, if there is one, can be used; if not, that has been
  /// said.
  var canUseBaseline: Bool {
    if case .file(let path) = baseline { baselines.file(path) != nil } else { true }
  }

  /// Mends the inputs, says how much and what could not be mended, and returns those that are
  /// there to be checked. Standard input is left as it is.
  func mended(_ inputs: [Input], _ ending: inout Ending) -> [Input] {
    var rest: [Input] = []
    var findings = 0
    var files = 0
    for input in inputs {
      do throws(FileFailure) {
        guard let circumstances = try circumstances(of: input) else {
          ending = .failure
          continue
        }
        let count = try mend(input, circumstances)
        findings += count
        files += count > 0 ? 1 : 0
        rest.append(input)
      } catch {
        ending = report(failure: error.sentence)
        if error.action != .read { rest.append(input) }
      }
    }
    if findings > 0 {
      _ = reportsError(
        "archc: mended \(findings == 1 ? "1 finding" : "\(findings) findings") in "
          + (files == 1 ? "1 file" : "\(files) files"))
    }
    return rest
  }

  private func mend(_ input: Input, _ circumstances: Circumstances) throws(FileFailure) -> Int {
    guard let path = input.path else { return 0 }
    let fixes = SafeFixes(limits: limits) { (text) throws(FileFailure) in
      var compilation = try compile(input, circumstances, text: text)
      _ = circumstances.baseline?.fresh().hideRecorded(in: &compilation)
      return compilation.report
    }
    return try fixes.mend(path)
  }

  /// Checks the inputs and says which of them cannot be.
  func check(_ inputs: [Input], _ ending: inout Ending) -> CheckOutcome {
    var outcome = CheckOutcome()
    for input in inputs {
      do throws(FileFailure) {
        guard let circumstances = try circumstances(of: input) else {
          ending = .failure
          continue
        }
        var compilation = try compile(input, circumstances)
        let hidden = circumstances.baseline?.hideRecorded(in: &compilation) ?? []
        let values = circumstances.settings.configuration?.values
        let failing = failOn ?? values?.failOn ?? .error
        let shown = level ?? values?.level ?? .warning
        outcome.add(compilation, hidden: hidden, level: shown, failOn: failing)
      } catch {
        ending = max(ending, report(failure: error.sentence))
      }
    }
    return outcome
  }

  private func compile(
    _ input: Input, _ circumstances: Circumstances, text: [UInt8]? = nil
  ) throws(FileFailure) -> Compilation {
    Compilation(
      try ResolvedDiagram(input, limits: limits, settings: circumstances.settings, text: text),
      isStrict: isStrict, least: least(circumstances.settings), isTimed: isTimed)
  }

  /// The least severity that is shown for an input.
  private func least(_ settings: ProjectSettings) -> Severity {
    let values = settings.configuration?.values
    return min(level ?? values?.level ?? .warning, failOn ?? values?.failOn ?? .error)
  }

  /// What holds for an input.
  private struct Circumstances {
    var settings: ProjectSettings
    var baseline: BaselineFile?
  }

  /// What holds for an input; nil where its configuration or its baseline cannot be used, which has
  /// been said then.
  private func circumstances(of input: Input) throws(FileFailure) -> Circumstances? {
    guard let settings = try projects.settings(of: input) else { return nil }
    let path: String? =
      switch baseline {
      case .file(let path): path
      case .configured: settings.configuration?.baseline
      case .none: nil
      }
    guard let path else { return Circumstances(settings: settings) }
    return baselines.file(path).map { Circumstances(settings: settings, baseline: $0) }
  }
}
