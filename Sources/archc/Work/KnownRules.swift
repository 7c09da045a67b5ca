import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import ArchSyntax

/// Every rule that holds in the current folder, in order of name: the bundled ones, and those of
/// the files that the project's configuration names. A rule of the project hides a bundled one of
/// its name.
func knownRules() -> [Rule] {
  let own = rulesOfProject()
  guard !own.isEmpty else { return RuleBook.all }
  let names = Set(own.map(\.id))
  return (RuleBook.all.filter { !names.contains($0.id) } + own).sorted { $0.id.name < $1.id.name }
}

private func rulesOfProject() -> [Rule] {
  guard let folder = try? canonicalPath("."),
    let settings = Projects().settings(ofFolder: folder),
    let files = try? settings.readRuleFiles(limits: .standard)
  else { return [] }
  return files.flatMap { file in
    parse(file.source).file.statements.compactMap { statement in
      if case .rule(let syntax) = statement { readRule(syntax).rule } else { nil }
    }
  }
}
