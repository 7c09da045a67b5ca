import ArchDiagnostics
import ArchSource
import ArchTestSupport
import Testing

private let rules = [
  RuleDescription(
    "name/unknown", .warning, summary: "A name that nothing declares",
    explanation: "Declare it, or correct the spelling.", docs: "https://example.org/name/unknown")
]

@Test func `JSON holds every finding with its places, notes and fixes`() {
  expectGolden(renderJSON(SharedReports.all, rules: rules), "findings.json")
}

@Test func `JSON of a clean batch is the same object with nothing in it`() {
  let clean = Report(SourceMap([SourceText(name: "a.arch", "")]), [])
  let text = renderJSON([clean])
  #expect(text.contains("\"findings\": []"))
  #expect(text.contains("\"files\": 1"))
}
