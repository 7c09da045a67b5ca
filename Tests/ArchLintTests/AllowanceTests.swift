import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import ArchTestSupport
import Testing

private func check(_ fixture: Fixture) throws -> (program: Program, diagnostics: [Diagnostic]) {
  let bytes = try #require(fixture.bytes(fixture.file))
  let program = program(fixture.file, bytes) { fixture.bytes($0) }
  return (program, lint(program, resolve(program)))
}

private func program(
  _ name: String, _ bytes: [UInt8], reading: @escaping (String) -> [UInt8]?
) -> Program {
  let root = ImportedSource(identity: name, source: SourceText(name: name, bytes: bytes))
  return loadProgram(root) { (path, _) throws(ImportFailure) in
    guard let bytes = reading(path) else { throw ImportFailure("there is no such file") }
    return ImportedSource(identity: path, source: SourceText(name: path, bytes: bytes))
  }
}

@Test(arguments: Fixture.all())
func `What is reported is what the comments of a program say`(fixture: Fixture) throws {
  let (program, diagnostics) = try check(fixture)
  fixture.expect(diagnostics, in: program.sources)
}

@Test(arguments: repositorySources())
func `Without allowances everything found is reported, each thing once, in reading order`(
  file: RepositorySource
) {
  let program = program(file.path, file.bytes) { _ in nil }
  let resolved = resolve(program)
  let reported = lint(program, resolved)
  #expect(reported == reported.inReadingOrder())
  guard !String(decoding: file.bytes, as: UTF8.self).contains("archc:") else { return }
  // The rest is what the rules found, or what is wrong with the rules of the file.
  let rest = reported.filter { found in
    !(program.diagnostics + resolved.diagnostics).contains(found)
  }
  #expect(
    rest.filter { RuleBook.rule($0.id.name) == nil && !$0.id.name.hasPrefix("rule/") } == [])
  #expect(
    reported.count == program.diagnostics.count + resolved.diagnostics.count + rest.count)
}

@Test func `Removing an unused allowance leaves nothing to report`() throws {
  let text = "user -> s3  # archc: allow name/unknown -- just in case\n"
  let found = program("a.arch", Array(text.utf8)) { _ in nil }
  let diagnostic = try #require(lint(found, resolve(found)).first)
  let fix = try #require(diagnostic.fixes.first)
  let mended = try #require(found.sources[.root].applying(fix.edits))
  let again = program("a.arch", mended) { _ in nil }
  #expect(lint(again, resolve(again)) == [])
}
