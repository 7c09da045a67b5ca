import ArchTestSupport
import Testing

private let names = ["shop", "network", "wrong", "one", "many", "flows"]

private let diagrams: [String: String] = [
  "shop.arch": """
  diagram "Shop" { direction = right }
  main: vpc { web: subnet { app: ecs } }
  user -> app "GET" -> s3, nobody-knows-this

  """,
  "network.arch": """
  a: vpc { p: subnet { x: ec2; y: ec2 }; q: subnet { z: rds } }
  b: vpc { r: subnet { v: ec2 } }
  x, y -> z; v -> z "reads"; x -> v

  """,
  "wrong.arch": wrongText + "a -> b, c, d\n", "one.arch": goodText,
  "many.arch": (0..<40).map { "n\($0 * 7 % 40): lambda -> n\($0 * 3 % 40)\n" }.joined(),
  "flows.arch": "user -> s3\nflow \"A\" { user -> s3; s3 -> user }\n",
]

/// Everything archc says and writes about the diagrams, in one text.
private func everything(
  _ project: Project, environment: [String: String] = [:], order: [String] = names,
  currentFolder: String? = nil
) throws -> [String] {
  var answers: [String] = []
  for format in ["svg", "dot", "json"] {
    let files = order.map { "\($0).arch" }
    let result = try project.run(
      ["build", "--format", format, "-o", "out"] + files, environment: environment,
      currentFolder: currentFolder)
    answers.append(result.out + result.err)
    for name in names { answers.append(project.text("out/\(name).\(format)") ?? "none") }
    #expect(try project.shell("rm -r out").code == 0)
  }
  for format in ["text", "json", "sarif", "github", "gitlab", "junit"] {
    let result = try project.run(
      ["check", "--format", format] + order.map { "\($0).arch" }, environment: environment)
    answers.append(result.out + result.err)
  }
  return answers
}

@Test func `The environment changes no byte`() throws {
  try withProject(diagrams) { project in
    let usual = try everything(project)
    #expect(usual.count { $0 == "none" } == 3)
    let environments: [[String: String]] = [
      [:], ["LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
      ["LC_ALL": "POSIX", "TZ": "garbage", "HOME": "/nowhere", "TMPDIR": "/nowhere"],
      ["MALLOC_PERTURB_": "165", "GVBINDIR": "/nowhere", "GV_FILE_PATH": "/nowhere"],
      ["DOTFONTPATH": "/nowhere", "SERVER_NAME": "x", "COLUMNS": "20", "TERM": "dumb"],
    ]
    for environment in environments {
      #expect(try everything(project, environment: environment) == usual)
    }
  }
}

@Test func `Neither the folder nor the order of the files changes a byte`() throws {
  let usual = try withProject(diagrams) { try everything($0) }
  try withProject(diagrams) { project in
    let reversed = try everything(project, order: names.reversed())
    let repeated = try everything(project, order: names + ["shop", "one"])
    #expect(reversed == usual)
    #expect(repeated == usual)
  }
}

@Test func `A diagram has the same picture alone, among others and after a bad file`() throws {
  try withProject(diagrams) { project in
    let alone = try project.run("build", "shop.arch", "-o", "-").out
    for index in 0..<9 { try project.write("a\(index).arch", index == 4 ? wrongText : goodText) }
    #expect(try project.run("build", "-o", "out").code == 1)
    #expect(project.text("out/shop.svg") == alone)
    let umask = try project.shell(
      "umask 077; MALLOC_PERTURB_=77 \"$ARCHC\" build shop.arch -o strict.svg")
    #expect(umask.code == 0)
    #expect(project.text("strict.svg") == alone)
  }
}
