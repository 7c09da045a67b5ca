import ArchConfiguration
import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import ArchSyntax

/// What the project of a file means for it.
struct ProjectSettings {
  /// The folder that imports may not leave.
  var root: ProjectRoot
  /// What the project's configuration says; nil where it has none.
  var configuration: ProjectConfiguration?

  /// Whether folders are searched without something.
  ///
  /// - Parameter path: A canonical path in the project.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    guard let ignored = configuration?.values.ignored, !ignored.isEmpty else { return false }
    let names = Array(path.utf8).split(separator: UInt8(ascii: "/"))
    let depth = root.path.utf8.split(separator: UInt8(ascii: "/")).count
    let below = Array(names.dropFirst(depth))
    return ignored.contains { $0.matches(below, isFolder: isFolder) }
  }

  /// The files of the project's own rules, which every diagram of it knows.
  func readRuleFiles(limits: Limits) throws(FileFailure) -> [ImportedSource] {
    var files: [ImportedSource] = []
    for path in configuration?.ruleFiles ?? [] {
      let bytes = try readFile(path, limit: limits.parse.bytes)
      let source = SourceText(name: displayPath(path), bytes: bytes)
      files.append(ImportedSource(identity: path, source: source))
    }
    return files
  }

  /// The settings for the checks; `isStrict` is what the command line says.
  func lintSettings(isStrict: Bool) -> LintSettings {
    configuration?.values.lintSettings(isStrict: isStrict) ?? LintSettings(isStrict: isStrict)
  }

  /// The paths of sources from the root of the project, by which a configuration knows them; nil
  /// where nobody asks.
  func paths(of sources: SourceMap) -> [String]? {
    guard let configuration, !configuration.values.paths.isEmpty else { return nil }
    return sources.sources.map { path(from: root.path, to: canonicalPath(ofSource: $0.name)) }
  }
}

/// A configuration that can be used.
struct ProjectConfiguration {
  var values: Configuration
  /// The files of the project's own rules: canonical paths, each once, in the order in which the
  /// configuration names them; what a pattern stands for in the order of bytes.
  var ruleFiles: [String]
  /// The file with the findings that are not to be reported.
  var baseline: String?
}

extension ProjectConfiguration {
  /// What the configuration may speak of: what archc reports, and the rules of the project's own
  /// files. A file that cannot be read is reported when it is needed.
  var problemKinds: ProblemKinds {
    let sources = ruleFiles.compactMap { try? readFile($0, limit: Limits.standard.parse.bytes) }
    let names = sources.flatMap { bytes in
      parse(SourceText(name: "rules", bytes: bytes)).file.statements.compactMap { statement in
        if case .rule(let rule) = statement { rule.name.map { DiagnosticID($0.text) } } else { nil }
      }
    }
    return .builtIn.adding(names)
  }
}

/// The canonical path of a source by the name that messages use; one that is no file, such as
/// `<stdin>`, stands in the current folder.
func canonicalPath(ofSource name: String) -> String {
  if let path = try? canonicalPath(name) { return path }
  return joinPath((try? canonicalPath(".")) ?? "/", name)
}
