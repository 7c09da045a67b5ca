import Testing

@Test(arguments: [
  ("let a = \"x!\" // y!", "let a = \"  \"      "),
  ("a /* b /* c */ d */ e", "a                   e"),
  ("#\"a\"b!\"# c", "#\"    \"# c"),
  ("\"a\\(f(\")\")!)b!\" c!", "\"             \" c!"),
  ("\"\"\"\nx!\n\"\"\"!", "\"\"\"\n  \n\"\"\"!"),
  ("f(/a\"!/, b!)", "f(/   /, b!)"),
  ("a / b!", "a / b!"),
])
func `Comments and literals are blanked out and code is not`(source: String, code: String) {
  #expect(SwiftCode.masked(source) == code)
}

@Test func `Functions are measured from their first line to their closing brace`() {
  let source = """
    protocol P {
      func a()
      var b: Int { get }
    }
    struct S: P {
      func a() {
        if x { y }
      }
      init(
        c: Int
      ) where T: P
      {
        self.init()
      }
    }
    """
  #expect(
    FunctionLength.all(in: source) == [
      FunctionLength(line: 6, count: 3), FunctionLength(line: 9, count: 6),
    ])
}
