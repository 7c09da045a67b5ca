import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

/// A fixture with the files it imports.
func load(_ fixture: Fixture) throws -> Program {
  load(try #require(fixture.bytes(fixture.file)), like: fixture)
}

/// A program in place of a fixture's first file, with the same imports.
func load(_ bytes: [UInt8], like fixture: Fixture) -> Program {
  let source = SourceText(name: fixture.file, bytes: bytes)
  return loadProgram(ImportedSource(identity: fixture.file, source: source)) {
    (path, _) throws(ImportFailure) in
    guard let bytes = fixture.bytes(path) else { throw ImportFailure("there is no such file") }
    return ImportedSource(identity: path, source: SourceText(name: path, bytes: bytes))
  }
}

/// A program of one text, or of several that import one another by name; the first is the root.
func program(
  _ text: String, importing others: [String: String] = [:], limits: Limits = .standard
) -> Program {
  program(Array(text.utf8), importing: others, limits: limits)
}

func program(
  _ bytes: [UInt8], importing others: [String: String] = [:], limits: Limits = .standard
) -> Program {
  let root = ImportedSource(identity: "", source: SourceText(name: "test.arch", bytes: bytes))
  return loadProgram(root, limits: limits) { (path, _) throws(ImportFailure) in
    guard let text = others[path] else { throw ImportFailure("there is no such file") }
    return ImportedSource(identity: path, source: SourceText(name: path, text))
  }
}

/// Everything said about a program of one text: the name of the problem and the text it stands at.
func problems(
  _ text: String, importing others: [String: String] = [:], limits: Limits = .standard
) -> [String] {
  let program = program(text, importing: others, limits: limits)
  let diagnostics = program.diagnostics + resolve(program, limits: limits).diagnostics
  return diagnostics.inReadingOrder().map { diagnostic in
    "\(diagnostic.id.name) at \(program.sources.text(diagnostic.primary.location))"
  }
}

/// The model of a program without mistakes.
func model(
  _ text: String, importing others: [String: String] = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) -> Model {
  let program = program(text, importing: others)
  let resolved = resolve(program)
  #expect(program.diagnostics == [], sourceLocation: sourceLocation)
  #expect(resolved.diagnostics == [], sourceLocation: sourceLocation)
  return resolved.model
}

extension Model {
  /// The connections as `from -> to: kind`.
  var edges: [String] {
    connections.map { "\(path(of: $0.source)) -> \(path(of: $0.target)): \($0.kind)" }
  }

  /// The elements as `path: service`, in the order of the text.
  var boxes: [String] {
    elements.indices.sorted { elements[$0].declaration < elements[$1].declaration }
      .map { "\(path(of: ElementID($0))): \(service(of: ElementID($0)).key)" }
  }
}

/// The places of the tokens of a text.
func tokenRanges(_ bytes: [UInt8]) -> [Range<Int>] {
  let tokens = parse(SourceText(name: "test.arch", bytes: bytes)).tree.tokens
  return (0..<tokens.count).map { tokens.range($0).indices }
}
