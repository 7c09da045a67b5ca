import ArchTestSupport
import Testing

/// Pictures in text, as somebody gets them who pastes them into a comment.
struct TextFormatTests {
  private static let chain =
    (1..<9).map { "step-\($0): lambda \"Step number \($0)\"" }.joined(separator: "\n") + "\n"
    + (1..<8).map { "step-\($0) -> step-\($0 + 1) \"hands over\"" }.joined(separator: "\n") + "\n"

  /// More boxes side by side, each in groups of its own, than any narrow picture can hold.
  private static let nested =
    (1..<13).reduce("x: lambda") { inner, depth in "g\(depth): group { \(inner) }" } + "\n"

  @Test(arguments: ["unicode", "ascii"], [20, 40, 60, 120])
  func `No line is wider than asked for, unless a note says so`(format: String, width: Int) throws {
    let diagrams = ["chain.arch": Self.chain, "nested.arch": Self.nested, "good.arch": goodText]
    try withProject(diagrams) { project in
      for name in diagrams.keys.sorted() {
        let result = try project.run(
          "build", name, "--format", format, "--width", "\(width)", "-o", "-")
        #expect(result.code == 0)
        let widest = result.out.split(separator: "\n").map(\.count).max() ?? 0
        #expect(widest > 0)
        #expect(
          widest <= width || result.err.contains("the picture is \(widest) columns wide"),
          "\(name): \(widest)")
      }
    }
  }

  @Test func `What is turned or numbered to fit says so, and what fits says nothing`() throws {
    try withProject(["chain.arch": Self.chain, "good.arch": goodText]) { project in
      func notes(_ name: String, _ width: Int) throws -> String {
        try project.run(
          "build", name, "--format", "unicode", "--width", "\(width)", "-o", "-"
        ).err
      }
      let (turned, numbered) = (try notes("chain.arch", 60), try notes("chain.arch", 20))
      let plain = try notes("good.arch", 60)
      #expect(turned.contains("from the top down"))
      #expect(!numbered.isEmpty)
      #expect(plain.isEmpty)
    }
  }

  @Test func `ASCII is printable ASCII and line ends, and nothing else`() throws {
    let examples = ["three-tier-web", "streaming-analytics", "containers-cicd", "concepts/vpc"]
    try withProject([:]) { project in
      for name in examples {
        let result = try project.run(
          "build", "\(repositoryFolder)/Examples/\(name).arch", "--format", "ascii", "-o", "-")
        #expect(result.code == 0)
        #expect(result.outBytes.count > 100)
        #expect(result.outBytes.allSatisfy { 32...126 ~= $0 || $0 == 10 }, "\(name)")
      }
    }
  }

  @Test(arguments: [
    ["--width", "0"], ["--width=-3"], ["--width", "-3"], ["--width", "abc"], ["--width", "19"],
    ["--width", "100000"], ["--width", ""],
  ])
  func `A width that is none is wrong usage, and nothing is written`(width: [String]) throws {
    try withProject(["good.arch": goodText]) { project in
      let result = try project.run(["build", "good.arch", "--format", "unicode"] + width)
      #expect(result.code == 2)
      #expect(result.out.isEmpty)
      #expect(result.err.contains("--width"))
      #expect(try project.names() == ["good.arch"])
    }
  }

  @Test func `Only text has a width`() throws {
    try withProject(["good.arch": goodText]) { project in
      let result = try project.run("build", "good.arch", "--width", "80")
      #expect(result.code == 2)
      #expect(result.err.contains("'--format unicode'"))
    }
  }
}
