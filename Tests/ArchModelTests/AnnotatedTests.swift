import ArchDiagnostics
import ArchSource
import ArchTestSupport
import Testing

private func annotated(_ text: String, _ diagnostics: [Diagnostic]) -> String {
  annotated(SourceText(name: "", text), .root, with: diagnostics)
}

private func place(_ lower: Int, _ upper: Int) -> Location {
  Location(.root, ByteRange(lower, upper))
}

@Test func `A problem is marked under the place where it is`() {
  let fix = FixIt("write 'x'", [TextEdit(place(5, 7), "x")])
  let problem = Diagnostic(
    "a/b", .warning, "no 'é'", at: place(5, 7), secondary: [Label(place(0, 1), "see")],
    fixes: [fix])
  #expect(
    annotated("a -> é\nb\n", [problem])
      == "a -> é\n#    ^ warning[a/b] no 'é'\n#    safe fix: write 'x'\n# note: see\nb\n")
}

@Test func `Marks that nothing stands behind are taken away, other comments stay`() {
  let text = "a\n# ^ error[a/b] gone\n# fix: gone\n# a note of the author\n#   ^^ see above\n"
  #expect(annotated(text, []) == "a\n# a note of the author\n#   ^^ see above\n")
}

@Test func `A problem at the end of a text is marked below its last line`() {
  let problem = Diagnostic("a/b", .error, "open", at: place(2, 2))
  #expect(annotated("a\n", [problem]) == "a\n# error[a/b] open\n")
  #expect(
    annotated("a", [Diagnostic("a/b", .error, "open", at: place(0, 1))])
      == "a\n# error[a/b] open")
  #expect(
    annotated("", [Diagnostic("a/b", .hint, "empty", at: place(0, 0))])
      == "\n# hint[a/b] empty")
}

@Test func `A problem over several lines is marked to the end of the first`() {
  let problem = Diagnostic("a/b", .error, "long", at: place(2, 9))
  #expect(annotated("a {\n b\n}\n", [problem]) == "a {\n# ^ error[a/b] long\n b\n}\n")
}
