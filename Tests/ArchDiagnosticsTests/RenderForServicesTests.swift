import ArchSource
import ArchTestSupport
import Testing

@testable import ArchDiagnostics

private let rules = [
  RuleDescription(
    "name/unknown", .warning, summary: "A name that nothing declares",
    explanation: String(repeating: "Declare it. ", count: 200),
    docs: "https://example.org/name/unknown"),
  RuleDescription("not/used", .error, summary: "Never found"),
]

@Test func `SARIF holds rules, places, related places and fixes`() {
  expectGolden(renderSARIF(SharedReports.all, rules: rules, version: "1.2.3"), "findings.sarif")
}

@Test func `GitHub gets one command a line and no text of a file can start another`() {
  let text = renderGitHub(SharedReports.all)
  expectGolden(text, "github.txt")
  let lines = text.split(separator: "\n")
  #expect(lines.count == SharedReports.all.reduce(0) { $0 + $1.diagnostics.count })
  #expect(lines.allSatisfy { $0.hasPrefix("::") && !$0.contains("\r") })
}

@Test func `GitLab gets one issue for each finding`() {
  expectGolden(renderGitLab(SharedReports.all), "gitlab.json")
}

@Test func `JUnit has a failed case for each finding and a passed one for a clean file`() {
  let clean = Report(SourceMap([SourceText(name: "clean & \"tidy\".arch", "")]), [])
  expectGolden(renderJUnit(SharedReports.all + [clean]), "junit.xml")
}

@Test func `A fingerprint stays when lines move and differs between equal findings`() {
  func fingerprints(_ text: String) -> [String] {
    let places = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "x") }
    let problems = places.map { place in
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: place)
      return Diagnostic("a/b", .error, "no", at: Location(.root, ByteRange(offset, offset + 1)))
    }
    let report = Report(SourceMap([SourceText(name: "a.arch", text)]), problems)
    var maker = FingerprintMaker()
    return Finding.all(in: [report]).map { maker.fingerprint(of: $0) }
  }
  #expect(fingerprints("x\nx") == fingerprints("# more\n\nx  x"))
  #expect(Set(fingerprints("x x x")).count == 3)
}

@Test(arguments: [
  ("", "6c62272e07bb014262b821756295c58d"), ("a", "d228cb696f1a8caf78912b704e4a8964"),
])
func `The hash is FNV-1a of 128 bits`(text: String, digits: String) {
  #expect(String(fnv1a(text), radix: 16) == digits)
}

@Test(arguments: [
  ("a/b c.arch", "a/b%20c.arch"), ("é%#?.arch", "%C3%A9%25%23%3F.arch"), ("a:b", "a%3Ab"),
  ("/x/y", "file:///x/y"), ("\u{1}", "%01"),
])
func `A path becomes a URI reference`(path: String, uri: String) {
  #expect(uriReference(path) == uri)
}
