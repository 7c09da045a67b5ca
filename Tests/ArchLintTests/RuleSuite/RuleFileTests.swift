import ArchCatalog
import ArchDiagnostics
import ArchFormat
import ArchLint
import ArchSource
import ArchSyntax
import FoundationEssentials
import Testing

/// A bundled file of rules, called by its name in the records of a run.
private struct RuleFileCase: Sendable, CustomTestStringConvertible {
  let file: RuleFile
  let parsed: ParsedSource

  init(_ file: RuleFile) {
    self.file = file
    parsed = parse(file.source, id: .catalog)
  }

  var testDescription: String { file.name }

  var readings: [RuleReading] {
    parsed.file.statements.compactMap { statement in
      if case .rule(let syntax) = statement { readRule(syntax) } else { nil }
    }
  }

  var rules: [Rule] { readings.compactMap(\.rule) }
}

private let files = RuleBook.files.map(RuleFileCase.init)
private let catalog = Catalog()
private let traits = Set(Vocabulary.traits.map(\.name))

// MARK: Files

@Test func `The catalog embeds every file of rules once, in order`() throws {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4)
    .joined(separator: "/")
  let folder = "\(root)/Sources/CArchCatalog"
  let source = try String(contentsOfFile: "\(folder)/rules.c", encoding: .utf8)
  let embedded = source.matches(of: /#embed\s+"(rules\/[^"]+)"/).map { String($0.output.1) }
  let names = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/rules")
  #expect(embedded == names.filter { $0.hasSuffix(".arch") }.sorted().map { "rules/\($0)" })
  #expect(embedded == files.map(\.file.name), "a file is called like the family of its rules")
  #expect(!embedded.isEmpty)
}

@Test(arguments: files)
private func `A file of rules is without mistakes`(file: RuleFileCase) {
  let problems = file.parsed.diagnostics + file.readings.flatMap(\.problems)
  expectNone(problems.map { "\($0.message) (at \($0.primary.location.range.lower))" })
  let others = file.parsed.file.statements.filter { if case .rule = $0 { false } else { true } }
  #expect(others.isEmpty, "something else than a rule")
  let isFormatted = format(file.parsed) == file.file.source.bytes
  #expect(isFormatted, "'archc fmt' would change it")
}

@Test(arguments: files)
private func `A file of rules begins with the services it is about`(file: RuleFileCase) throws {
  let text = String(decoding: file.file.source.bytes, as: UTF8.self)
  let head = try #require(text.split(separator: "\n").first)
  let form = /# Where a diagram has: [a-z0-9-]+(, [a-z0-9-]+)*/
  #expect(head.wholeMatch(of: form) != nil, "\(head)")
  let unknown = file.file.words.filter { !traits.contains($0) && !catalog.hasService($0) }
  #expect(unknown == [], "neither services nor traits")
}

@Test(arguments: files)
private func `The rules of a file are of one family and in order`(file: RuleFileCase) {
  let names = file.rules.map(\.id.name)
  #expect(Set(names.map { $0.prefix { $0 != "/" } }).count == 1)
  #expect(names == names.sorted())
  #expect(Set(names).count == names.count)
}

// MARK: Rules

@Test(arguments: files)
private func `A rule asks for what the catalog has`(file: RuleFileCase) {
  let lines = LineTable(file.file.source)
  expectNone(
    file.rules.flatMap { rule in
      typeProblems(of: rule, in: catalog).map { problem in
        let line = lines.line(at: Int(problem.primary.location.range.lower))
        return "\(rule.id.name), line \(line): \(problem.message)"
      }
    })
}

/// A file is read only for diagrams that have something of its first line, so that is what its
/// rules must need.
@Test(arguments: files)
private func `A rule speaks only of what the file's first line names`(file: RuleFileCase) {
  expectNone(
    file.rules.compactMap { rule in
      guard case .pattern(let check) = rule.check,
        !RuleNeeds.speaks(check, onlyWith: file.file.words)
      else { return nil }
      return "\(rule.id.name) may speak of diagrams without any of \(file.file.words)"
    })
}
