import ArchDiagnostics
import ArchTestSupport
import Testing

private let documents: [(String, JSONValue)] = [
  ("null", JSONValue.null), (" true ", true), ("false", false), ("0", 0), ("-12", -12),
  ("1.5", .number(1.5)), ("-2e3", .number(-2000)), ("99999999999999999999", .number(1e20)),
  (#""""#, ""), (#""a\"\\\/\b\f\n\r\tb""#, "a\"\\/\u{8}\u{C}\n\r\tb"),
  (#""\u00e9\ud83d\ude00""#, "é😀"),
  ("[]", []), ("[1, [2], {}]", [1, [2], [:]]), ("{\"a\" : {\"b\":[null]} }", ["a": ["b": [.null]]]),
]

@Test(arguments: documents)
func `JSON is read`(text: String, expected: JSONValue) throws {
  #expect(try JSONReader.value(of: Array(text.utf8)) == expected)
}

@Test(arguments: [
  "", " ", "nul", "truex", "01", "-", "1.", "1e", "+1", ".5", "1e999", "\"", "\"\n\"", "\"\\x\"",
  "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\\ude00\"", "\"\\", "[", "[1", "[1,]",
  "[1 2]", "{", "{1:2}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1", "1 2", "'a'",
  "\"\\u+123\"",
])
func `What is no JSON is refused at a place inside the text`(text: String) {
  let error = #expect(throws: JSONProblem.self) {
    try JSONReader.value(of: Array(text.utf8))
  }
  #expect((error?.offset ?? .max) <= text.utf8.count)
}

@Test func `Nesting without end is refused and not followed`() {
  for text in ["[", "{\"a\":"] {
    #expect(throws: JSONProblem.self) {
      try JSONReader.value(of: Array(String(repeating: text, count: 100_000).utf8))
    }
  }
}

@Test func `What is written is read again`() throws {
  let value: JSONValue = [
    "text": "a\u{0}\u{202E}\u{1F600}\"\\", "list": [1, .number(0.1), true, .null, []], "": [:],
  ]
  for layout in [JSONWriter.Layout.compact, .pretty] {
    #expect(try JSONReader.value(of: Array(JSONWriter.text(value, layout).utf8)) == value)
  }
}
