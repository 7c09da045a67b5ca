import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import Synchronization

/// The rules there are: the bundled ones, and those of a team's own files.
///
/// A bundled rule is read when a diagram has the services it is about, and kept.
package enum RuleBook {
  /// Every bundled rule that is tried on diagrams, in order of name.
  package static let bundled: [Rule] =
    (RuleFile.bundled.indices.flatMap { file in
      rules(in: file).indices.compactMap { rule(at: $0, in: file) }
    } + Rule.algorithms)
    .sorted { $0.id.name < $1.id.name }

  /// Every bundled rule, with those that hold diagrams against the catalog.
  package static let all: [Rule] = (bundled + Rule.ofCatalog).sorted { $0.id.name < $1.id.name }

  /// A rule by name.
  package static func rule(_ name: String) -> Rule? { all.first { $0.id.name == name } }

  /// The bundled files of rules, for documentation and tests.
  package static var files: [RuleFile] { RuleFile.bundled }

  /// The bundled rules that may have something to say.
  static func rules(for request: RuleRequest) -> [Rule] {
    let files = RuleFile.bundled
    var found: [Rule] = []
    for file in files.indices where !request.words.isDisjoint(with: files[file].words) {
      for (index, entry) in rules(in: file).enumerated() where request.wants(entry) {
        if let rule = rule(at: index, in: file) { found.append(rule) }
      }
    }
    return found + Rule.algorithms.filter { request.wants($0.id, $0.severity) }
  }

  // MARK: What has been read

  private static func rules(in file: Int) -> [BundledRule] {
    if let known = entries.withLock({ $0[file] }) { return known }
    let rules = RuleFile.bundled[file].rules
    entries.withLock { $0[file] = rules }
    return rules
  }

  private static func rule(at index: Int, in file: Int) -> Rule? {
    let place = file << 16 | index
    if let known = kept.withLock({ $0[place] }) { return known }
    guard let rule = rules(in: file)[index].read() else { return nil }
    kept.withLock { $0[place] = rule }
    return rule
  }

  private static let entries = Mutex<[Int: [BundledRule]]>([:])
  private static let kept = Mutex<[Int: Rule]>([:])
}

/// What somebody wants to know of a diagram, and what the diagram has.
struct RuleRequest {
  /// The keys of its services, what they add to, and their traits.
  let words: Set<String>
  let levels: Set<DetailLevel>
  /// The least severity that anybody will see.
  let least: Severity
  /// Names of rules and families, `sns/*`, that are wanted whatever their severity: somebody speaks
  /// of them.
  let named: Set<String>

  init(_ architecture: Architecture, least: Severity, named: Set<String>) {
    var words: Set<String> = []
    for service in architecture.model.services {
      words.insert(service.key)
      words.formUnion(service.ancestors)
      words.formUnion(service.traits)
    }
    self.words = words
    levels = architecture.detailLevels
    self.least = least
    self.named = named
  }

  func wants(_ id: DiagnosticID, _ severity: Severity) -> Bool {
    severity >= least || named.contains(id.name) || named.contains(id.family + "/*")
  }

  func wants(_ rule: BundledRule) -> Bool {
    if let detail = rule.detail, !levels.contains(detail) { return false }
    guard wants(DiagnosticID(rule.name), rule.severity) else { return false }
    guard let operands = rule.operands else { return true }
    return operands.allSatisfy { operand in
      operand.contains { $0 == Vocabulary.anything || words.contains($0) }
    }
  }
}
