import ArchCatalog
import ArchDiagnostics
import ArchSource
import ArchSyntax
import Testing

/// Services of one text beside the bundled ones, as a diagram declares them.
struct OwnCatalog {
  var catalog = Catalog()
  let source: SourceText
  /// What is said about their form and about the world they speak of, in reading order.
  var problems: [Diagnostic] = []

  init(_ text: String) {
    source = SourceText(name: "own.arch", text)
    let parsed = parse(source)
    problems = parsed.diagnostics
    let declarations = parsed.file.statements.compactMap { statement -> ServiceSyntax? in
      if case .service(let syntax) = statement { syntax } else { nil }
    }
    for syntax in declarations {
      let (service, found) = readService(syntax)
      problems += found
      if let service { catalog.add(service) }
    }
    catalog.inherit()
    problems += declarations.flatMap(catalog.problems)
    problems = problems.inReadingOrder()
  }

  /// A service of the text.
  func service(_ key: String) throws -> Service { try #require(catalog.service(key)) }

  /// The verdict on an edge in a word: `allowed`, or why it is refused.
  func verdict(
    _ source: String, _ target: String, kind: String? = nil, _ values: [String: Value] = [:]
  ) throws -> String {
    let ends = (try service(source), try service(target))
    let verdict = judgeConnection(from: ends.0, to: ends.1, kind: kind) { subject, name in
      values["\(subject).\(name)"]
        ?? (subject == .source ? ends.0 : ends.1).attribute(name)?.defaultValue
    }
    switch verdict {
    case .allowed: return "allowed"
    case .refused(.never): return "never"
    case .refused(.condition): return "condition"
    case .refused(.closedSource): return "closed source"
    case .refused(.closedTarget): return "closed target"
    }
  }

  /// The text with marks around a place: `a⟦b⟧c`.
  func marked(_ location: Location) -> String {
    let range = location.range.indices
    let parts = [0..<range.lowerBound, range, range.upperBound..<source.count].map {
      String(decoding: source.bytes[$0], as: UTF8.self)
    }
    return "\(parts[0])⟦\(parts[1])⟧\(parts[2])"
  }
}
