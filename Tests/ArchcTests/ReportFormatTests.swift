import ArchTestSupport
import Testing

private let batch = [
  "fine.arch": goodText, "wrong.arch": wrongText + "a: sqs { retention = 14 }\nuser -> cf\n",
  "warned.arch": "user -> clodfront\n", "deep/hint.arch": "\u{FEFF}user -> s3\n",
  "odd name,%:\".arch": "user -> \"a & <b>\"\nx: sqs { retention = 1s }\n",
]

@Test func `All formats for machines tell the same of one batch`() throws {
  try withProject(batch) { project in
    func bytes(_ format: String) throws -> [UInt8] {
      let result = try project.run(
        "check", "--level", "hint", "--format", format, "missing.arch", ".")
      #expect(result.code == 2)
      #expect(result.err == "archc: cannot read 'missing.arch': no such file or directory\n")
      return result.outBytes
    }
    let json = try JSON(bytes("json"))
    let findings = json["findings"].items
    let rules = findings.compactMap { $0["rule"].text }.sorted()
    let paths = findings.compactMap { $0["path"].text }.sorted()
    #expect(rules.count >= 6)
    #expect(json.keys == ["findings", "summary", "version"])
    #expect(json["summary"].keys == ["errors", "files", "hints", "warnings"])
    let counts = ["error", "warning", "hint"].map { severity in
      Double(findings.count { $0["severity"].text == severity })
    }
    #expect(["errors", "warnings", "hints"].map { json["summary"][$0].number } == counts)
    #expect(json["summary"]["files"].number == Double(batch.count))

    let sarif = try JSON(bytes("sarif"))["runs"].items.flatMap { $0["results"].items }
    #expect(sarif.compactMap { $0["ruleId"].text }.sorted() == rules)
    let gitlab = try JSON(bytes("gitlab")).items
    #expect(gitlab.compactMap { $0["check_name"].text }.sorted() == rules)
    #expect(gitlab.compactMap { $0["location"]["path"].text }.sorted() == paths)
    #expect(Set(gitlab.compactMap { $0["fingerprint"].text }).count == rules.count)
    let github = String(decoding: try bytes("github"), as: UTF8.self).split(separator: "\n")
    #expect(github.count { $0.hasPrefix("::") } == rules.count)
    let junit = try XMLTally(bytes("junit"))
    #expect(junit.isWellFormed)
    #expect(junit.counts["failure", default: 0] == rules.count)
    #expect(junit.counts["testsuite"] == batch.count)
  }
}

@Test(arguments: ["json", "sarif", "github", "gitlab", "junit", "text"])
func `Standard output is valid in every format also when no file can be read`(
  format: String
) throws {
  try withProject { project in
    let result = try project.run("check", "--format", format, "missing.arch")
    #expect(result.code == 2)
    switch format {
    case "json", "sarif", "gitlab": #expect(try JSON(result.outBytes) != .null)
    case "junit": #expect(XMLTally(result.outBytes).isWellFormed)
    default: #expect(result.out == "")
    }
  }
}
