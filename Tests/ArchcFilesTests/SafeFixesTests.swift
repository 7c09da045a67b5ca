import ArchDiagnostics
import ArchModel
import ArchSource
import ArchTestSupport
import Testing

@testable import archc

/// Mends a file that has a problem wherever one of some texts stands, each with the text that its
/// fix puts in its place; returns what became of the file.
private func mend(
  _ text: String, _ fixes: [(rule: String, wrong: String, right: String)]
) throws -> (result: Result<Int, FileFailure>, text: String) {
  try withTemporaryFolder { folder in
    let path = "\(folder)/a.arch"
    try makeFile(path, text)
    let mending = SafeFixes(limits: .standard) { (bytes) throws(FileFailure) in
      // Nothing is written before the end.
      #expect((try? textOfFile(path)) == text)
      let source = SourceText(name: "a.arch", bytes: bytes)
      return Report(SourceMap([source]), fixes.flatMap { problems(in: source, $0) })
    }
    let result = Result { () throws(FileFailure) in try mending.mend(path) }
    #expect(try namesInFolder(folder) == ["a.arch"])
    return (result, try textOfFile(path))
  }
}

private func problems(
  in source: SourceText, _ fix: (rule: String, wrong: String, right: String)
) -> [Diagnostic] {
  let text = String(decoding: source.bytes, as: UTF8.self)
  return text.ranges(of: fix.wrong).map { range in
    let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let location = Location(.root, ByteRange(lower, lower + fix.wrong.utf8.count))
    return Diagnostic(
      DiagnosticID(fix.rule), .warning, "wrong", at: location,
      fixes: [FixIt("mend", [TextEdit(location, fix.right)])])
  }
}

@Test func `Fixes that make way for others are followed to the end`() throws {
  let (result, text) = try mend("one one\n", [("x/a", "one", "two"), ("x/b", "two", "three")])
  #expect(result == .success(4))
  #expect(text == "three three\n")
}

@Test func `Fixes that go round in a circle leave the file as it was`() throws {
  let (result, text) = try mend("one\n", [("x/a", "one", "two"), ("x/b", "two", "one")])
  #expect(result.reason == .fixesGoRound)
  #expect(text == "one\n")
}

@Test func `A fix that makes its own problem again and again comes to an end`() throws {
  let (result, text) = try mend("one\n", [("x/a", "one", "x; one")])
  #expect(result.reason == .fixesGoRound)
  #expect(text == "one\n")
}

@Test func `A fix that makes the syntax wrong leaves the file as it was and is named`() throws {
  let (result, text) = try mend("one two\n", [("x/a", "one", "a:"), ("x/b", "two", "{ {")])
  #expect(result.reason == .fixBreaksSyntax(rule: "x/b"))
  #expect(text == "one two\n")
}

@Test func `Wrong syntax elsewhere in the file is no reason against a fix`() throws {
  let (result, text) = try mend("main: vpc {\none: sqs\n", [("x/a", "one", "two")])
  #expect(result == .success(1))
  #expect(text == "main: vpc {\ntwo: sqs\n")
}

extension Result where Failure == FileFailure {
  /// Why it failed; nil where it did not.
  fileprivate var reason: FileFailure.Reason? {
    if case .failure(let failure) = self { failure.reason } else { nil }
  }
}
