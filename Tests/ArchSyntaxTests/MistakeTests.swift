import ArchDiagnostics
import ArchSource
import ArchSyntax
import ArchTestSupport
import FoundationEssentials
import Testing

/// A mistake, marked `⟦so⟧` in its text, and what is said about it.
struct Mistake: CustomTestStringConvertible, Sendable {
  var text: String
  var id: String
  var message: String
  /// The text after the first fix; nil where there is none.
  var fixed: String?

  init(_ text: String, _ id: String, _ message: String, fixed: String? = nil) {
    self.text = text
    self.id = id
    self.message = message
    self.fixed = fixed
  }

  var testDescription: String { text }
}

@Test(arguments: mistakes)
func `A mistake is reported once, at its place, and its fix removes it`(mistake: Mistake) throws {
  let source = SourceText(name: "a.arch", mistake.text.replacing(/[⟦⟧]/, with: ""))
  let found = parse(source).diagnostics
  let marked = found.map { mark($0.primary.location.range, in: source) }
  #expect(found.map(\.message) == [mistake.message])
  #expect(found.map(\.id.name) == [mistake.id])
  #expect(marked == [mistake.text])
  let fixed = try found.first?.fixes.first.map { try #require(source.applying($0.edits)) }
  #expect(fixed.map { String(decoding: $0, as: UTF8.self) } == mistake.fixed)
  if let fixed { #expect(parse(SourceText(name: "a.arch", bytes: fixed)).diagnostics.isEmpty) }
}

@Test func `Every kind of problem is among the mistakes shown`() {
  let folder = #filePath.replacing(
    "Tests/ArchSyntaxTests/MistakeTests.swift", with: "Sources/ArchSyntax/")
  let files = ["Diagnostic+Lexer", "Diagnostic+Parser", "Diagnostic+ParserValues"]
  let text = files.compactMap {
    try? String(contentsOfFile: folder + $0 + ".swift", encoding: .utf8)
  }
  .joined()
  let declared = Set(text.matches(of: /"((?:syntax|text|limit)\/[a-z0-9-]+)"/).map { String($0.1) })
  // These have tests of their own, with texts too large for a table.
  let elsewhere: Set = [
    "limit/source-size", "syntax/too-many-problems", "text/invalid-utf8", "text/byte-order-mark",
  ]
  #expect(declared == elsewhere.union(mistakes.map(\.id)))
}

@Test func `Two mistakes on two lines are two problems`() {
  let source = SourceText(name: "a.arch", "a: sqs b\nx = \n c -> d\n-> e\n")
  #expect(
    parse(source).diagnostics.map { mark($0.primary.location.range, in: source) } == [
      "a: sqs ⟦b⟧\nx = \n c -> d\n-> e\n", "a: sqs b\nx = ⟦\n⟧ c -> d\n-> e\n",
      "a: sqs b\nx = \n c -> d\n⟦->⟧ e\n",
    ])
}

private func mark(_ range: ByteRange, in source: SourceText) -> String {
  func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }
  let lower = Int(range.lower)
  let upper = Int(range.upper)
  return text(0..<lower) + "⟦" + text(lower..<upper) + "⟧" + text(upper..<source.count)
}
