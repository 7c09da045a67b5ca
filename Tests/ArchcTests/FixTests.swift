import ArchTestSupport
import Testing

private let mendable = [
  "units.arch": """
  orders: sqs {
    visibility-timeout = 360
    retention = 14
  }

  """,
  "spellings.arch": """
  orders: sqs {
    VisibilityTimeout = 360
    receive_wait_time_seconds = 20
  }
  api: lambda { MemorySize = 512 }

  """,
  "words.arch": "orders: sqs { type = FIFO }\ndb: rds { multi-az == true }\n",
  "allowed.arch": """
  # archc: allow name/unknown -- it was a name once
  user -> s3
  s3 -> lambda # archc: allow name/unknown -- and so was this

  """,
  "mark.arch": "\u{FEFF}user -> s3\n",
  "letters.arch": "user\u{00A0}-> s3\nb: sqs “Jobs”\n",
]

@Test(arguments: mendable.keys.sorted())
func `--fix mends what is certain, once and for all, and leaves a file in style`(
  name: String
) throws {
  try withProject([name: mendable[name] ?? ""]) { project in
    let before = try project.run("check", "--level", "hint", name)
    #expect(!before.out.contains("no problems"))
    let fixed = try project.run("check", "--fix", "--level", "hint", name)
    #expect(fixed.code == 0)
    #expect(fixed.out == "no problems in 1 file\n")
    let text = project.text(name)
    #expect(text != mendable[name])
    #expect(try project.run("check", "--fix", name).code == 0)
    #expect(project.text(name) == text)
    let formatted = try project.run("fmt", "--check", "--diff", name)
    #expect(formatted.out == "" && formatted.code == 0)
  }
}

@Test func `--fix guesses nothing and reports what it left`() throws {
  let text = "user -> clodfront\ncf -> user\norders: sqs { retention = 99d }\nmain: vpc {\n"
  try withProject(["guess.arch": text]) { project in
    let before = try project.run("check", "guess.arch")
    let result = try project.run("check", "--fix", "guess.arch")
    #expect(result.code == 1)
    #expect(result.out == before.out)
    #expect(project.text("guess.arch") == text)
  }
}

@Test func `--fix mends each file of a batch, and a file that is imported in its own turn`() throws
{
  let files = [
    "a.arch": "import \"b.arch\"\nx: sqs { retention = 14 }\n",
    "b.arch": "y: sqs { retention = 3 }\n",
  ]
  try withProject(files) { project in
    let result = try project.run("check", "--fix")
    #expect(result.code == 0)
    #expect(project.text("a.arch")?.contains("14d") == true)
    #expect(project.text("b.arch")?.contains("3d") == true)
    #expect(try project.run("check", "--fix", "missing.arch").code == 2)
  }
}

@Test func `--fix says how much it mended, on standard error`() throws {
  let files = [
    "a.arch": "x: sqs { retention = 14; visibility-timeout = 60 }\n",
    "b.arch": "y: sqs { retention = 3 }\n", "c.arch": goodText,
  ]
  try withProject(files) { project in
    let result = try project.run("check", "--fix")
    #expect(result.code == 0 && result.out == "no problems in 3 files\n")
    #expect(result.err == "archc: mended 3 findings in 2 files\n")
    #expect(try project.run("check", "--fix").err == "")
  }
}

@Test func `--fix keeps the ends of lines, the mode of a file and everything it does not mend`()
  throws
{
  let text = "\u{FEFF}x: sqs {\r\n  retention = 14 # é\r\n}\r\nlast: s3"
  try withProject(["a.arch": text]) { project in
    let result = try project.shell("chmod 640 a.arch; \"$ARCHC\" check --fix")
    #expect(result.code == 0)
    #expect(project.text("a.arch") == "x: sqs {\r\n  retention = 14d # é\r\n}\r\nlast: s3")
    #expect(try project.shell("stat -c %a a.arch").out == "640\n")
    #expect(try project.names() == ["a.arch"])
  }
}

@Test(arguments: [
  ("chmod a-w a.arch", "permission denied"), ("mv a.arch b; ln -s b a.arch", "a symbolic link"),
  ("printf '# \\377\\n' >> a.arch", "not UTF-8 text"),
])
func `--fix leaves a file alone that it could not write back as it was, and says so`(
  script: String, reason: String
) throws {
  try withProject(["a.arch": "x: sqs { retention = 14 }\n"]) { project in
    #expect(try project.shell(script).code == 0)
    let before = try project.shell("ls -li; cksum *").out
    let result = try project.run("check", "--fix", "a.arch")
    #expect(result.code == 2)
    #expect(result.err.contains("cannot mend 'a.arch': ") && result.err.contains(reason))
    #expect(result.out.contains("attribute/missing-unit"))
    #expect(try project.shell("ls -li; cksum *").out == before)
  }
}

@Test func `A file without anything to mend is not refused`() throws {
  try withProject(["a.arch": goodText]) { project in
    #expect(try project.shell("chmod a-w a.arch; ln -s a.arch b.arch").code == 0)
    let result = try project.run("check", "--fix", "a.arch", "b.arch")
    #expect(result.code == 0 && result.err == "")
  }
}

@Test func `--fix leaves alone what is switched off or recorded`() throws {
  let text = "orders: sqs { VisibilityTimeout = 6m }\n"
  try withProject(["a.arch": text]) { project in
    try project.write("archc.toml", "[severity]\n\"attribute/spelling\" = \"off\"\n")
    #expect(try project.run("check", "--fix").code == 0)
    #expect(project.text("a.arch") == text)
    try project.write("archc.toml", "")
    #expect(try project.run("check", "--write-baseline", "known.json").code == 0)
    #expect(try project.run("check", "--fix", "--baseline", "known.json").code == 0)
    #expect(project.text("a.arch") == text)
    #expect(try project.run("check", "--fix").code == 0)
    #expect(project.text("a.arch") == "orders: sqs { visibility-timeout = 6m }\n")
  }
}

@Test func `A file with very many mistakes is mended in one go`() throws {
  func text(_ retention: String) -> String {
    (0..<1000).map { "q\($0): sqs { retention = \(retention) }\n" }.joined()
  }
  try withProject(["a.arch": text("9")]) { project in
    let result = try project.run("check", "--fix")
    #expect(result.err == "archc: mended 1000 findings in 1 file\n")
    #expect(project.text("a.arch") == text("9d"))
  }
}
