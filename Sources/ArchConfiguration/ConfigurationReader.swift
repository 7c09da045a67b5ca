import ArchCatalog
import ArchDiagnostics
import ArchLint
import ArchSource

/// Makes sense of the tables of a configuration and collects everything that makes none.
struct ConfigurationReader {
  private let document: TOMLDocument
  private(set) var problems: [Diagnostic] = []

  init(_ document: TOMLDocument) { self.document = document }

  private static let keys = [
    "baseline", "fail-on", "ignore", "level", "path", "rules", "severity", "strict",
  ]
  private static let pathKeys = ["match", "severity", "strict"]

  mutating func read() -> Configuration {
    var configuration = Configuration()
    for member in document.root.members {
      switch member.key {
      case "strict": configuration.isStrict = boolean(member)
      case "level": configuration.level = level(member)
      case "fail-on": configuration.failOn = level(member)
      case "ignore": configuration.ignored = patterns(member)
      case "rules": configuration.rules = strings(member)
      case "baseline": configuration.baseline = string(member)
      case "severity": configuration.choices = choices(member)
      case "path": configuration.paths = sections(member)
      default: problems.append(.unknownKey(member, among: Self.keys))
      }
    }
    return configuration
  }

  private mutating func sections(_ member: TOMLTable.Member) -> [Configuration.PathSection] {
    var tables: [Int] = []
    switch member.value.kind {
    case .tables(let indices): tables = indices
    case .array(let values):
      for value in values {
        if case .table(let index) = value.kind {
          tables.append(index)
        } else {
          problems.append(.wrongType(value, of: member, expected: "a list of tables"))
        }
      }
    default:
      problems.append(
        .wrongType(member.value, of: member, expected: "a list of tables, written [[path]]"))
    }
    return tables.map { section(document.tables[$0]) }
  }

  private mutating func section(_ table: TOMLTable) -> Configuration.PathSection {
    var section = Configuration.PathSection()
    for member in table.members {
      switch member.key {
      case "match": section.patterns = patterns(member)
      case "severity": section.choices = choices(member)
      case "strict": section.isStrict = boolean(member)
      default: problems.append(.unknownKey(member, among: Self.pathKeys))
      }
    }
    if !table.members.contains(where: { $0.key == "match" }) {
      problems.append(.sectionWithoutMatch(at: Location(.root, table.place)))
    }
    return section
  }

  private mutating func choices(_ member: TOMLTable.Member) -> [Configuration.Choice] {
    guard case .table(let table) = member.value.kind else {
      problems.append(.wrongType(member.value, of: member, expected: "a table of rules"))
      return []
    }
    var choices: [Configuration.Choice] = []
    for rule in document.tables[table].members {
      let words = ["off"] + Severity.words
      guard let word = string(rule, expected: words.map { "\"\($0)\"" }.alternatives) else {
        continue
      }
      let severity = Severity.allCases.first { $0.word == word.value }
      if severity == nil, word.value != "off" {
        problems.append(.unknownSeverity(word, among: words))
        continue
      }
      choices.append(
        Configuration.Choice(
          name: .init(value: rule.key, location: Location(.root, rule.keyRange)),
          setting: severity.map { .severity($0) } ?? .off))
    }
    return choices
  }

  // MARK: Values

  private mutating func boolean(_ member: TOMLTable.Member) -> Bool? {
    if case .boolean(let value) = member.value.kind { return value }
    problems.append(.wrongType(member.value, of: member, expected: "true or false"))
    return nil
  }

  private mutating func string(
    _ member: TOMLTable.Member, expected: String = "a string"
  ) -> Configuration.Located<String>? {
    string(member.value, of: member, expected: expected)
  }

  private mutating func string(
    _ value: TOMLValue, of member: TOMLTable.Member, expected: String
  ) -> Configuration.Located<String>? {
    if case .string(let text) = value.kind {
      return .init(value: text, location: Location(.root, value.range))
    }
    problems.append(.wrongType(value, of: member, expected: expected))
    return nil
  }

  private mutating func strings(_ member: TOMLTable.Member) -> [Configuration.Located<String>] {
    let expected = "a list of strings"
    guard case .array(let values) = member.value.kind else {
      problems.append(.wrongType(member.value, of: member, expected: expected))
      return []
    }
    var strings: [Configuration.Located<String>] = []
    for value in values {
      if let text = string(value, of: member, expected: expected) { strings.append(text) }
    }
    return strings
  }

  private mutating func level(_ member: TOMLTable.Member) -> Severity? {
    let expected = Severity.words.map { "\"\($0)\"" }.alternatives
    guard let word = string(member, expected: expected) else { return nil }
    if let severity = Severity.allCases.first(where: { $0.word == word.value }) { return severity }
    problems.append(.unknownSeverity(word, among: Severity.words))
    return nil
  }

  private mutating func patterns(_ member: TOMLTable.Member) -> [PathPattern] {
    strings(member).compactMap { text in
      if let fault = faultOfPattern(text.value) {
        problems.append(.badPattern(text, fault))
        return nil
      }
      let pattern = PathPattern(text.value.utf8)
      if pattern == nil { problems.append(.badPattern(text, "a '[' or '\\' has no end")) }
      return pattern
    }
  }
}

/// Why no path below the configuration's folder can match a pattern, in words; nil where one can.
private func faultOfPattern(_ text: String) -> String? {
  let parts = text.split(separator: "/", omittingEmptySubsequences: false)
  if text.allSatisfy({ $0 == "/" }) { return "it is empty" }
  if text.hasPrefix("!") { return "patterns here take nothing back with '!'" }
  if parts.contains("..") { return "it leads out of the folder of the configuration" }
  if parts.contains(".") { return "leave the '.' out: paths count from the configuration's folder" }
  return nil
}

extension Severity {
  /// The words of all severities, least first.
  fileprivate static var words: [String] { allCases.map(\.word) }
}
