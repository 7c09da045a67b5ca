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
  let baselines = Baselines()

  /// Whether the baseline of the command line, if there is one, can be used; if not, that has been
  /// said.
  var canUseBaseline: Bool {
    if case .file(let path) = baseline { baselines.file(path) != nil } else { true }
  }

  /// Mends the inputs, says how much and what could not be mended, and returns those that are
  /// there to be checked.
  func mended(_ inputs: [Input], _ ending: inout Ending) -> [Input] {
    var rest: [Input] = []
    var findings = 0
    var files = 0
    for input in inputs {
      do throws(FileFailure) {
        if let circumstances = try circumstances(of: input) {
          let fixes = SafeFixes(
            limits: limits, isStrict: isStrict, settings: circumstances.settings,
            baseline: circumstances.baseline)
          let count = try fixes.mend(input)
          findings += count
          files += count > 0 ? 1 : 0
          rest.append(input)
        } else {
          ending = .failure
        }
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

  /// Checks the inputs and says which of them cannot be.
  func check(_ inputs: [Input], _ ending: inout Ending) -> CheckOutcome {
    var outcome = CheckOutcome()
    for input in inputs {
      do throws(FileFailure) {
        guard let circumstances = try circumstances(of: input) else {
          ending = .failure
          continue
        }
        let settings = circumstances.settings
        var compilation = try Compilation(
          input, limits: limits, isStrict: isStrict, settings: settings)
        let hidden = circumstances.baseline?.hideRecorded(in: &compilation) ?? []
        let failing = failOn ?? settings.configuration?.values.failOn ?? .error
        let shown = level ?? settings.configuration?.values.level ?? .warning
        outcome.add(compilation, hidden: hidden, level: shown, failOn: failing)
      } catch {
        ending = max(ending, report(failure: error.sentence))
      }
    }
    return outcome
  }

  /// What holds for an input; nil where its configuration or its baseline cannot be used, which has
  /// been said then.
  private func circumstances(
    of input: Input
  ) throws(FileFailure) -> (settings: ProjectSettings, baseline: BaselineFile?)? {
    guard let settings = try projects.settings(of: input) else { return nil }
    let path: String? =
      switch baseline {
      case .file(let path): path
      case .configured: settings.configuration?.baseline
      case .none: nil
      }
    guard let path else { return (settings, nil) }
    return baselines.file(path).map { (settings, $0) }
  }
}
