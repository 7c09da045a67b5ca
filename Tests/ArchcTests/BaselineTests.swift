import ArchTestSupport
import Testing

private let shop = """
  user -> acme-corp
  acme-corp -> other-firm

  """

@Test func `A recorded finding is not reported, a new one is, from whatever folder`() throws {
  try withProject(["shop.arch": shop, "parts/x.arch": "user -> third-firm\n"]) { project in
    let written = try project.run("check", "--write-baseline", "known.json")
    #expect(written.code == 0)
    #expect(written.err == "archc: recorded 3 findings in 'known.json'\n")
    let known = try project.run("check", "--baseline", "known.json", "--fail-on", "warning")
    #expect(known.code == 0 && known.err == "")
    #expect(known.out == "no problems in 2 files; 3 more in the baseline\n")
    let elsewhere = try project.run(
      ["check", "..", "--baseline", "../known.json", "--fail-on", "warning"],
      currentFolder: project.path("parts"))
    #expect(elsewhere.code == 0 && elsewhere.err == "")
    try project.write("shop.arch", "# more above\n\n\(shop)user -> new-firm\n")
    let changed = try project.run("check", "--baseline", "known.json", "--fail-on", "warning")
    #expect(changed.code == 1 && changed.err == "")
    #expect(changed.out.contains("new-firm") && !changed.out.contains("unknown name 'acme-corp'"))
  }
}

@Test func `Recording twice gives the same bytes`() throws {
  try withProject(["shop.arch": shop, "a/b.arch": shop]) { project in
    #expect(try project.run("check", "--write-baseline", "known.json").code == 0)
    let first = project.text("known.json")
    try project.write("shop.arch", "\n\n\(shop)")
    #expect(
      try project.run("check", "a/b.arch", "shop.arch", "--write-baseline", "known.json").code == 0)
    #expect(project.text("known.json") == first)
    #expect(first?.contains("\"version\": 1") == true)
  }
}

@Test func `What no longer occurs is remarked on, for the files that were checked or are gone`()
  throws
{
  try withProject(["shop.arch": shop, "a.arch": "user -> a-firm\n", "b.arch": shop]) { project in
    #expect(try project.run("check", "--write-baseline", "known.json").code == 0)
    try project.write("shop.arch", "user -> acme-corp\n")
    let other = try project.run("check", "a.arch", "--baseline", "known.json")
    #expect(other.err == "")
    let one = try project.run("check", "--baseline", "known.json")
    #expect(one.code == 0)
    #expect(
      one.err == """
        archc: 1 finding of the baseline no longer occurs; write it again with --write-baseline \
        known.json

        """)
    #expect(try project.shell("rm b.arch").code == 0)
    let gone = try project.run("check", "a.arch", "--baseline", "known.json")
    #expect(gone.err.contains("2 findings of the baseline no longer occur;"))
  }
}

@Test func `What is imported by several diagrams is recorded and held back once`() throws {
  let files = [
    "a.arch": "import \"part.arch\"\n", "b.arch": "import \"part.arch\"\n", "part.arch": shop,
  ]
  try withProject(files) { project in
    let written = try project.run("check", "--write-baseline", "known.json")
    #expect(written.err.contains("recorded 2 findings"))
    let result = try project.run("check", "--baseline", "known.json", "--fail-on", "warning")
    #expect(result.code == 0 && result.err == "")
    #expect(result.out == "no problems in 3 files; 2 more in the baseline\n")
  }
}

@Test func `Errors that stop the picture are not recorded and still reported`() throws {
  try withProject(["shop.arch": shop, "wrong.arch": wrongText]) { project in
    let written = try project.run("check", "--write-baseline", "known.json")
    #expect(written.code == 1)
    #expect(written.out.contains("attribute/range") && written.err.contains("recorded 2 findings"))
    let result = try project.run("check", "--baseline", "known.json")
    #expect(result.code == 1 && result.out.contains("1 error in 2 files; 2 more in the baseline"))
  }
}

@Test func `The level decides what is recorded`() throws {
  try withProject(["mark.arch": "\u{FEFF}user -> s3\n", "shop.arch": shop]) { project in
    let usual = try project.run("check", "--write-baseline", "known.json")
    #expect(usual.err.contains("recorded 2 findings"))
    let all = try project.run("check", "--level", "hint", "--write-baseline", "known.json")
    #expect(all.err.contains("recorded 3 findings"))
    let errors = try project.run("check", "--level", "error", "--write-baseline", "known.json")
    #expect(errors.err.contains("recorded 0 findings"))
  }
}

@Test func `A strict project with a baseline gets its pictures`() throws {
  let files = ["archc.toml": "strict = true\nbaseline = \"known.json\"\n", "shop.arch": shop]
  try withProject(files) { project in
    #expect(try project.run("build").code == 2)
    #expect(try project.run("check").code == 2)
    #expect(try project.run("check", "--write-baseline", "known.json").code == 0)
    #expect(try project.run("check").code == 0)
    let built = try project.run("build")
    #expect(built.code == 0 && built.err == "")
    #expect(project.exists("shop.svg"))
  }
}

@Test(arguments: ["", "{", "[]", "{\"version\": 2, \"findings\": []}", "\u{0}\u{1B}[31m"])
func `What is no baseline is refused and not overwritten`(text: String) throws {
  try withProject(["shop.arch": shop, "known.json": text]) { project in
    let read = try project.run("check", "--baseline", "known.json")
    #expect(read.code == 2 && read.out == "")
    #expect(read.err.hasPrefix("archc: cannot read 'known.json': "))
    #expect(read.err.utf8.count { $0 == UInt8(ascii: "\n") } == 1)
    guard !text.isEmpty else { return }
    let write = try project.run("check", "--write-baseline", "known.json")
    #expect(write.code == 2 && write.err.contains("cannot write 'known.json'"))
    #expect(project.text("known.json") == text)
  }
}

@Test func `Nothing is recorded where not everything could be checked`() throws {
  try withProject(["shop.arch": shop]) { project in
    let result = try project.run("check", "shop.arch", "gone.arch", "--write-baseline", "k.json")
    #expect(result.code == 2 && result.err.contains("'k.json' is not written"))
    #expect(try project.names() == ["shop.arch"])
    for path in ["no/folder/k.json", "shop.arch", "."] {
      #expect(try project.run("check", "shop.arch", "--write-baseline", path).code == 2)
    }
    #expect(project.text("shop.arch") == shop)
    #expect(try project.names() == ["shop.arch"])
  }
}

@Test func `A baseline outside the project is not for its configuration to name`() throws {
  let files = [
    "outside.json": "{\"version\": 1, \"findings\": []}",
    "p/archc.toml": "baseline = \"../outside.json\"\n", "p/a.arch": goodText,
  ]
  try withProject(files) { project in
    let result = try project.run("check", "p/a.arch")
    #expect(result.code == 2 && result.err.contains("outside the project folder"))
    #expect(result.err.contains(" --> p/archc.toml:1:12"))
    let named = try project.run("check", "p/../p/a.arch", "--baseline", "outside.json")
    #expect(named.code == 2)
  }
}
