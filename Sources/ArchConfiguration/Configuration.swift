package import ArchDiagnostics
package import ArchLint
package import ArchSource

/// What a project's `archc.toml` says, with the places of what may turn out to be wrong later.
package struct Configuration: Sendable {
  /// A value and where it stands.
  package struct Located<Value: Sendable>: Sendable {
    package var value: Value
    package var location: Location
  }

  /// What becomes of a kind of problem or of a family of them.
  package struct Choice: Sendable {
    /// `sqs/missing-dlq`, or `sqs/*`.
    package var name: Located<String>
    package var setting: LintSettings.Setting
  }

  /// What holds for the files that patterns match.
  package struct PathSection: Sendable {
    package var patterns: [PathPattern] = []
    package var choices: [Choice] = []
    package var isStrict: Bool?
  }

  /// Whether warnings are errors.
  package var isStrict: Bool?
  /// What is shown, unless the command line says otherwise.
  package var level: Severity?
  /// What makes a check fail, unless the command line says otherwise.
  package var failOn: Severity?
  /// What folders are searched without.
  package var ignored: [PathPattern] = []
  /// Patterns for the files that hold rules of the project.
  package var rules: [Located<String>] = []
  /// The file with the findings that are not to be reported.
  package var baseline: Located<String>?
  /// What holds for all files.
  package var choices: [Choice] = []
  /// What holds for some; later ones win.
  package var paths: [PathSection] = []

  /// A configuration that says nothing.
  package init() {}

  /// Reads the text of a configuration, and says what is wrong with it; the locations of problems
  /// are in `SourceID.root`.
  package static func read(
    _ source: SourceText
  ) -> (configuration: Configuration, problems: [Diagnostic]) {
    do throws(TOMLProblem) {
      var reader = ConfigurationReader(try TOMLDocument(source))
      let configuration = reader.read()
      return (configuration, reader.problems.inReadingOrder())
    } catch {
      return (Configuration(), [error.diagnostic])
    }
  }

  /// The settings for the checks.
  ///
  /// - Parameter isStrict: What the command line says, which wins.
  package func lintSettings(isStrict: Bool = false) -> LintSettings {
    let all = LintSettings.Section(settings: choices.settings, isStrict: self.isStrict)
    let some = paths.map { path in
      LintSettings.Section(
        patterns: path.patterns, settings: path.choices.settings, isStrict: path.isStrict)
    }
    return LintSettings(sections: [all] + some, isStrict: isStrict)
  }
}

extension [Configuration.Choice] {
  /// The choices by name.
  fileprivate var settings: [String: LintSettings.Setting] {
    Dictionary(map { ($0.name.value, $0.setting) }) { $1 }
  }
}
