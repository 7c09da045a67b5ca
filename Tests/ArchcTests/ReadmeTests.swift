import ArchTestSupport
import FoundationEssentials
import Testing

/// The folder of the repository.
/// The insides of the README's code blocks in a language.
private func blocks(_ language: String) throws -> [String] {
  let readme = try textOfFile("\(repositoryFolder)/README.md")
  return readme.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
    $0.components(separatedBy: "\n```").first
  }
}

@Test func `The README's diagram is in style and free of problems`() throws {
  let programs = try blocks("arch")
  #expect(programs.count == 1)
  for program in programs {
    let text = program + "\n"
    try withProject(["shop.arch": text]) { project in
      let check = try project.run("check", "--strict", "--level", "hint", "shop.arch")
      #expect(check.code == 0, "\(check.out)")
      let build = try project.run("build", "shop.arch")
      #expect(build.code == 0, "\(build.err)")
      #expect(project.exists("shop.svg"))
    }
  }
}

@Test func `The README's configuration can be used`() throws {
  let configurations = try blocks("toml")
  #expect(configurations.count == 1)
  for configuration in configurations {
    let files = [
      "archc.toml": configuration, "house-rules.arch": "", "shop.arch": goodText,
      "known-findings.json": "{ \"version\": 1, \"findings\": [] }",
    ]
    try withProject(files) { project in
      let check = try project.run("check", "shop.arch")
      #expect(check.code == 0 && check.err == "", "\(check.err)")
    }
  }
}

@Test func `The README's console block is what the console says`() throws {
  let sessions = try blocks("console")
  #expect(sessions.count == 5)
  for session in sessions {
    let lines = session.split(separator: "\n", maxSplits: 1, omittingEmptySubsequences: false)
    let command = String(try #require(lines.first).dropFirst("$ ".count))
    try withProject([:]) { project in
      let result = try project.shell(command.replacing("archc", with: "\"$ARCHC\""))
      #expect(result.out.hasPrefix(lines.last.map(String.init) ?? "?"))
    }
  }
}

@Test func `The service that the documentation shows is in style and free of problems`() throws {
  let page = try textOfFile(
    "\(repositoryFolder)/Sources/ArchCatalog/ArchCatalog.docc/ArchCatalog.md")
  let program = page.components(separatedBy: "```arch\n")[1].components(separatedBy: "```")[0]
  try withProject(["tickets.arch": program]) { project in
    let check = try project.run("check", "--strict", "--level", "hint", "tickets.arch")
    #expect(check.code == 0, "\(check.out)")
    let format = try project.run("fmt", "--check", "tickets.arch")
    #expect(format.code == 0, "\(format.out)")
  }
}

@Test func `The picture that opens the README is what archc draws of its diagram`() throws {
  let drawn = try runProcess(
    try builtExecutable("archc"), ["build", "Examples/photo-sharing.arch", "-o", "-"],
    currentFolder: repositoryFolder)
  let committed = try textOfFile("\(repositoryFolder)/Examples/photo-sharing.svg")
  #expect(drawn.code == 0)
  #expect(drawn.out == committed, "run: archc build Examples/photo-sharing.arch")
}

@Test func `The examples are in style and free of problems`() throws {
  let program = try builtExecutable("archc")
  let check = try runProcess(
    program, ["check", "--strict", "--level", "hint", "Examples"],
    currentFolder: repositoryFolder)
  #expect(check.code == 0, "\(check.out)")
  let format = try runProcess(
    program, ["fmt", "--check", "Examples", "Sources/CArchCatalog/services"],
    currentFolder: repositoryFolder)
  #expect(format.code == 0, "\(format.out)")
}
