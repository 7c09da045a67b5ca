import ArchConfiguration
import ArchDiagnostics
import ArchLint
import ArchSource
import Glibc

/// The projects that a run meets. Each configuration is looked for once a folder, read once, and,
/// if it cannot be used, reported once.
final class Projects {
  /// What may be named in the `[severity]` of a configuration, its own rules included.
  private let kinds: (ProjectConfiguration) -> ProblemKinds
  private let color: ColorChoice
  /// The folders with a project, by the folders in and below them.
  private var roots: [String: String?] = [:]
  /// By root; nil where the configuration cannot be used.
  private var settings: [String: ProjectSettings?] = [:]
  /// Whether some configuration cannot be used.
  private(set) var hasFailures = false

  init(
    color: ColorChoice = .auto,
    kinds: @escaping (ProjectConfiguration) -> ProblemKinds = { $0.problemKinds }
  ) {
    self.color = color
    self.kinds = kinds
  }

  /// The settings for a file, or for what comes from standard input in the current folder; nil
  /// where the configuration cannot be used, which has been said then.
  func settings(of input: Input) throws(FileFailure) -> ProjectSettings? {
    do throws(SystemError) {
      guard let path = input.path else { return settings(ofFolder: try canonicalPath(".")) }
      return settings(ofFolder: folderPath(of: try canonicalPath(path)))
    } catch {
      throw FileFailure(.read, input.name, .system(error.code))
    }
  }

  /// The settings for what is in a folder.
  ///
  /// - Parameter folder: A canonical path.
  func settings(ofFolder folder: String) -> ProjectSettings? {
    let root = marked(folder) ?? folder
    if let known = settings[root] { return known }
    let found = read(ProjectRoot(path: root))
    settings[root] = .some(found)
    if found == nil { hasFailures = true }
    return found
  }

  /// The nearest folder at or above one that holds a project.
  private func marked(_ folder: String) -> String? {
    if let known = roots[folder] { return known }
    let root =
      ProjectRoot.isMarked(folder)
      ? folder : folder == "/" ? nil : marked(folderPath(of: folder))
    roots[folder] = .some(root)
    return root
  }

  // MARK: Reading

  private func read(_ root: ProjectRoot) -> ProjectSettings? {
    let paths = ProjectRoot.configurationNames.map { joinPath(root.path, $0) }
      .filter { (try? status(of: $0, followingLinks: false)) != nil }
    guard let path = paths.first else { return ProjectSettings(root: root) }
    if paths.count > 1 {
      report(
        failure:
          "'\(visibleText(displayPath(path)))' and '.archc.toml' stand side by side; keep one")
      return nil
    }
    do throws(FileFailure) {
      let bytes = try readFile(path, limit: Self.sizeLimit)
      let source = SourceText(name: displayPath(path), bytes: bytes)
      return configuration(source, root).map { ProjectSettings(root: root, configuration: $0) }
    } catch {
      report(failure: FileFailure(.read, displayPath(path), error.reason).sentence)
      return nil
    }
  }

  /// More than anybody writes by hand.
  private static let sizeLimit = 1 << 20

  /// Understands a configuration; nil, and a report, where something is wrong with it.
  private func configuration(_ source: SourceText, _ root: ProjectRoot) -> ProjectConfiguration? {
    var (values, problems) = Configuration.read(source)
    var configuration = ProjectConfiguration(values: values, ruleFiles: [])
    if problems.isEmpty {
      let rules = findRuleFiles(values.rules, in: root)
      configuration.ruleFiles = rules.files
      problems += rules.problems
      do throws(FileFailure) {
        configuration.baseline = try values.baseline.map { (path) throws(FileFailure) in
          try root.resolveOutput(path.value)
        }
      } catch {
        if let path = values.baseline { problems.append(.unusablePath(path, error.reasonWords)) }
      }
    }
    if problems.isEmpty, values.namesRules {
      problems = values.problemsWithNames(among: kinds(configuration))
    }
    if problems.isEmpty { return configuration }
    let isColored = color.isOn(for: STDERR_FILENO)
    _ = reportsError(renderTerminal(problems, in: SourceMap([source]), color: isColored))
    return nil
  }
}
