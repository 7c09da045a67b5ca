import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

private let sources = repositorySources().filter { !$0.bytes.isEmpty }

@Test func `The order of statements changes nothing but the order`() {
  for seed in 0..<300 as Range<UInt64> {
    let made = RandomProgram(seed: seed)
    var random = SplitMix64(seed: seed)
    let shuffled = made.statements.shuffled(using: &random).joined(separator: "\n")
    let before = unordered(made.text)
    let after = unordered(shuffled)
    guard before != after else { continue }
    Issue.record("seed \(seed): \(lineDifference(before, after))\n\(made.text)\n---\n\(shuffled)")
    return
  }
}

@Test(arguments: sources)
func `The order of a file's statements changes nothing but the order`(file: RepositorySource) {
  let parsed = program(file.bytes)
  guard parsed.diagnostics.isEmpty, resolve(parsed).diagnostics.worst != .error else { return }
  var statements: [String] = []
  var flows: [String] = []
  for node in parsed.files[0].parsed.file.node.children {
    if node.kind == .flow { flows.append(node.text) } else { statements.append(node.text) }
  }
  var random = SplitMix64(seed: 1)
  let before = (statements + flows).joined(separator: "\n")
  let after = (statements.shuffled(using: &random) + flows).joined(separator: "\n")
  #expect(unordered(before) == unordered(after))
}

@Test func `What elements are called changes nothing but their names`() {
  for seed in 0..<300 as Range<UInt64> {
    let one = RandomProgram(seed: seed, allowsDuplicates: true)
    let other = RandomProgram(seed: seed, allowsDuplicates: true) { "zq_\(9_999 - $0)-Ünder" }
    let before = structure(one.text)
    let after = structure(other.text)
    guard before != after else { continue }
    Issue.record("seed \(seed): \(lineDifference(before, after))\n\(one.text)")
    return
  }
}

@Test(arguments: sources)
func `Every beginning of a file has a meaning`(file: RepositorySource) {
  let ends = tokenRanges(file.bytes).map(\.upperBound)
  let step = max(1, ends.count / 40)
  for end in stride(from: 0, to: ends.count, by: step).map({ ends[$0] }) {
    guard expectSound(Array(file.bytes[..<end]), "\(file.path), \(end) bytes") else { return }
  }
}

@Test func `Damaged files have a meaning`() {
  var random = SplitMix64(seed: 2026)
  for round in 0..<2_000 {
    let file = sources[round % sources.count]
    var bytes = file.bytes
    for _ in 0...round % 3 {
      bytes = mutated(bytes, tokens: tokenRanges(bytes), using: &random)
    }
    guard expectSound(bytes, "\(file.path), round \(round)") else { return }
  }
}

@Test func `Damaged programs have a meaning`() {
  var random = SplitMix64(seed: 7)
  for round in 0..<1_000 {
    var bytes = Array(RandomProgram(seed: UInt64(round), allowsDuplicates: true).text.utf8)
    for _ in 0...round % 3 {
      bytes = mutated(bytes, tokens: tokenRanges(bytes), using: &random)
    }
    guard expectSound(bytes, "round \(round)") else { return }
  }
}

@Test(arguments: sources)
func `Resolving a file twice gives the same`(file: RepositorySource) {
  let one = resolve(program(file.bytes))
  let other = resolve(program(file.bytes))
  #expect(one.model.dump() == other.model.dump())
  #expect(one.diagnostics == other.diagnostics)
}

@Test func `Saying everything again elsewhere doubles the model and the problems, no more`() {
  let one = """
    a@: lambda { timeout = 900 }
    box@: group { b@: sqs { dlq = nobody@ }; b@ -> a@; c@: sqs; c@: sqs }
    a@, box@ -> b@ -> unknown@
    flow { b@ -> a@ -> d@ }
    """
  func counts(_ copies: Int) -> [Int] {
    let text = (0..<copies).map { one.replacing("@", with: "x\($0)") }.joined(separator: "\n")
    let resolved = resolve(program(text))
    return [
      resolved.model.elements.count, resolved.model.connections.count, resolved.model.flows.count,
      resolved.diagnostics.count,
    ]
  }
  let single = counts(1)
  #expect(single == [6, 5, 1, 5])
  #expect(counts(100) == single.map { $0 * 100 })
}

@Test func `A file is read from the disk once for every import that names it, not more`() {
  var calls = 0
  let levels = 30
  let root = ImportedSource(identity: "0", source: SourceText(name: "0", text(ofLevel: 0)))
  let program = loadProgram(root) { (path, _) throws(ImportFailure) in
    calls += 1
    let level = Int(path) ?? levels
    return ImportedSource(
      identity: path, source: SourceText(name: path, level < levels ? text(ofLevel: level) : ""))
  }
  #expect(calls == levels * 2)
  #expect(program.files.count == levels + 1)

  // Each level stands under two names, so there are 2³⁰ ways down.
  let found = resolve(program).diagnostics
  #expect(found.map(\.id.name) == ["limit/imports"])
}

private func text(ofLevel level: Int) -> String {
  "import \"\(level + 1)\" as left\nimport \"\(level + 1)\" as right\n"
}

// MARK: What must hold

/// Whether all that is said of a text is said inside it, and the model holds together.
private func expectSound(_ bytes: [UInt8], _ name: String) -> Bool {
  let program = program(bytes)
  let resolved = resolve(program)
  let model = resolved.model
  let stray = (program.diagnostics + resolved.diagnostics).first { diagnostic in
    let places =
      [diagnostic.primary.location] + diagnostic.secondary.map(\.location)
      + diagnostic.fixes.flatMap(\.edits).map(\.location)
    return places.contains {
      $0.source != .root || $0.range.upper > bytes.count || $0.range.lower > $0.range.upper
    }
  }
  let reached = ([nil] + model.elements.indices.map { ElementID($0) })
    .reduce(0) { $0 + model.children(of: $1).count }
  let broken: String? =
    if let stray {
      "a problem lies outside the text: \(stray)"
    } else if reached != model.elements.count {
      "\(reached) of \(model.elements.count) elements stand somewhere"
    } else if model.dump().isEmpty {
      "it has no dump"
    } else {
      nil
    }
  guard let broken else { return true }
  Issue.record("\(name): \(broken)\n\(String(decoding: bytes, as: UTF8.self))")
  return false
}

/// A model and its problems as sorted lines.
private func unordered(_ text: String) -> String {
  let resolved = resolve(program(text))
  let model = resolved.model
  let elements = model.elements.indices.map { index in
    let element = model.elements[index]
    return "\(model.path(of: ElementID(index))): \(model.service(of: ElementID(index)).key) "
      + "\(element.label) \(element.isImplicit) \(attributes(element.attributes, in: model))"
  }
  let connections = model.connections.map { connection in
    "\(model.path(of: connection.source)) \(connection.arrow) \(model.path(of: connection.target)) "
      + "\(connection.isBidirectional) \(connection.isReversed) \(connection.kind) "
      + "\(connection.label ?? "") \(attributes(connection.attributes, in: model))"
  }
  let problems = resolved.diagnostics.map { diagnostic in
    // The candidates of an ambiguous name are listed in the order of the text.
    diagnostic.id.name == "name/ambiguous" ? "ambiguous" : diagnostic.message
  }
  return (elements.sorted() + connections.sorted() + problems.sorted()).joined(separator: "\n")
}

/// A model and its problems without any names: elements and lines are numbers.
private func structure(_ text: String) -> String {
  let source = program(text)
  let resolved = resolve(source)
  let model = resolved.model
  let lines = LineTable(source.sources[.root])
  let elements = model.elements.enumerated().map { index, element in
    let parent = element.parent.map { "\($0.index)" } ?? "-"
    let targets = element.attributes.map { "\($0.targets.map(\.index))" }
    return "\(index) in \(parent): \(model.services[element.service].key) \(targets)"
  }
  let connections = model.connections.map {
    "\($0.source.index) \($0.arrow) \($0.target.index) \($0.kind) \($0.label ?? "")"
  }
  let problems = resolved.diagnostics.map { diagnostic in
    "\(diagnostic.id.name) in line \(lines.line(at: Int(diagnostic.primary.location.range.lower)))"
  }
  return (elements + connections + problems).joined(separator: "\n")
}

private func attributes(_ attributes: [Attribute], in model: Model) -> String {
  attributes.map { "\($0.name)=\($0.value)\($0.targets.map { model.path(of: $0) })" }
    .joined(separator: " ")
}
