import ArchCatalog
import ArchDiagnostics
import ArchLint
import ArchModel
import ArchSource
import ArchTestSupport
import FoundationEssentials
import Testing

/// One edge of the tables beside this file, as `http-api(endpoint = regional) -> sqs: send`: the
/// two ends as a diagram names them, and the kind of the edge, `no` or `warning`.
private struct Pair: Sendable, CustomTestStringConvertible {
  var source: String
  var target: String
  var answer: String

  var testDescription: String { "\(source) -> \(target)" }

  /// Reads a line of a table; nil for a comment or a blank line.
  init?(_ line: Substring) {
    let text = line.split(separator: "#", omittingEmptySubsequences: false)[0]
    guard let colon = text.lastIndex(of: ":"), let arrow = text.firstRange(of: "->") else {
      return nil
    }
    source = text[..<arrow.lowerBound].trimmed
    target = text[arrow.upperBound..<colon].trimmed
    answer = text[text.index(after: colon)...].trimmed
  }

  /// The diagram of the pair alone. An end with attributes is declared.
  var program: String {
    let ends = [declaration(of: source, as: "first"), declaration(of: target, as: "second")]
    return ends.compactMap(\.text).joined() + "\(ends[0].name) -> \(ends[1].name)\n"
  }

  private func declaration(of end: String, as name: String) -> (name: String, text: String?) {
    guard let parenthesis = end.firstIndex(of: "(") else {
      return source == target ? (name, "\(name): \(end)\n") : (end, nil)
    }
    let attributes = end[end.index(after: parenthesis)...].dropLast()
      .split(separator: ",").joined(separator: ";")
    return (name, "\(name): \(end[..<parenthesis].trimmed) { \(attributes) }\n")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

private let tables: [[Pair]] = {
  let folder =
    #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    .joined(separator: "/") + "/Fixtures"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.sorted().filter { $0.hasPrefix("pairs-") }.map { name in
    let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap(Pair.init)
  }
}()

/// What is said of a program about its edges.
private func findings(_ text: String) -> (kind: String, problems: [Diagnostic]) {
  let source = SourceText(name: "pair.arch", text)
  let root = ImportedSource(identity: "pair.arch", source: source)
  let program = loadProgram(root) { (path, _) throws(ImportFailure) in throw ImportFailure(path) }
  let resolved = resolve(program)
  let problems = lint(program, resolved).filter { $0.id.name == "connection/impossible" }
  return (resolved.model.connections.first?.kind ?? "", problems)
}

@Test(arguments: tables.joined())
private func `An edge is what the services make of it`(pair: Pair) throws {
  let (kind, problems) = findings(pair.program)
  switch pair.answer {
  case "no": #expect(problems.map(\.severity) == [.error])
  case "warning": #expect(problems.map(\.severity) == [.warning])
  default:
    #expect(problems.map(\.message) == [])
    #expect(kind == pair.answer)
  }
}

@Test(arguments: tables.joined().filter { $0.answer == "no" })
private func `An edge that does not exist says why, and its fix leads to edges that do`(
  pair: Pair
) throws {
  let problem = try #require(findings(pair.program).problems.first)
  #expect(!problem.notes.isEmpty)
  guard let fix = problem.fixes.last, fix.title.hasPrefix("put ") else { return }
  let mended = try #require(
    SourceText(name: "pair.arch", pair.program).applying(fix.edits))
  #expect(findings(String(decoding: mended, as: UTF8.self)).problems.map(\.message) == [])
}

@Test func `Hundreds of edges have been judged`() {
  #expect(tables.joined().count > 400)
}
