import ArchDiagnostics
import ArchModel
import ArchSource
import ArchTestSupport
import Testing

private let fixtures = Fixture.all()

@Test(arguments: fixtures)
func `A program is at fault where its comments say so, and nowhere else`(fixture: Fixture) throws {
  let program = try load(fixture)
  let resolved = resolve(program)
  fixture.expect(program.diagnostics + resolved.diagnostics, in: program.sources)
}

@Test(arguments: fixtures)
func `A program means what its golden shows`(fixture: Fixture) throws {
  fixture.expect(resolve(try load(fixture)).model.dump(), golden: "model")
}

@Test(arguments: fixtures)
func `Applying what may be applied unasked mends every problem that offers it`(
  fixture: Fixture
) throws {
  let program = try load(fixture)
  let resolved = resolve(program)
  let edits = (program.diagnostics + resolved.diagnostics).compactMap { diagnostic in
    diagnostic.fixes.first.flatMap { $0.isSafe ? $0.edits : nil }
  }
  let root = program.sources[.root]
  let here = edits.joined().filter { $0.location.source == .root }
  let mended = try #require(root.applying(Array(here)))
  let again = load(mended, like: fixture)
  let left = (again.diagnostics + resolve(again).diagnostics).filter {
    $0.primary.location.source == .root && $0.fixes.first?.isSafe == true
  }
  #expect(left.map(\.message) == [])
}
