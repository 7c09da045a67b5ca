import ArchTestSupport
import Testing

/// Runs `check` and `build` on a text that is too much and expects words in what they say.
private func expect(_ text: String, code: Int32, says words: String...) throws {
  try withProject(["big.arch": text]) { project in
    for command in ["check", "build"] {
      let result = try project.run(command, "big.arch")
      #expect(result.code == code)
      let said = result.out + result.err
      for words in words { #expect(said.contains(words)) }
      #expect(said.utf8.count < 300_000)
    }
    #expect(!project.exists("big.svg"))
    #expect(try project.run("fmt", "big.arch").code <= 2)
    #expect(project.text("big.arch")?.hasPrefix(text.dropLast()) == true)
  }
}

@Test func `A hundred thousand braces are a mistake, not a crash`() throws {
  try expect(String(repeating: "{", count: 100_000), code: 1, says: "this block belongs to nothing")
}

@Test(arguments: ["a{", "a {\n", "a: vpc {\n", "flow \"x\" {\n", "a { x = [\n", "together {"])
func `Endless nesting ends at the limit, which is named`(piece: String) throws {
  let text = String(repeating: piece, count: piece == "a{" ? 100_000 : 10_000)
  try withProject(["deep.arch": text]) { project in
    for command in [["check"], ["build"], ["fmt", "--check"], ["dump", "tree"]] {
      let result = try project.run(command + ["deep.arch"])
      #expect(result.code <= 1, "\(command)")
    }
    let findings = try JSON(try project.run("check", "--format", "json").outBytes)["findings"]
    #expect(findings.items.contains { $0["severity"].text == "error" })
  }
}

@Test func `Nesting past the limit says how deep is too deep`() throws {
  let text = String(repeating: "a: group {\n", count: 500) + String(repeating: "}\n", count: 500)
  try withProject(["deep.arch": text]) { project in
    let result = try project.run("check", "deep.arch")
    #expect(result.code == 1)
    #expect(result.out.contains("nested more than 128 levels deep"))
  }
}

@Test func `A file above the limit is refused with the limit and a way out`() throws {
  let text = String(repeating: "user -> s3\n", count: 5 * 1024 * 1024 / 11 + 1)
  try expect(text, code: 2, says: "larger than 4 MiB", "import", "--large")
  try withProject(["big.arch": text]) { project in
    let result = try project.run("fmt", "--check", "--large", "big.arch")
    #expect(result.code == 0 && result.err == "")
  }
}

@Test func `Too many elements are refused with the limit and a way out`() throws {
  let text = (0..<25_000).map { "e\($0): sqs\n" }.joined()
  try expect(text, code: 1, says: "at most 20000 elements", "--large")
}

@Test func `Too many problems are counted, and errors are not lost among warnings`() throws {
  let text = (0..<500).map { "zzqx\($0) -> yyqk\($0)\n" }.joined() + "q: sqs { retention = 99d }\n"
  try withProject(["flood.arch": text]) { project in
    let result = try project.run("check", "flood.arch")
    #expect(result.out.ranges(of: "warning[").count == 99)
    #expect(result.out.contains("'retention' is 99d"))
    #expect(result.out.contains("\n901 more problems are not shown"))
    #expect(result.out.hasSuffix("\n1 error, 1000 warnings in 1 file\n"))
    let all = try JSON(try project.run("check", "--format", "json").outBytes)["findings"]
    #expect(all.items.count == 1001)
  }
}

@Test func `A graph that cannot be drawn well still ends, with a picture or a reason`() throws {
  let text = (0..<60).map { source in
    let others = (0..<60).filter { $0 != source }.map { "n\($0)" }
    return "n\(source): lambda\nn\(source) -> \(others.joined(separator: ", "))\n"
  }
  try withProject(["dense.arch": text.joined()]) { project in
    let result = try project.run("build", "dense.arch")
    #expect(result.err.contains("dense.arch"))
    #expect(result.code == (project.exists("dense.svg") ? 0 : 2))
  }
}
