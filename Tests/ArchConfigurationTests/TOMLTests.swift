import ArchSource
import ArchTestSupport
import Testing

@testable import ArchConfiguration

/// What a text says, each value on a line with its whole name: `a.b = 1`; nil where it is no TOML.
private func flat(_ text: String) -> [String]? {
  guard let document = try? TOMLDocument(SourceText(name: "archc.toml", text)) else { return nil }
  return lines(of: 0, "", in: document)
}

private func lines(of table: Int, _ prefix: String, in document: TOMLDocument) -> [String] {
  document.tables[table].members.flatMap { member in
    lines(member.value, prefix + member.key, in: document)
  }
}

private func lines(_ value: TOMLValue, _ name: String, in document: TOMLDocument) -> [String] {
  switch value.kind {
  case .string(let text): ["\(name) = \(text)"]
  case .integer(let number): ["\(name) = \(number)"]
  case .boolean(let truth): ["\(name) = \(truth)"]
  case .array(let values):
    values.isEmpty
      ? ["\(name) = []"]
      : values.enumerated().flatMap { lines($0.element, "\(name)[\($0.offset)]", in: document) }
  case .table(let index): lines(of: index, name + ".", in: document)
  case .tables(let indices):
    indices.enumerated().flatMap {
      lines(of: $0.element, "\(name)[\($0.offset)].", in: document)
    }
  }
}

private let documents: [(String, [String])] = [
  ("", []), ("# nothing\n\n  \t# more", []), ("\u{FEFF}a = 1", ["a = 1"]),
  ("a = 1\r\nb = 2\r\n", ["a = 1", "b = 2"]),
  ("a-b_1 = 1 # why", ["a-b_1 = 1"]), ("\"a b\" = 1\n'c' = 2", ["a b = 1", "c = 2"]),
  ("a . \"b\" . c = 1\na.d = 2", ["a.b.c = 1", "a.d = 2"]), ("1 = 1", ["1 = 1"]),
  ("a = [1, 2,\n  # three\n 3, ]", ["a[0] = 1", "a[1] = 2", "a[2] = 3"]),
  ("a = []\nb = [[], [ [] ]]", ["a = []", "b[0] = []", "b[1][0] = []"]),
  ("a = {}\nb = { x = 1, y.z = 'q' }", ["b.x = 1", "b.y.z = q"]),
  ("[a]\nb = 1\n[a.c]\nd = 2", ["a.b = 1", "a.c.d = 2"]),
  ("[a.b]\nx = 1\n[a]\ny = 2", ["a.b.x = 1", "a.y = 2"]),
  ("[[a]]\nx = 1\n[[a]]\n[a.b]\ny = 2", ["a[0].x = 1", "a[1].b.y = 2"]),
  ("[a]\nb.c = 1\n[a.b.d]\ne = 2", ["a.b.c = 1", "a.b.d.e = 2"]),
  ("a = +1\nb = -17\nc = 0\nd = 1_000", ["a = 1", "b = -17", "c = 0", "d = 1000"]),
  ("a = 0xDEAD_beef\nb = 0o17\nc = 0b101", ["a = 3735928559", "b = 15", "c = 5"]),
  ("a = true\nb = false", ["a = true", "b = false"]),
  (#"a = "x\t\"\\\u00e9\U0001F600""#, ["a = x\t\"\\é😀"]), (#"a = '\n"'"#, [#"a = \n""#]),
  ("a = \"\"\"\nx\n  y\"\"\"", ["a = x\n  y"]),
  ("a = \"\"\"x\"y\"\"z\"\"\"\"\"", ["a = x\"y\"\"z\"\""]),
  ("a = \"\"\"x \\\n\n   y\"\"\"", ["a = x y"]), ("a = '''\n\\x'''", [#"a = \x"#]),
  ("a = ''\nb = \"\"", ["a = ", "b = "]),
]

@Test(arguments: documents)
func `What TOML means is understood`(text: String, expected: [String]) {
  #expect(flat(text) == expected)
}

@Test(arguments: [
  "a", "a =", "a = 1 2", "= 1", "a = 1 b = 2", "a..b = 1", "a. = 1", "a b = 1", "é = 1",
  "a = x", "a = True", "a = 1.5", "a = 2024-01-01", "a = 01", "a = 1__0", "a = _1", "a = 0x",
  "a = +0x1", "a = 99999999999999999999", "a = inf", "a = --1",
  "a = 1\na = 2", "a = 1\na.b = 2", "a.b = 1\na.b.c = 2", "[a]\n[a]", "a = 1\n[a]", "[a]\n[[a]]",
  "[[a]]\n[a]", "a = []\n[[a]]", "a = {}\n[a]", "a = {}\n[a.b]", "a = {}\na.b = 1", "a.b = 1\n[a]",
  "[a.b]\n[a]\nb.c = 1", "a = { b = 1, b = 2 }",
  "[a", "[a]]", "[[a]", "[a] b = 1", "[]", "[a.]", "a = [1 2]", "a = [1", "a = [", "a = [,]",
  "a = { b = 1", "a = { b = 1, }", "a = {\nb = 1 }", "a = { b }",
  "a = \"x", "a = \"x\ny\"", "a = 'x", "a = \"\"\"x", "a = \"\\x\"", "a = \"\\u12\"",
  "a = \"\\uD800\"", "a = \"\\", "\"\"\"a\"\"\" = 1", "a = \"\u{1}\"", "# \u{7F}", "a = 1\r",
])
func `What is no TOML is refused at a place inside the text`(text: String) {
  let source = SourceText(name: "archc.toml", text)
  let error = #expect(throws: TOMLProblem.self) { try TOMLDocument(source) }
  #expect((error?.range.upper ?? .max) <= UInt32(source.count))
  #expect(error?.message.isEmpty == false)
}

@Test func `Bytes that are no text are refused where they stand`() {
  let source = SourceText(name: "archc.toml", bytes: Array("a = '".utf8) + [0xC3, 0x28])
  let error = #expect(throws: TOMLProblem.self) { try TOMLDocument(source) }
  #expect(error?.range == ByteRange(5, 6))
}

@Test func `Nesting without end is refused and not followed`() {
  for text in [
    "a = " + String(repeating: "[", count: 100_000),
    "a = " + String(repeating: "{ a = ", count: 100_000),
    String(repeating: "a.", count: 100_000) + "a = 1",
    "[" + String(repeating: "a.", count: 100_000) + "a]",
  ] {
    #expect(flat(text) == nil)
  }
}

@Test func `Very many tables are read`() {
  let text = String(repeating: "[[path]]\n", count: 100_000)
  let document = try? TOMLDocument(SourceText(name: "archc.toml", text))
  #expect(document?.tables.count == 100_001)
}
