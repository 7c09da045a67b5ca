import ArchTestSupport
import Testing

@Test(arguments: [
  "build shop.arch -o -", "check shop.arch", "check shop.arch --format json", "list services",
  "fmt --check ugly.arch", "fmt --diff ugly.arch", "dump tree shop.arch", "dump scene shop.arch",
  "completions bash", "--version", "--help", "fmt - < ugly.arch",
])
func `Output that cannot be written ends the command with 2`(command: String) throws {
  try withProject(["shop.arch": goodText, "ugly.arch": "user->s3\n"]) { project in
    for stream in [">/dev/full", ">&-"] {
      let result = try project.shell("\"$ARCHC\" \(command) \(stream)")
      #expect(result.code == 2, "\(stream)")
      #expect(result.err.hasPrefix("archc: cannot write standard output: "), "\(stream)")
    }
  }
}

@Test func `A reader that goes away ends the command without a word`() throws {
  try withProject { project in
    let result = try project.shell("\"$ARCHC\" completions bash | true")
    #expect(result.code == 0 && result.err == "")
  }
}

@Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"])
func `Closed descriptors never let messages into pictures`(closed: String) throws {
  try withProject(["good.arch": "user -> nobody-knows-this\n", "bad.arch": wrongText]) { project in
    let usual = try project.run("build", "good.arch", "-o", "-").out
    _ = try project.shell("\"$ARCHC\" build good.arch bad.arch missing.arch \(closed)")
    #expect(project.text("good.svg") == usual)
    #expect(!project.exists("bad.svg"))
    #expect(project.text("good.arch") == "user -> nobody-knows-this\n")
  }
}

@Test func `A limit on the size of files keeps the old picture and ends with 2`() throws {
  try withProject(["shop.arch": goodText, "shop.svg": "old"]) { project in
    let result = try project.shell("ulimit -f 1; \"$ARCHC\" build shop.arch")
    #expect(result.code == 2)
    #expect(result.err.contains("shop.svg"))
    #expect(project.text("shop.svg") == "old")
    #expect(try project.names() == ["shop.arch", "shop.svg"])
  }
}

@Test func `A folder where nothing can be made is named, and the other pictures are drawn`() throws
{
  try withProject(["a.arch": goodText, "b.arch": goodText]) { project in
    #expect(try project.shell("mkdir b.svg").code == 0)
    let result = try project.run("build")
    #expect(result.code == 2)
    #expect(result.err == "archc: cannot write 'b.svg': it is a folder, not a file\n")
    #expect(project.exists("a.svg"))
  }
}
