import ArchDiagnostics
import ArchSource
import ArchSyntax
import ArchTestSupport
import Testing

/// Texts that nest, repeat or chain one thing many times.
private let monsters: [(name: String, before: String, unit: String)] = [
  ("open braces", "", "{"), ("nested elements", "", "a{"),
  ("nested elements on lines", "", "a {\n"),
  ("open brackets", "x = ", "["), ("open parentheses", "rule a/b {\nrequire ", "("),
  ("closing braces", "", "}"), ("closing brackets", "x = ", "]"),
  ("signs", "rule a/b {\nrequire ", "- "),
  ("negations", "rule a/b {\nrequire ", "not "), ("operators", "rule a/b {\nrequire 1", " + 1"),
  ("types", "service s {\nattribute x:", " list"), ("arrows", "a", " -> b"),
  ("dangling arrows", "a", " ->"), ("line breaks behind an arrow", "a ->", "\n"),
  ("comments behind an arrow", "a ->", "# c\n"), ("dots", "a", ".b"), ("semicolons", "", ";"),
  ("quotes", "", "'"), ("other quotes", "", "\u{201C}"), ("backslashes", "x = \"", "\\"),
  ("flows", "", "flow{together{"), ("commas", "a", ", b"), ("list items", "x = [1", ", 1"),
]

@Test(arguments: monsters.map(\.name))
func `A hundred thousand of anything is read with a handful of problems`(name: String) throws {
  let monster = try #require(monsters.first { $0.name == name })
  let text = monster.before + String(repeating: monster.unit, count: 100_000)
  let parsed = parse(SourceText(name: name, text))
  #expect(parsed.tree.tokens.range(parsed.tree.tokens.count - 1).upper == UInt32(text.utf8.count))
  #expect(parsed.diagnostics.count <= ParseLimits.standard.problems + 1)
  #expect(deepest(parsed.tree) <= 3 * ParseLimits.standard.depth + 10)
}

@Test(arguments: [
  ("{", 1), ("a{", 2), ("x = [", 2), ("rule a/b { require (", 3),
])
func `Too deep nesting is one problem, and what is left open another`(unit: String, bound: Int) {
  let (before, repeated) =
    unit.count > 2 ? (String(unit.dropLast()), String(unit.suffix(1))) : ("", unit)
  let text = before + String(repeating: repeated, count: 100_000)
  let ids = parse(SourceText(name: "deep.arch", text)).diagnostics.map(\.id.name)
  #expect(ids.count <= bound)
  #expect(Set(ids).count == ids.count)
}

@Test func `Brackets that match are one problem when they are too deep`() {
  let deep = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
  let parsed = parse(SourceText(name: "deep.arch", "x = \(deep)\ny = 1\n"))
  #expect(parsed.diagnostics.map(\.id) == ["limit/depth"])
  #expect(parsed.tree.root.children.map(\.kind) == [.attribute, .attribute])
}

@Test func `A file above the limit is one token and one problem`() {
  let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 5 << 20)
  let parsed = parse(SourceText(name: "large.arch", bytes: bytes))
  #expect(parsed.diagnostics.map(\.id) == ["limit/source-size"])
  #expect(parsed.tree.tokens.count == 2)
  #expect(parsed.tree.bytes(ofToken: 0).count == bytes.count)
}

@Test func `A million bytes of garbage give a page of problems`() {
  var random = SplitMix64(seed: 3)
  let bytes = (0..<1_000_000).map { _ in UInt8.random(in: 0...255, using: &random) }
  let parsed = parse(SourceText(name: "garbage.arch", bytes: bytes))
  #expect(parsed.diagnostics.count == ParseLimits.standard.problems + 1)
  #expect(parsed.diagnostics.last?.id == "syntax/too-many-problems")
  expectSound(bytes.suffix(20_000) + [], "garbage")
}

@Test(
  arguments: [
    [0x80], [0xBF], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80],
    [0xF0, 0x80, 0x80, 0xAF], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88], [0xFE],
    [0xFF],
  ] as [[UInt8]])
func `Bytes that are not UTF-8 are one problem wherever they stand`(invalid: [UInt8]) {
  for (before, after) in [("", "\na -> b"), ("a: sqs \"", "\""), ("# ", "\n"), ("x = 1 ", "")] {
    let bytes = Array(before.utf8) + invalid + Array(after.utf8)
    expectSound(bytes, "\(invalid)")
    let problems = parse(SourceText(name: "a.arch", bytes: bytes)).diagnostics
    #expect(problems.map(\.id) == ["text/invalid-utf8"], "\(invalid) after '\(before)'")
    #expect(problems.first.map { Int($0.primary.location.range.lower) } == before.utf8.count)
  }
}

@Test(
  arguments: [
    0x00, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x7F, 0x85, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029,
    0x202A,
    0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF,
  ] as [UInt32])
func `A character that hides or reorders text is one problem that its fix removes`(value: UInt32)
  throws
{
  let character = String(try #require(Unicode.Scalar(value)))
  for text in [
    "ab\(character)\n", "a \(character)-> b\n", "a: sqs \"x\(character)y\"\n", "# x\(character)y\n",
  ] {
    let source = SourceText(name: "a.arch", text)
    let problem = try #require(parse(source).diagnostics.first)
    #expect(parse(source).diagnostics.map(\.id) == ["text/forbidden-character"])
    let fixed = try #require(source.applying(problem.fixes.flatMap(\.edits)))
    #expect(String(decoding: fixed, as: UTF8.self) == text.replacing(character, with: ""))
  }
}

@Test(arguments: ["\n", "\r\n", "\r"])
func `Any line ending separates statements`(ending: String) {
  let text = ["a: sqs", "\tb -> c # why", "", "d {", "x = 1", "}"].joined(separator: ending)
  let parsed = parse(SourceText(name: "a.arch", text))
  #expect(parsed.diagnostics.isEmpty)
  #expect(parsed.tree.root.children.map(\.kind) == [.element, .connection, .element])
  expectSound(Array(text.utf8), "line endings")
}

@Test func `A byte order mark is a hint and not part of the first name`() {
  let parsed = parse(SourceText(name: "a.arch", "\u{FEFF}a -> b"))
  #expect(parsed.diagnostics.map(\.id) == ["text/byte-order-mark"])
  #expect(parsed.tree.root.children.map(\.text) == ["a -> b"])
}

@Test(arguments: monsters.map(\.name))
func `Tokens and nodes grow no faster than the text`(name: String) throws {
  let monster = try #require(monsters.first { $0.name == name })
  let counts = [1_000, 2_000, 4_000].map { count in
    let text = monster.before + String(repeating: monster.unit, count: count)
    let tree = parse(SourceText(name: name, text)).tree
    return tree.tokens.count + tree.nodeCount
  }
  #expect(counts[2] - counts[1] <= 2 * (counts[1] - counts[0]) + 8)
}

/// How deep the nodes of a tree nest.
private func deepest(_ tree: SyntaxTree) -> Int {
  var ends: [Int] = []
  var deepest = 0
  for index in 0..<tree.nodeCount {
    while let end = ends.last, end <= index { ends.removeLast() }
    ends.append(SyntaxNode(tree: tree, index: index).subtreeEnd)
    deepest = max(deepest, ends.count)
  }
  return deepest
}
