package import ArchDiagnostics
package import ArchSource

/// What a project says about the severity of problems, by kind and by file.
package struct LintSettings: Sendable {
  /// What becomes of a kind of problem.
  package enum Setting: Sendable, Hashable {
    case off
    case severity(Severity)
  }

  /// Settings for all files, or for those that patterns match.
  package struct Section: Sendable {
    /// The files in question; nil for all.
    package var patterns: [PathPattern]?
    /// By the name of a kind, `sqs/missing-dlq`, or of a whole family, `sqs/*`. A name beats its
    /// family.
    package var settings: [String: Setting]
    /// Whether warnings for which there is no setting are errors; nil to leave that to others.
    package var isStrict: Bool?

    package init(
      patterns: [PathPattern]? = nil, settings: [String: Setting] = [:], isStrict: Bool? = nil
    ) {
      self.patterns = patterns
      self.settings = settings
      self.isStrict = isStrict
    }
  }

  /// The sections; later ones win over earlier ones.
  package var sections: [Section]
  /// Whether every warning is an error, whatever the sections say: the command line's `--strict`.
  package var isStrict: Bool

  package init(sections: [Section] = [], isStrict: Bool = false) {
    self.sections = sections
    self.isStrict = isStrict
  }

  /// Every kind of problem is what it is.
  package static let standard = LintSettings()

  /// The rules and families that there are settings for.
  var namedRules: Set<String> { Set(sections.flatMap(\.settings.keys)) }

  /// The settings for the problems of one file.
  ///
  /// - Parameter path: The path of the file from the folder that patterns count from.
  package func settings(forFile path: String) -> FileLintSettings {
    let sections = sections.filter { section in
      section.patterns.map { $0.contains { $0.covers(path) } } ?? true
    }
    return FileLintSettings(
      settings: sections.reversed().map(\.settings).filter { !$0.isEmpty },
      raisesOtherWarnings: sections.compactMap(\.isStrict).last ?? false,
      raisesAllWarnings: isStrict)
  }
}

/// What holds for the problems of one file.
package struct FileLintSettings: Sendable {
  /// The settings by name or family; those in front win.
  var settings: [[String: LintSettings.Setting]]
  var raisesOtherWarnings: Bool
  var raisesAllWarnings: Bool

  /// The severity of a problem of a kind here; nil where it is switched off.
  package func severity(of id: DiagnosticID, _ severity: Severity) -> Severity? {
    var severity = severity
    switch setting(of: id.name) {
    case .off: return nil
    case .severity(let chosen): severity = chosen
    case nil: if severity == .warning, raisesOtherWarnings { severity = .error }
    }
    return severity == .warning && raisesAllWarnings ? .error : severity
  }

  /// Whether a kind is switched off here.
  func isOff(_ name: String) -> Bool { setting(of: name) == .off }

  private func setting(of name: String) -> LintSettings.Setting? {
    guard !settings.isEmpty else { return nil }
    let family = name.prefix { $0 != "/" } + "/*"
    for section in settings {
      if let setting = section[name] ?? section[String(family)] { return setting }
    }
    return nil
  }

  /// The problem with the severity it has here; nil where it is switched off.
  ///
  /// - Parameter canBeChanged: False for errors without mending which there is no picture: they
  ///   stay, and say so if somebody tried.
  func applied(to diagnostic: Diagnostic, canBeChanged: Bool) -> Diagnostic? {
    let chosen = severity(of: diagnostic.id, diagnostic.severity)
    if chosen == diagnostic.severity { return diagnostic }
    var diagnostic = diagnostic
    if canBeChanged {
      guard let chosen else { return nil }
      diagnostic.severity = chosen
    } else {
      diagnostic.notes.append(
        "the configuration cannot change this: without mending it there is no picture")
    }
    return diagnostic
  }
}
