import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax
import Synchronization

/// The rules there are: the bundled ones, and those of a team's own files.
///
/// A bundled file of rules is read when a diagram has one of the services it is about, and kept.
package enum RuleBook {
  /// Every bundled rule that is tried on diagrams, in order of name.
  package static let bundled: [Rule] = (files.indices.flatMap { rules(in: $0) } + Rule.algorithms)
    .sorted { $0.id.name < $1.id.name }

  /// Every bundled rule, with those that hold diagrams against the catalog.
  package static let all: [Rule] = (bundled + Rule.ofCatalog).sorted { $0.id.name < $1.id.name }

  /// A rule by name.
  package static func rule(_ name: String) -> Rule? { all.first { $0.id.name == name } }

  /// The bundled rules that may speak of a diagram.
  static func rules(about model: Model) -> [Rule] {
    var words: Set<String> = []
    for service in model.services {
      words.insert(service.key)
      words.formUnion(service.ancestors)
      words.formUnion(service.traits)
    }
    let files = files
    return files.indices.filter { !words.isDisjoint(with: files[$0].words) }
      .flatMap { rules(in: $0) }
      + Rule.algorithms
  }

  /// The bundled files of rules, for documentation and tests.
  package static var files: [RuleFile] { RuleFile.bundled }

  private static func rules(in file: Int) -> [Rule] {
    if let known = kept.withLock({ $0[file] }) { return known }
    let rules = parse(files[file].source, id: .catalog).file.statements.compactMap {
      statement -> Rule? in
      if case .rule(let syntax) = statement { readRule(syntax).rule } else { nil }
    }
    kept.withLock { $0[file] = rules }
    return rules
  }

  private static let kept = Mutex<[Int: [Rule]]>([:])
}
