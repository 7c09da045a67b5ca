import ArchTestSupport
import Testing

private let logo = "<svg viewBox='0 0 9 9'><circle cx='4' cy='4' r='3' fill='#abcdef'/></svg>"

@Test func `A group's own picture is drawn in its corner`() throws {
  let text = "team: group \"Team\" {\n  icon = \"logo.svg\"\n  shop: app\n}\n"
  try withProject(["main.arch": text, "logo.svg": logo, ".git/HEAD": ""]) { project in
    let result = try project.run("build", "main.arch", "-o", "-")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.out.contains("fill=\"#abcdef\""))
    #expect(
      result.out.matches(of: /<use href="#\w+" transform="translate[^>]*scale\(\.5\)/).count == 1)
  }
}

@Test func `An element's own picture is drawn, read beside the file that states it`() throws {
  let files = [
    "main.arch": "import \"sub/parts.arch\"\nuser -> shop\n",
    "sub/parts.arch": "shop: app { icon = \"art/logo.svg\" }\n", "sub/art/logo.svg": logo,
    ".git/HEAD": "",
  ]
  try withProject(files) { project in
    let result = try project.run("build", "main.arch", "-o", "-")
    #expect(result.code == 0, "\(result.err)")
    #expect(result.out.contains("fill=\"#abcdef\""))
  }
}

@Test(arguments: [
  ("gone.svg", "no such file or directory"), ("../logo.svg", "outside the project folder"),
  ("/etc/passwd.svg", "must be relative"), ("sub.d", "it is a folder"),
  ("large.svg", "larger than 64 KiB"), ("bad.svg", "line 1: <svg> is not closed"),
])
func `A picture that cannot be read is an error at the attribute`(
  path: String, reason: String
) throws {
  let files = [
    "logo.svg": logo, "repo/.git/HEAD": "", "repo/sub.d/x": "", "repo/bad.svg": "<svg>",
    "repo/large.svg": String(repeating: " ", count: 70_000) + logo,
    "repo/main.arch": "a: app { icon = \"\(path)\" }\n",
  ]
  try withProject(files) { project in
    let result = try project.run("build", "repo/main.arch", "-o", "-")
    #expect(result.code == 1 && result.out.isEmpty)
    #expect(result.err.contains("error[icon/unreadable]") && result.err.contains(reason))
    #expect(result.err.contains("main.arch:1:17"))
  }
}

@Test func `What a picture may not hold is left out with a warning`() throws {
  let script = "<svg viewBox='0 0 9 9'><script>alert(1)</script><path d='M1 2h3'/></svg>"
  let files = ["main.arch": "a: app { icon = \"a.svg\" }\n", "a.svg": script]
  try withProject(files) { project in
    let result = try project.run("build", "main.arch", "-o", "-")
    #expect(result.code == 0 && result.out.contains("M1 2h3") && !result.out.contains("alert"))
    #expect(result.err.contains("warning[icon/unsafe]") && result.err.contains("<script>"))
  }
}

@Test func `Icons are listed with the services that have them`() throws {
  try withProject([:]) { project in
    let text = try project.run("list", "icons")
    #expect(text.code == 0 && text.out.contains("queue  ") && text.out.contains("messages in line"))
    let json = try project.run("list", "icons", "--format", "json")
    #expect(json.code == 0 && json.out.contains("\"name\": \"queue\""))
    #expect(json.out.contains("\"sqs\""))
  }
}
