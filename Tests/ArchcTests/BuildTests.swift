import ArchTestSupport
import FoundationEssentials
import Glibc
import Testing

private let shop = """
  diagram "Shop" { direction = right }
  main: vpc { web: subnet { app: ecs } }
  user -> app "GET" -> s3
  flow "Buy" { user -> app "POST"; app -> s3 }
  flow "Look" { user -> app }

  """

@Test func `A picture stands beside its diagram and bears its name`() throws {
  try withProject(["shop.arch": shop, "deep/down/other.arch": goodText]) { project in
    let result = try project.run("build", "shop.arch", "deep/down/other.arch")
    #expect(result.code == 0)
    #expect(result.out == "" && result.err == "")
    #expect(project.text("shop.svg")?.hasPrefix("<svg ") == true)
    #expect(project.exists("deep/down/other.svg"))
  }
}

@Test func `-o names a file, a folder, or a folder to mirror`() throws {
  try withProject(["in/a.arch": goodText, "in/b/c.arch": goodText]) { project in
    for arguments in [
      ["build", "in/a.arch", "-o", "new/folder/x.svg"], ["build", "in/a.arch", "-o", "flat/"],
      ["build", "in", "-o", "tree"],
    ] {
      #expect(try project.run(arguments).code == 0)
    }
    let pictures = try project.names().filter { $0.hasSuffix(".svg") }
    #expect(
      pictures == ["flat/a.svg", "new/folder/x.svg", "tree/a.svg", "tree/b/c.svg"])
  }
}

@Test func `A dash stands for standard input and output, and output is the picture alone`() throws {
  try withProject(["shop.arch": "user -> nobody-knows-this\n"]) { project in
    let toFile = try project.run("build", "shop.arch")
    let toOutput = try project.run("build", "shop.arch", "-o", "-")
    #expect(toOutput.out == project.text("shop.svg"))
    #expect(toOutput.err == toFile.err)
    #expect(toFile.err.contains("nobody-knows-this"))
    let piped = try project.run("build", "-", stdin: "user -> nobody-knows-this\n")
    #expect(piped.out == toOutput.out)
    #expect(piped.err == toFile.err.replacing("shop.arch", with: "<stdin>"))
    #expect(try project.run("build", "-", "-o", "in.svg", stdin: goodText).out == "")
    #expect(project.exists("in.svg"))
  }
}

@Test func `A text with errors leaves the old picture and makes no new one`() throws {
  try withProject(["old.arch": wrongText, "old.svg": "old", "new.arch": wrongText]) { project in
    let result = try project.run("build")
    #expect(result.code == 1)
    #expect(project.text("old.svg") == "old")
    #expect(try project.names() == ["new.arch", "old.arch", "old.svg"])
    #expect(try project.run("build", "-", stdin: wrongText).out == "")
  }
}

@Test func `A picture that stays the same is not written again`() throws {
  try withProject(["shop.arch": shop]) { project in
    let first = try project.run("build")
    #expect(first.code == 0)
    var past = [timespec(tv_sec: 1_000_000, tv_nsec: 0), timespec(tv_sec: 1_000_000, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, project.path("shop.svg"), &past, 0) == 0)
    #expect(try project.run("build").code == 0)
    var status = stat()
    #expect(stat(project.path("shop.svg"), &status) == 0)
    #expect(status.st_mtim.tv_sec == 1_000_000)
  }
}

@Test(arguments: [
  ["a/x.arch", "b/x.arch", "-o", "out/"], ["a/x.arch", "a/x", "-o", "out/"],
  ["a/x.arch", "-o", "a/x.arch"], ["plain", "-o", "plain"], ["plain", "-o", "./a/../plain"],
  ["a/x.arch", "-o", "b/x.arch"], ["a/x.arch", "link", "-o", "one.svg"],
])
func `Outputs that meet, or would cover a diagram, are refused before anything is written`(
  arguments: [String]
) throws {
  let files = ["a/x.arch": goodText, "a/x": goodText, "b/x.arch": goodText, "plain": goodText]
  try withProject(files) { project in
    #expect(symlink("plain", project.path("link")) == 0)
    let before = try project.names()
    let result = try project.run(["build"] + arguments)
    #expect(result.code == 2)
    #expect(result.err.split(separator: "\n").count == 1)
    #expect(try project.names() == before)
    for name in files.keys { #expect(project.text(name) == goodText) }
  }
}

@Test func `Hidden folders and what .gitignore excludes are left out`() throws {
  let files = [
    "top.arch": goodText, "sub/y.arch": goodText, ".hidden/x.arch": wrongText,
    "ignored/z.arch": wrongText, "sub/draft.arch": wrongText, ".git/w.arch": wrongText,
    ".gitignore": "ignored/\n", "sub/.gitignore": "draft*\n", "note.txt": "",
  ]
  try withProject(files) { project in
    let result = try project.run("build", "-o", "out")
    #expect(result.code == 0)
    #expect(
      try project.names().filter { $0.hasSuffix(".svg") } == ["out/sub/y.svg", "out/top.svg"])
    #expect(try project.run("check", "ignored/z.arch").code == 1)
  }
}

@Test func `--flow keeps one flow and an unknown name lists those there are`() throws {
  try withProject(["shop.arch": shop]) { project in
    let look = try project.run(
      "build", "shop.arch", "-o", "-", "--format", "json", "--flow", "Look")
    let scene = try JSON(look.outBytes)
    #expect(scene["flows"].items.map { $0["name"].text } == ["Look"])
    let unknown = try project.run("build", "shop.arch", "--flow", "Sell")
    #expect(unknown.code == 2)
    #expect(unknown.err.contains("'Buy', 'Look'"))
    #expect(try project.names() == ["shop.arch"])
  }
}

@Test func `--theme changes the colours, and the option wins over the text`() throws {
  let dark = shop.replacing("direction = right", with: "theme = dark")
  try withProject(["shop.arch": shop, "dark.arch": dark]) { project in
    func picture(_ name: String, _ theme: String) throws -> String {
      try project.run("build", name, "-o", "-", "--theme", theme).out
    }
    let usual = try project.run("build", "shop.arch", "-o", "-").out
    let darkText = try project.run("build", "dark.arch", "-o", "-").out
    let (light, dark) = (try picture("shop.arch", "light"), try picture("shop.arch", "dark"))
    #expect(try picture("shop.arch", "auto") == usual)
    #expect(try picture("dark.arch", "light") == light)
    #expect(darkText == dark)
    #expect(Set([usual, light, dark]).count == 3)
    #expect(usual.contains("prefers-color-scheme"))
    #expect(!dark.contains("prefers-color-scheme"))
  }
}

@Test func `The scene as JSON has the keys that scripts rely on`() throws {
  try withProject(["shop.arch": shop]) { project in
    #expect(try project.run("build", "--format", "json").code == 0)
    let scene = try JSON(Array(try #require(project.text("shop.json")).utf8))
    #expect(
      scene.keys
        == ["edges", "flows", "groups", "height", "nodes", "title", "version", "width"])
    let box = ["height", "id", "label", "parent", "service", "width", "x", "y"]
    for node in scene["nodes"].items + scene["groups"].items { #expect(node.keys == box) }
    for edge in scene["edges"].items {
      #expect(edge.keys == ["id", "kind", "label", "points", "source", "target"])
    }
    #expect(scene["nodes"].items.map { $0["id"].text } == ["main.web.app", "user", "s3"])
    #expect(scene["groups"].items.map { $0["parent"].text } == [nil, "main"])
    #expect(scene["title"].text == "Shop")
  }
}

@Test func `The picture as DOT joins the same elements`() throws {
  try withProject(["shop.arch": shop]) { project in
    let dot = try project.run("build", "shop.arch", "--format", "dot", "-o", "-").out
    #expect(dot.contains("digraph"))
    for id in ["main.web.app", "user", "s3"] { #expect(dot.contains("\"\(id)\"")) }
  }
}

@Test func `list services tells scripts about every service with the same keys`() throws {
  try withProject { project in
    let services = try JSON(try project.run("list", "services", "--format", "json").outBytes).items
    let names = try project.run("list", "services").out.split(separator: "\n").map {
      String($0.prefix { $0 != " " })
    }
    #expect(services.map { $0["name"].text } == names)
    #expect(names.contains("sqs") && names == names.sorted())
    let keys = [
      "aliases", "attributes", "category", "name", "receivesFrom", "sendsTo", "source", "status",
      "summary", "title",
    ]
    for service in services { #expect(service.keys == keys) }
  }
}

@Test func `A file that only declares services for others has no picture`() throws {
  let library = "service ledger \"Ledger\" { category = database }\n"
  let user = "import \"library.arch\"\nbooks: ledger \"Books\"\n"
  try withProject(["in/library.arch": library, "in/user.arch": user]) { project in
    let result = try project.run("build", "in", "-o", "out")
    #expect(result.code == 0, "\(result.err)")
    #expect(project.exists("out/user.svg"))
    #expect(!project.exists("out/library.svg"))
  }
}

@Test func `What an attribute refers to is drawn, unless the text draws it`() throws {
  let queue = "jobs: sqs { dlq = failed }\nfailed: sqs\n"
  func edges(_ text: String, in project: Project) throws -> Int {
    let result = try project.run("build", "-", "--format", "json", stdin: text)
    #expect(result.code == 0, "\(result.err)")
    return result.out.components(separatedBy: "\"source\":").count - 1
  }
  try withProject([:]) { project in
    #expect(try edges(queue, in: project) == 1)
    #expect(try edges(queue + "jobs -> failed\n", in: project) == 1)
    #expect(try edges(queue + "failed <- jobs\n", in: project) == 1)
    #expect(try edges(queue + "failed -> jobs\n", in: project) == 1)
    let outcome = try project.run("build", "-", "--format", "json", stdin: queue)
    #expect(outcome.out.contains("\"reference\""))
    #expect(outcome.out.contains("\"dlq\""))
  }
}

@Test(arguments: [
  ("mermaid", "mmd", "---\ntitle: \"Shop\"\n---\nflowchart LR\n"), ("d2", "d2", "direction: right"),
  ("png", "png", "\u{89}PNG"), ("pdf", "pdf", "%PDF-"), ("gif", "gif", "GIF89a"),
  ("apng", "apng", "\u{89}PNG"),
])
func `Every format is a file with the ending that programs know it by`(
  format: String, ending: String, start: String
) throws {
  try withProject(["shop.arch": shop]) { project in
    let result = try project.run("build", "--format", format)
    #expect(result.code == 0 && result.err == "", "\(result.err)")
    #expect(project.exists("shop.\(ending)"))
    let out = try project.run("build", "shop.arch", "-o", "-", "--format", format)
    let bytes = start.unicodeScalars.map { UInt8($0.value) }
    #expect(out.outBytes.starts(with: bytes))
    let again = try project.run("build", "shop.arch", "-o", "-", "--format", format)
    #expect(again.outBytes == out.outBytes)
  }
}

@Test func `--scale says how many pixels a px is wide, and --theme which colours they have`() throws
{
  try withProject(["shop.arch": shop]) { project in
    func picture(_ arguments: String...) throws -> [UInt8] {
      let usual = ["build", "shop.arch", "-o", "-", "--format", "png"]
      return try project.run(usual + arguments).outBytes
    }
    let (once, usual) = (try picture("--scale", "1"), try picture())
    let (twice, light) = (try picture("--scale", "2"), try picture("--theme", "light"))
    let dark = try picture("--theme", "dark")
    func width(_ png: [UInt8]) -> Int { png[16..<20].reduce(0) { $0 << 8 | Int($1) } }
    #expect(abs(width(usual) - 2 * width(once)) <= 1)
    #expect(twice == usual)
    #expect(light == usual)
    #expect(dark != usual)
  }
}

@Test(arguments: [
  ["--format", "svg", "--scale", "2"], ["--format", "pdf", "--scale", "2"], ["--scale", "1"],
  ["--format", "png", "--scale", "0"], ["--format", "png", "--scale", "5"],
  ["--format", "png", "--scale", "x"], ["--format", "png", "--fps", "5"],
])
func `--scale out of place or out of range is wrong usage`(arguments: [String]) throws {
  try withProject(["shop.arch": shop]) { project in
    let result = try project.run(["build"] + arguments)
    #expect(result.code == 2)
    #expect(try project.names() == ["shop.arch"])
  }
}

@Test(arguments: ["png", "pdf", "gif", "apng"])
func `Without the library that draws pixels one sentence says so and nothing is written`(
  format: String
) throws {
  try withProject(["shop.arch": shop, "lib/librsvg-2.so.2": ""]) { project in
    let result = try project.run(
      ["build", "--format", format], environment: ["LD_LIBRARY_PATH": project.path("lib")])
    #expect(result.code == 2)
    #expect(result.err.split(separator: "\n").count == 1)
    #expect(result.err.contains("librsvg2-2"))
    #expect(try project.names() == ["lib", "lib/librsvg-2.so.2", "shop.arch"])
    let svg = try project.run("build", environment: ["LD_LIBRARY_PATH": project.path("lib")])
    #expect(svg.code == 0)
  }
}

@Test func `Without Graphviz one sentence says so, and what draws nothing works all the same`()
  throws
{
  let libraries = (6...9).map { ("lib/libgvc.so.\($0)", "") }
  let files = Dictionary(uniqueKeysWithValues: libraries + [("shop.arch", shop)])
  try withProject(files) { project in
    let environment = ["LD_LIBRARY_PATH": project.path("lib")]
    let result = try project.run("build", environment: environment)
    #expect(result.code == 2)
    #expect(result.err.split(separator: "\n").count == 1)
    #expect(result.err.contains("'shop.arch'") && result.err.contains("libgvc6"))
    #expect(!project.exists("shop.svg"))
    for arguments in [
      ["check"], ["fmt"], ["--version"], ["build", "--format", "unicode"],
    ] {
      #expect(try project.run(arguments, environment: environment).code == 0)
    }
  }
}

@Test func `Many diagrams, with and without mistakes, need few open files`() throws {
  var files: [String: String] = [:]
  for index in 0..<40 {
    files["\(index)-good.arch"] = goodText
    files["\(index)-wrong.arch"] = wrongText
    files["\(index)-broken.arch"] = "user -> -> s3 {\n"
  }
  try withProject(files) { project in
    let result = try project.shell("ulimit -n 36; \"$ARCHC\" build")
    #expect(result.code == 1)
    #expect(try project.names().count { $0.hasSuffix(".svg") } == 40)
    #expect(!result.err.contains("lay out"))
  }
}
