import ArchTestSupport
import Testing

/// What must never reach a terminal: controls but the line end, marks that reorder or hide text.
private func unsafeScalars(_ result: ProcessResult) -> [Unicode.Scalar] {
  (result.out + result.err).unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069,
      0xFEFF:
      true
    default: false
    }
  }
}

private let hostile = [
  "\u{1B}]0;owned\u{7}", "\u{1B}[2J", "\u{9B}2J", "\r", "\u{0}", "\u{8}", "\u{7F}", "\u{202E}",
  "\u{2066}", "\u{200F}", "\u{61C}", "\u{2028}", "\u{FEFF}", "\u{200B}",
  "\u{1B}]8;;http://evil\u{1B}\\",
]

@Test(arguments: hostile)
func `Nothing in a text reaches a terminal with its controls alive`(word: String) throws {
  let places = [
    "a\(word)b: sqs\n", "a: sqs \"x\(word)y\"\n", "a -> b \"x\(word)\"\n", "# \(word)\na -> zz\n",
    "a: sqs { dlq = x\(word) }\n", "import \"x\(word).arch\"\n", "a: sqs\(word)\n",
    "diagram \"x\(word)\" { direction = up\(word) }\n", "# archc: \(word) x\n",
    "flow \"\(word)\" { a -> b }\n", "a: sqs { retention = 99d } # \(word)\n",
  ]
  try withProject { project in
    for (index, text) in places.enumerated() { try project.write("f\(index).arch", text) }
    for command in [
      ["check"], ["check", "--level", "hint"], ["build", "--format", "json"], ["fmt", "--check"],
      ["fmt", "--diff"], ["check", "--format", "github"],
    ] {
      let result = try project.run(command)
      #expect(result.code <= 1, "\(command)")
      #expect(unsafeScalars(result) == [], "\(command)")
    }
    for format in ["json", "sarif", "gitlab", "junit"] {
      #expect(unsafeScalars(try project.run("check", "--format", format)) == [], "\(format)")
    }
    #expect(try project.run("build", "f1.arch", "--flow", word.filter { $0 != "\0" }).code >= 1)
  }
}

@Test(arguments: hostile.filter { !$0.contains("\0") && !$0.contains("/") } + ["\n::error::x"])
func `Nothing in the name of a file or an option reaches a terminal alive`(word: String) throws {
  let name = "x\(word)y.arch"
  try withProject([name: wrongText, "flow.arch": goodText]) { project in
    for command in [
      ["check"], ["build"], ["check", "--format", "github"], ["check", "--format", "sarif"],
      ["fmt", "--check"], ["fmt", "--diff", name], ["check", "none\(word)"], ["build", name],
      ["dump", "tree", "none\(word)"], ["build", "flow.arch", "-o", "\(name)/x.svg"],
      ["build", "flow.arch", "--flow", word], ["list", word], ["check", "--x\(word)"],
      ["build", "flow.arch", "-o", "x\(word).arch"], ["completions", word],
    ] {
      let result = try project.run(command)
      #expect((1...2).contains(result.code) || command[0] == "fmt", "\(command)")
      #expect(unsafeScalars(result) == [], "\(command)")
      let lines = (result.out + result.err).split(separator: "\n")
      #expect(!lines.contains { $0.hasPrefix("::error::x") }, "\(command)")
    }
  }
}

@Test(
  arguments: [
    ([0xFF], "text/invalid-utf8"), ([0xC0, 0xAF], "text/invalid-utf8"),
    ([0xE0, 0x80, 0x80], "text/invalid-utf8"), ([0xED, 0xA0, 0x80], "text/invalid-utf8"),
    ([0xF4, 0x90, 0x80, 0x80], "text/invalid-utf8"), ([0xE2, 0x82], "text/invalid-utf8"),
    ([0x00], "text/forbidden-character"), ([0x1B], "text/forbidden-character"),
  ] as [([UInt8], String)])
func `Bytes that are no text are errors at their place`(bytes: [UInt8], rule: String) throws {
  let places = [("a: sqs \"x", "y\"\n"), ("a", "b: sqs\n"), ("# c ", "\nuser -> s3\n"), ("", "")]
  try withProject { project in
    for (before, after) in places {
      try project.write("x.arch", bytes: Array(before.utf8) + bytes + Array(after.utf8))
      let result = try project.run("check", "x.arch", "--format", "json")
      #expect(result.code == 1)
      let finding = try JSON(result.outBytes)["findings"].items.first { $0["rule"].text == rule }
      let start = try #require(finding)["range"]["start"]
      #expect(start["line"].number == 1)
      #expect(start["column"].number == Double(before.count + 1))
    }
  }
}

@Test func `Line ends of Windows and a byte order mark change nothing in the picture`() throws {
  let text = "user -> web\nweb: ecs {\n  count = 3\n}\n"
  try withProject(["a.arch": text]) { project in
    try project.write("b.arch", text.replacing("\n", with: "\r\n"))
    try project.write("c.arch", "\u{FEFF}" + text)
    #expect(try project.run("build").code == 0)
    #expect(project.text("b.svg") == project.text("a.svg"))
    #expect(project.text("c.svg") == project.text("a.svg"))
    let hint = try project.run("check", "c.arch", "--level", "hint")
    #expect(hint.code == 0 && hint.out.contains("byte order mark"))
  }
}
