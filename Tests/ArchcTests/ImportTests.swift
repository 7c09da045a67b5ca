import ArchTestSupport
import Glibc
import Testing

/// A project with a repository's folder, so that its root is known, and with things outside.
private func withRepository(
  _ files: [String: String], _ body: (Project) throws -> Void
) throws {
  try withProject(files) { outer in
    try makeFolder(outer.path("repo/.git"))
    try body(Project(folder: outer.path("repo")))
  }
}

@Test(arguments: [
  ("missing.arch", "no such file or directory"),
  ("../secret.arch", "outside the project folder"),
  ("sub/../../secret.arch", "outside the project folder"),
  ("/etc/passwd", "must be relative"),
  ("out.arch", "outside the project folder"),
  ("outside/secret.arch", "outside the project folder"),
  ("sub", "it is a folder"),
  ("pipe.arch", "it is a pipe"),
  ("circle.arch", "too many levels of symbolic links"),
  ("device.arch", "outside the project folder"),
  ("main.arch", "imports itself"),
  ("./sub/../main.arch", "imports itself"),
  ("ring.arch", "imports this file"),
  ("", "the path is empty"),
])
func `A bad import is reported at the import and stops the picture`(
  path: String, reason: String
) throws {
  let files = [
    "secret.arch": "SECRET: sqs\n", "repo/main.arch": "user -> s3\nimport \"\(path)\"\n",
    "repo/sub/x.arch": goodText, "repo/ring.arch": "import \"main.arch\"\n",
  ]
  try withRepository(files) { project in
    let links = """
      ln -s ../secret.arch out.arch; ln -s .. outside; mkfifo pipe.arch
      ln -s circle.arch circle.arch; ln -s /dev/zero device.arch
      """
    #expect(try project.shell(links).code == 0)
    let result = try project.run("build", "main.arch")
    #expect(result.code == 1)
    #expect(result.err.contains(reason))
    let place = path == "ring.arch" ? "ring.arch:1:8" : "main.arch:2:8"
    #expect(result.err.contains(" --> \(place)\n"))
    #expect(!result.err.contains("SECRET"))
    #expect(!project.exists("main.svg"))
  }
}

@Test func `An import adds what it declares, through any number of files and ways`() throws {
  let files = [
    "repo/main.arch": "import \"left.arch\"\nimport \"right.arch\"\nleft -> base -> right\n",
    "repo/left.arch": "import \"parts/base.arch\"\nleft: lambda\n",
    "repo/right.arch": "import \"parts/base.arch\"\nright: lambda\n",
    "repo/parts/base.arch": "import \"../deep.arch\"\nbase: sqs\n", "repo/deep.arch": "deep: s3\n",
  ]
  try withRepository(files) { project in
    let result = try project.run("build", "main.arch", "-o", "-", "--format", "json")
    #expect(result.code == 0 && result.err == "")
    let names = try JSON(result.outBytes)["nodes"].items.compactMap { $0["id"].text }
    #expect(names.sorted() == ["base", "deep", "left", "right"])
  }
}

@Test func `A problem in an imported file is named by that file, once for all that import it`()
  throws
{
  let files = [
    "repo/a.arch": "import \"parts/wrong.arch\"\n", "repo/b.arch": "import \"parts/wrong.arch\"\n",
    "repo/parts/wrong.arch": wrongText,
  ]
  try withRepository(files) { project in
    let result = try project.run("check")
    #expect(result.code == 1)
    #expect(result.out.components(of: " --> parts/wrong.arch:1:27") == 1)
    let elsewhere = try project.run(["check", "../repo/a.arch"])
    #expect(elsewhere.out.contains(" --> parts/wrong.arch:1:27"))
  }
}

@Test func `Standard input imports from the current folder and no further than its project`() throws
{
  let files = ["repo/part.arch": "x: sqs\n", "secret.arch": "y: sqs\n"]
  try withRepository(files) { project in
    let good = try project.run("check", "-", stdin: "import \"part.arch\"\nuser -> x\n")
    #expect(good.code == 0)
    let bad = try project.run("check", "-", stdin: "import \"../secret.arch\"\n")
    #expect(bad.code == 1)
    #expect(bad.out.contains("outside the project folder"))
  }
}

@Test func `A long chain of imports ends with the limit, named at the import`() throws {
  var files = ["repo/f100.arch": goodText]
  for index in 0..<100 { files["repo/f\(index).arch"] = "import \"f\(index + 1).arch\"\n" }
  try withRepository(files) { project in
    let result = try project.run("check", "f0.arch")
    #expect(result.code == 1)
    #expect(result.out.contains("imports are nested 64 deep"))
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
