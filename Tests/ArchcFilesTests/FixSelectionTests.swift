import ArchDiagnostics
import ArchSource
import ArchTestSupport
import Testing

@testable import archc

/// A problem with a fix that replaces a part of the text.
private func problem(
  _ range: Range<Int>, _ text: String, rule: String = "a/b", isSafe: Bool = true
) -> Diagnostic {
  let location = Location(.root, ByteRange(range.lowerBound, range.upperBound))
  let fix = FixIt("mend", [TextEdit(location, text)], isSafe: isSafe)
  return Diagnostic(DiagnosticID(rule), .warning, "wrong", at: location, fixes: [fix])
}

/// The text after one round of fixes, and how many there were.
private func mended(_ text: String, _ problems: [Diagnostic]) -> (text: String?, count: Int) {
  let fixes = FixSelection(problems, in: SourceMap([SourceText(name: "a.arch", text)]))
  return (fixes.applied.map { String(decoding: $0, as: UTF8.self) }, fixes.count)
}

@Test func `Fixes of separate places are applied together, in whatever order they come`() {
  let fixes = [problem(4..<5, "E"), problem(0..<1, "A"), problem(2..<3, "")]
  #expect(mended("abcdef", fixes) == ("AbdEf", 3))
}

@Test func `Of fixes that insert at one place, or touch, one is applied`() {
  #expect(mended("ab", [problem(1..<1, "x"), problem(1..<1, "y")]) == ("axb", 1))
  #expect(mended("ab", [problem(0..<1, "x"), problem(1..<1, "y")]) == ("xb", 1))
  #expect(mended("abc", [problem(0..<3, "x"), problem(1..<2, "y")]) == ("x", 1))
  #expect(mended("abc", [problem(1..<2, "y"), problem(0..<3, "x")]) == ("ayc", 1))
}

@Test func `What is uncertain, in another file or without effect is not applied`() {
  var elsewhere = problem(0..<1, "x")
  elsewhere.fixes[0].edits[0].location.source = SourceID(1)
  let problems = [problem(0..<1, "x", isSafe: false), elsewhere, problem(0..<1, "a")]
  #expect(mended("ab", problems) == ("ab", 0))
}

@Test func `Mistakes of spelling are mended before others`() {
  let problems = [problem(0..<1, "x"), problem(2..<3, "y", rule: "syntax/arrow")]
  #expect(mended("abc", problems) == ("aby", 1))
}

@Test func `New lines end as those of the file do`() {
  #expect(mended("a\r\nb", [problem(3..<3, "x\ny\r\n")]).text == "a\r\nx\r\ny\r\nb")
  #expect(mended("a\nb", [problem(2..<2, "x\n")]).text == "a\nx\nb")
}
