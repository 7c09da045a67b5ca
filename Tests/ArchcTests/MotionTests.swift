import ArchTestSupport
import Testing

private let shop = """
  user -> shop -> db
  shop: ecs
  flow "Buy" { user -> shop "order"; shop -> db "store" }
  flow "Look" { user -> shop }

  """

@Test func `Pictures that move and pages stand beside their diagram`() throws {
  try withProject(["shop.arch": shop]) { project in
    for (format, name) in [("animated-svg", "shop.svg"), ("html", "shop.html")] {
      let result = try project.run("build", "shop.arch", "--format", format)
      #expect(result.code == 0)
      #expect(project.exists(name))
    }
    #expect(project.text("shop.svg")?.contains("offset-path") == true)
    #expect(project.text("shop.html")?.contains("Buy: 1 · order") == true)
    let one = try project.run("build", "shop.arch", "--format", "html", "--flow", "Look", "-o", "-")
    #expect(one.out.contains(" → shop"))
    #expect(!one.out.contains("· order"))
  }
}

@Test func `Frames make a folder with an index, and a shorter run leaves none behind`() throws {
  try withProject(["shop.arch": shop, "shop.frames/note-0001.svg": "mine"]) { project in
    #expect(try project.run("build", "shop.arch", "--format", "frames", "--fps", "2").code == 0)
    #expect(try project.names().filter { $0.contains("frame-") }.count == 12)
    #expect(try project.run("build", "shop.arch", "--format", "frames").code == 0)
    #expect(
      try project.names() == [
        "shop.arch", "shop.frames", "shop.frames/frame-0001.svg", "shop.frames/frame-0002.svg",
        "shop.frames/frame-0003.svg", "shop.frames/frames.json", "shop.frames/note-0001.svg",
      ])
    let index = try JSON(Array(try #require(project.text("shop.frames/frames.json")).utf8))
    #expect(index.keys == ["frames", "height", "version", "width"])
    for frame in index["frames"].items {
      #expect(frame.keys == ["caption", "duration", "file", "flow", "start", "step"])
    }
  }
}

@Test func `-o names the folder of the frames, the second time too, or one above several`() throws {
  try withProject(["a.arch": goodText, "in/b.arch": goodText]) { project in
    for _ in 1...2 {
      let result = try project.run("build", "a.arch", "--format", "frames", "-o", "film")
      #expect(result.code == 0)
    }
    #expect(project.exists("film/frames.json") && !project.exists("film/a.frames"))
    #expect(try project.run("build", "--format", "frames", "-o", "films").code == 0)
    #expect(project.exists("films/a.frames/frames.json"))
    #expect(project.exists("films/in/b.frames/frames.json"))
    let piped = try project.run("build", "-", "--format", "frames", "-o", "pipe", stdin: goodText)
    #expect(piped.code == 0)
    #expect(project.exists("pipe/frame-0001.svg"))
  }
}

@Test(arguments: [
  "a.arch --fps 5", "a.arch --format html --fps 5", "a.arch --format frames --fps 0",
  "a.arch --format frames --fps 61", "a.arch --format frames --fps fast",
  "a.arch --format frames -o -", "- --format frames", "a.arch --format frames -o a.arch",
  "x/a.arch x/a --format frames -o out", "slow.arch --format frames --fps 60",
  "a.arch --format frames -o plain",
])
func `Frames that cannot be are refused before anything is written`(line: String) throws {
  let slow =
    "user -> s3\nflow \"Slow\" { user -> s3 { takes = 10s }; user -> s3 { takes = 10s } }\n"
  let files = [
    "a.arch": goodText, "x/a.arch": goodText, "x/a": goodText, "slow.arch": slow, "plain": "",
  ]
  try withProject(files) { project in
    let before = try project.names()
    let arguments = ["build"] + line.split(separator: " ").map(String.init)
    let result = try project.run(arguments, stdin: Array(goodText.utf8))
    #expect(result.code == 2)
    #expect(result.out == "" && !result.err.isEmpty)
    #expect(try project.names() == before)
    for (name, text) in files { #expect(project.text(name) == text) }
  }
}
