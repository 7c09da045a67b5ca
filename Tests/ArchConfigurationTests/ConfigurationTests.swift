import ArchDiagnostics
import ArchLint
import ArchSource
import ArchTestSupport
import Testing

@testable import ArchConfiguration

/// A configuration with everything in it.
private let full = """
  # What is checked in this project.
  strict = true
  level = "hint"
  fail-on = 'warning'
  ignore = ["generated/**", "*.draft.arch"]
  rules = [
    "house-rules.arch",  # ours
    "rules/*.arch",
  ]
  baseline = "known.json"

  [severity]
  "name/unknown" = "error"
  "allow/*" = "off"

  [[path]]
  match = ["legacy/**"]
  severity = { "service/deprecated" = "off", "name/unknown" = "hint" }
  strict = false

  [[path]]
  match = ["legacy/new/"]
  [path.severity]
  "service/*" = "warning"

  """

private func read(_ text: String) -> (configuration: Configuration, problems: [Diagnostic]) {
  Configuration.read(SourceText(name: "archc.toml", text))
}

@Test func `All settings are read`() {
  let (configuration, problems) = read(full)
  #expect(problems == [])
  #expect(configuration.isStrict == true)
  #expect(configuration.level == .hint)
  #expect(configuration.failOn == .warning)
  #expect(configuration.ignored.count == 2)
  #expect(configuration.rules.map(\.value) == ["house-rules.arch", "rules/*.arch"])
  #expect(configuration.baseline?.value == "known.json")
  #expect(configuration.choices.map(\.name.value) == ["name/unknown", "allow/*"])
  #expect(configuration.paths.map(\.isStrict) == [false, nil])
  #expect(configuration.problemsWithNames(among: .builtIn) == [])
}

@Test func `Settings for paths win over those for all, and later ones over earlier ones`() {
  let settings = read(full).configuration.lintSettings()
  func severity(_ rule: String, _ usual: Severity, _ path: String) -> Severity? {
    settings.settings(forFile: path).severity(of: DiagnosticID(rule), usual)
  }
  #expect(severity("name/unknown", .warning, "shop.arch") == .error)
  #expect(severity("name/unknown", .warning, "legacy/shop.arch") == .hint)
  #expect(severity("service/deprecated", .warning, "shop.arch") == .error)
  #expect(severity("service/deprecated", .warning, "legacy/shop.arch") == nil)
  #expect(severity("service/deprecated", .error, "legacy/new/shop.arch") == .warning)
  #expect(severity("allow/unused", .warning, "legacy/shop.arch") == nil)
  #expect(severity("attribute/unknown", .warning, "legacy/shop.arch") == .warning)
  #expect(severity("attribute/unknown", .warning, "other/legacy/shop.arch") == .error)
}

@Test(arguments: goldenNames(ending: ".toml"))
func `Each mistake is explained at its place`(name: String) throws {
  let text = String(decoding: try goldenBytes(name), as: UTF8.self)
  let source = SourceText(name: "archc.toml", text)
  var (configuration, problems) = Configuration.read(source)
  if problems.isEmpty { problems = configuration.problemsWithNames(among: .builtIn) }
  configuration = Configuration()
  #expect(!problems.isEmpty)
  expectGolden(
    renderTerminal(problems, in: SourceMap([source])), name.replacing(".toml", with: ".txt"))
}

@Test func `Every prefix of a configuration ends in an answer`() {
  let bytes = Array(full.utf8)
  for end in bytes.indices { expectAnswer(Array(bytes[..<end])) }
}

@Test func `A configuration without any one of its bytes ends in an answer`() {
  let bytes = Array(full.utf8)
  for index in bytes.indices {
    expectAnswer(Array(bytes[..<index]) + bytes[(index + 1)...])
  }
}

@Test func `A configuration with many random mistakes ends in an answer`() {
  var random = SplitMix64(seed: 11)
  for _ in 0..<3000 {
    var bytes = Array(full.utf8)
    for _ in 0..<Int.random(in: 1..<12, using: &random) {
      let place = Int.random(in: 0...max(0, bytes.count - 1), using: &random)
      bytes = mutated(bytes, tokens: [place..<min(place + 6, bytes.count)], using: &random)
      if bytes.isEmpty { break }
    }
    expectAnswer(bytes)
  }
}

/// Reading ends in a configuration or in problems inside the text that can be shown.
private func expectAnswer(_ bytes: [UInt8]) {
  let source = SourceText(name: "archc.toml", bytes: bytes)
  let (configuration, problems) = Configuration.read(source)
  let all = problems + configuration.problemsWithNames(among: .builtIn)
  #expect(
    all.allSatisfy { $0.severity == .error && $0.primary.location.range.upper <= bytes.count })
  #expect(all.isEmpty == renderTerminal(all, in: SourceMap([source])).isEmpty)
}
