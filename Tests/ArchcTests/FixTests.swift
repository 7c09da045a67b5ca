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
