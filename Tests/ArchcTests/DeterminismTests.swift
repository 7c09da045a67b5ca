import ArchTestSupport
import FoundationEssentials
import Testing

@testable import archc

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

/// Everything archc says and writes about the diagrams, in every format there is, by what was asked
/// and by the file's name.
private func everything(
  _ project: Project, environment: [String: String] = [:], order: [String] = names,
  currentFolder: String? = nil
) throws -> [String: [UInt8]] {
  var answers: [String: [UInt8]] = [:]
  for format in PictureFormat.allCases {
    let isFilm = format.hasFrames && format.hasPixels
    // Pixels of many boxes take seconds, and show nothing that those of few do not.
    let files = order.filter { !format.hasPixels || $0 != "many" }.map { "\($0).arch" }
    let options = (format.hasPixels ? ["--scale", "1"] : []) + (isFilm ? ["--fps", "1"] : [])
    let result = try project.run(
      ["build", "--format", format.rawValue, "-o", "out"] + options + files,
      environment: environment, currentFolder: currentFolder)
    answers["build \(format.rawValue)"] = Array((result.out + result.err).utf8)
    for name in try project.names() where name.hasPrefix("out/") {
      let file = FileManager.default.contents(atPath: project.path(name))
      if let file { answers["\(format.rawValue): \(name)"] = Array(file) }
    }
    #expect(try project.shell("rm -r out").code == 0)
  }
  for format in ["text", "json", "sarif", "github", "gitlab", "junit"] {
    let result = try project.run(
      ["check", "--format", format] + order.map { "\($0).arch" }, environment: environment)
    answers["check \(format)"] = Array((result.out + result.err).utf8)
  }
  return answers
}

/// Expects that two runs gave the same, and names what differs.
private func expectSame(_ answers: [String: [UInt8]], _ usual: [String: [UInt8]]) {
  let asked = Set(answers.keys).union(usual.keys).sorted()
  #expect(asked.filter { answers[$0] != usual[$0] } == [])
}

@Test func `The environment changes no byte`() throws {
  try withProject(diagrams) { project in
    let usual = try everything(project)
    for format in PictureFormat.allCases {
      #expect(usual.keys.contains { $0.hasPrefix("\(format.rawValue): out/flows") })
    }
    #expect(!usual.keys.contains { $0.contains("wrong") })
    let environments: [[String: String]] = [
      [:], ["LC_ALL": "de_DE.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Asia/Kathmandu"],
      ["LC_ALL": "POSIX", "TZ": "garbage", "HOME": "/nowhere", "TMPDIR": "/nowhere"],
      ["MALLOC_PERTURB_": "165", "GVBINDIR": "/nowhere", "GV_FILE_PATH": "/nowhere"],
      ["DOTFONTPATH": "/nowhere", "SERVER_NAME": "x", "COLUMNS": "20", "TERM": "dumb"],
    ]
    for environment in environments {
      expectSame(try everything(project, environment: environment), usual)
    }
  }
}

@Test func `Neither the folder nor the order of the files changes a byte`() throws {
  let usual = try withProject(diagrams) { try everything($0) }
  try withProject(diagrams) { project in
    let reversed = try everything(project, order: names.reversed())
    let repeated = try everything(project, order: names + ["shop", "one"])
    expectSame(reversed, usual)
    expectSame(repeated, usual)
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
