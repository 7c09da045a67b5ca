import ArchTestSupport
import Testing

private let warnedText = "user -> acme-corp\n"

@Test(arguments: ["archc.toml", ".archc.toml"])
func `The nearest configuration at or above a file counts, up to the repository's root`(
  name: String
) throws {
  let files = [
    name: "strict = true\n", "a.arch": warnedText, "sub/b.arch": warnedText,
    "own/archc.toml": "", "own/deep/c.arch": warnedText, "repository/.git/HEAD": "",
    "repository/d.arch": warnedText,
  ]
  try withProject(files) { project in
    #expect(try project.run("check", "a.arch").code == 1)
    #expect(try project.run("check", "sub/b.arch").code == 1)
    #expect(try project.run("check", "own/deep/c.arch").code == 0)
    #expect(try project.run("check", "repository/d.arch").code == 0)
    #expect(try project.run("check", "-", stdin: warnedText).code == 1)
    let elsewhere = try project.run(
      ["check", "../a.arch"], currentFolder: project.path("repository"))
    #expect(elsewhere.code == 1)
  }
}

@Test func `The command line wins over the configuration`() throws {
  let files = [
    "archc.toml": "level = \"error\"\nfail-on = \"warning\"\n", "a.arch": warnedText,
  ]
  try withProject(files) { project in
    let configured = try project.run("check")
    #expect(configured.code == 1 && configured.out.contains("1 warning in 1 file"))
    #expect(try project.run("check", "--fail-on", "error").out == "no problems in 1 file\n")
    let shown = try project.run("check", "--fail-on", "error", "--level", "warning")
    #expect(shown.code == 0 && shown.out.contains("1 warning in 1 file"))
  }
}

@Test func `build heeds severities, strictness and what is left out`() throws {
  let files = [
    "archc.toml": """
    strict = true
    ignore = ["generated/**", "*.draft.arch"]
    [[path]]
    match = ["legacy/**"]
    severity = { "name/*" = "off", "connection/impossible" = "hint" }

    """,
    "a.arch": warnedText, "legacy/b.arch": warnedText,
    "legacy/c.arch": "topic: sns\nstream: kinesis\ntopic -> stream\n",
    "generated/d.arch": goodText, "x/e.draft.arch": goodText,
  ]
  try withProject(files) { project in
    let result = try project.run("build")
    #expect(result.code == 1)
    #expect(result.err.contains("error[name/unknown]") && result.err.contains("a.arch"))
    #expect(!result.err.contains("legacy"))
    let pictures = try project.names().filter { $0.hasSuffix(".svg") }
    #expect(pictures == ["legacy/b.svg", "legacy/c.svg"])
    // What is named is worked on all the same.
    #expect(try project.run("build", "generated/d.arch").code == 0)
    #expect(try project.run("fmt", "--check", "x").code == 2)
  }
}

@Test func `Imported files are known by their own paths`() throws {
  let files = [
    "archc.toml": "[[path]]\nmatch = [\"parts/\"]\nseverity = { \"name/unknown\" = \"off\" }\n",
    "a.arch": "import \"parts/b.arch\"\nuser -> acme-corp\n",
    "parts/b.arch": "user -> acmy-corp\n",
  ]
  try withProject(files) { project in
    let result = try project.run("check")
    #expect(result.out.contains("acme-corp") && !result.out.contains("acmy-corp"))
  }
}

@Test func `A configuration that cannot be used stops its own files and no others`() throws {
  let files = [
    "bad/archc.toml": "strict = \"yes\"\n", "bad/a.arch": goodText, "bad/b.arch": goodText,
    "good/archc.toml": "", "good/c.arch": goodText,
  ]
  try withProject(files) { project in
    for paths in [["bad/a.arch", "bad/b.arch", "good/c.arch"], []] {
      let result = try project.run(["build"] + paths)
      #expect(result.code == 2)
      #expect(result.err.ranges(of: "'strict' takes true or false").count == 1)
      #expect(result.err.contains(" --> bad/archc.toml:1:10"))
      #expect(try project.names().filter { $0.hasSuffix(".svg") } == ["good/c.svg"])
    }
    let fix = try project.run("check", "--fix", "bad/a.arch")
    #expect(fix.code == 2 && fix.out == "")
  }
}

@Test(arguments: [
  "mkdir archc.toml", "mkfifo archc.toml", "ln -s archc.toml archc.toml",
  "ln -s nowhere .archc.toml", "touch archc.toml .archc.toml",
  "head -c 2000000 /dev/zero > archc.toml", "printf 'a = \\377' > archc.toml",
])
func `A configuration that cannot be read ends the command with 2 and is named`(
  script: String
) throws {
  try withProject(["a.arch": goodText]) { project in
    #expect(try project.shell(script).code == 0)
    let result = try project.run("check", "a.arch")
    #expect(result.code == 2)
    #expect(result.err.contains("archc.toml"))
    #expect(result.out == "")
  }
}

@Test(arguments: [
  ("house.arch", "no such file"), ("../outside.arch", "outside the project folder"),
  ("link.arch", "outside the project folder"), ("/etc/passwd", "must be relative"),
  ("none/*.arch", "there is no such file"), ("", "the path is empty"), ("sub", "it is a folder"),
  ("*.arch", "outside the project folder"),
])
func `Files of rules are found inside the project or missed at the place`(
  path: String, reason: String
) throws {
  let files = [
    "outside.arch": "", "project/archc.toml": "rules = [\"sub/a.arch\", \"\(path)\"]\n",
    "project/sub/a.arch": "", "project/b.arch": goodText,
  ]
  try withProject(files) { outer in
    let project = Project(folder: outer.path("project"))
    #expect(try project.shell("ln -s ../outside.arch link.arch").code == 0)
    let result = try project.run("check", "b.arch")
    #expect(result.code == 2)
    #expect(result.err.contains(" --> archc.toml:1:24") && result.err.contains(reason))
  }
}

@Test func `Any bytes for a configuration end in an answer`() throws {
  var random = SplitMix64(seed: 21)
  let text = "strict = true\nignore = [\"a\"]\n[severity]\n\"name/*\" = \"off\"\n"
  try withProject(["a.arch": goodText]) { project in
    for _ in 0..<40 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1..<6, using: &random) where !bytes.isEmpty {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes = mutated(bytes, tokens: [place..<min(place + 4, bytes.count)], using: &random)
      }
      try project.write("archc.toml", bytes: bytes)
      let result = try project.run("check", "a.arch")
      #expect(result.code == 0 || result.code == 2)
      #expect((result.code == 0) == (result.out == "no problems in 1 file\n"))
    }
  }
}
