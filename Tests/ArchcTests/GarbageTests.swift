import ArchTestSupport
import Testing

private let seed = """
  diagram "Shop" { direction = right }
  main: vpc "Main" { cidr = 10.0.0.0/16; web: subnet { app: ecs { count = 3 } } }
  user -> app "GET /" -> orders, s3   # a fan
  orders: sqs { visibility-timeout = 6m; dlq = dead }; dead: sqs
  flow "Buy" { user -> app { takes = 20ms }; together { app -> s3; app -> orders } }
  service mine "Mine" { category = compute; attribute size : size 1MB..2GB = 1MB }

  """

/// A file that no person would write: noise, or a program with many mistakes.
private func garbage(using random: inout SplitMix64) -> [UInt8] {
  if Bool.random(using: &random) {
    let words = Array("{}[]()\";:=,.#->~<|\\\n\r\t a1é\u{202E}\0".utf8) + [0xFF, 0xC3, 0xE2]
    return (0..<Int.random(in: 0..<2000, using: &random)).map { _ in
      words.randomElement(using: &random) ?? 0
    }
  }
  var bytes = Array(seed.utf8)
  for _ in 0..<Int.random(in: 1..<40, using: &random) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let tokens = [min(place, bytes.count)..<min(place + 5, bytes.count)]
    bytes = mutated(bytes, tokens: tokens, using: &random)
  }
  return bytes
}

@Test func `Garbage of any kind ends in an answer and leaves the others their pictures`() throws {
  var random = SplitMix64(seed: 5)
  try withProject(["good.arch": goodText]) { project in
    #expect(try project.run("build", "good.arch", "-o", "alone.svg").code == 0)
    for index in 0..<300 {
      try project.write("g\(index).arch", bytes: garbage(using: &random))
    }
    for batch in 0..<30 {
      let names = (batch * 10..<batch * 10 + 10).map { "g\($0).arch" }
      for command in [["check", "--level", "hint"], ["build", "-o", "out"], ["fmt", "--check"]] {
        let result = try project.run(command + names + ["good.arch"])
        #expect(result.code <= 1, "\(command) \(names): \(result.err.suffix(500))")
      }
      #expect(project.text("out/good.svg") == project.text("alone.svg"))
    }
  }
}

@Test func `Garbage that is formatted stays formatted and says the same`() throws {
  var random = SplitMix64(seed: 9)
  try withProject { project in
    for index in 0..<100 {
      try project.write("g\(index).arch", bytes: garbage(using: &random))
    }
    #expect(try project.run("fmt").code == 1)
    #expect(try project.run("fmt", "--check").out == "")
  }
}
