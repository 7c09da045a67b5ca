import ArchCatalog
import ArchDiagnostics
import ArchModel
package import ArchSource
import ArchSyntax
import Synchronization

/// The rules there are: the bundled ones, and those of a team's own files.
///
/// A bundled file of rules is read when a diagram has one of the services it is about, and kept.
package enum RuleBook {
  /// Every bundled rule, in order of name.
  package static let bundled: [Rule] = (files.flatMap { rules(in: $0) } + Rule.algorithms)
    .sorted { $0.id.name < $1.id.name }

  /// A bundled rule by name. Of the language's rules only the likely file is read.
  package static func rule(_ name: String) -> Rule? {
    bundled.first { $0.id.name == name }
  }

  /// The bundled rules that may speak of a diagram.
  static func rules(about model: Model) -> [Rule] {
    var words: Set<String> = []
    for service in model.services {
      words.insert(service.key)
      words.formUnion(service.ancestors)
      words.formUnion(service.traits)
    }
    return files.filter { !words.isDisjoint(with: $0.words) }.flatMap { rules(in: $0) }
      + Rule.algorithms
  }

  /// The bundled files of rules, for documentation and tests.
  package static let files: [RuleFile] = RuleFile.bundled()

  private static func rules(in file: RuleFile) -> [Rule] {
    let key = file.name
    if let known = kept.withLock({ $0[key] }) { return known }
    let rules = parse(file.source, id: .catalog).file.statements.compactMap { statement -> Rule? in
      if case .rule(let syntax) = statement { readRule(syntax).rule } else { nil }
    }
    kept.withLock { $0[key] = rules }
    return rules
  }

  private static let kept = Mutex<[String: [Rule]]>([:])
}

/// A bundled file of rules.
package struct RuleFile: Sendable {
  /// `sqs.arch`
  package var name: String
  /// The services and traits of which a diagram must have one.
  package var words: [String]
  package var source: SourceText

  /// The files in the bundle. Each begins with the line `# Where a diagram has: sqs, lambda`.
  static func bundled() -> [RuleFile] {
    Catalog.ruleTexts.map { text in
      let head = String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let words = head.split(separator: ":").last?
        .split { $0 == "," || $0 == " " }.map(String.init) ?? []
      let name = "rules/\(words.first ?? "rules").arch"
      return RuleFile(name: name, words: words, source: SourceText(name: name, bytes: Array(text)))
    }
  }
}
