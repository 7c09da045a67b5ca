import ArchConfiguration
import ArchDiagnostics
import ArchSource

/// Finds the files that the `rules` of a configuration mean, and says at the place which of them
/// mean none.
///
/// A path counts from the folder of the configuration; one with `*`, `?`, `[…]` or `**` stands for
/// all files it matches, in the order of their bytes, hidden folders and links to folders aside.
/// Each file counts once and lies in the project.
func findRuleFiles(
  _ paths: [Configuration.Located<String>], in root: ProjectRoot
) -> (files: [String], problems: [Diagnostic]) {
  var files: [String] = []
  var problems: [Diagnostic] = []
  for path in paths {
    do throws(FileFailure) {
      for file in try ruleFiles(path.value, in: root) where !files.contains(file) {
        files.append(file)
      }
    } catch {
      problems.append(.unusablePath(path, error.reasonWords))
    }
  }
  return (files, problems)
}

private func ruleFiles(
  _ path: String, in root: ProjectRoot
) throws(FileFailure) -> [String] {
  guard path.utf8.contains(where: Array("*?[\\".utf8).contains) else {
    return [try root.resolve(path)]
  }
  let parts = Array(path.utf8).split(separator: UInt8(ascii: "/"))
  guard !isAbsolutePath(path), let pattern = WildcardPattern(parts.joined(separator: [slash]))
  else { throw FileFailure(.read, path, .isAbsolutePath) }
  var search = RuleFileSearch(root: root, pattern: pattern, depth: parts.count)
  if parts.contains(where: { $0.elementsEqual("**".utf8) }) { search.depth = .max }
  try search.walk([])
  if search.files.isEmpty { throw FileFailure(.read, path, .matchesNothing) }
  return search.files
}

private struct RuleFileSearch {
  let root: ProjectRoot
  let pattern: WildcardPattern
  /// How many names a path has at most.
  var depth: Int
  private(set) var files: [String] = []

  init(root: ProjectRoot, pattern: WildcardPattern, depth: Int) {
    self.root = root
    self.pattern = pattern
    self.depth = depth
  }

  mutating func walk(_ names: [String]) throws(FileFailure) {
    let folder = names.reduce(root.path, joinPath)
    // A folder that cannot be read holds no rules for us.
    guard let entries = try? entries(ofFolder: folder) else { return }
    for entry in entries {
      let below = names + [entry.name]
      if entry.kind == .folder {
        if entry.name.utf8.first != UInt8(ascii: "."), below.count < depth { try walk(below) }
      } else if pattern.matches(below.map { Array($0.utf8)[...] }) {
        files.append(try root.resolve(below.joined(separator: "/")))
      }
    }
  }
}

private let slash = UInt8(ascii: "/")
