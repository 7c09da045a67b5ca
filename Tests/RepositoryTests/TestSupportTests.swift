import ArchTestSupport
import Testing

@Test func `A process gets its input, environment and folder, and its output is kept apart`() throws
{
  let result = try runProcess(
    "/bin/sh", ["-c", "cat; echo $GREETING >&2; pwd; exit 3"], stdin: Array("in\n".utf8),
    environment: ["GREETING": "hello"], currentFolder: "/")
  #expect(result.code == 3)
  #expect(result.out == "in\n/\n")
  #expect(result.err == "hello\n")
}

@Test func `Output larger than any pipe arrives whole`() throws {
  let input = [UInt8](repeating: 65, count: 1_000_000)
  let result = try runProcess(
    "/bin/sh", ["-c", "cat; head -c 1000000 /dev/zero >&2"], stdin: input)
  #expect(result.outBytes == input)
  #expect(result.errBytes.count == 1_000_000)
}

@Test func `A signal shows as 128 and more`() throws {
  #expect(try runProcess("/bin/sh", ["-c", "kill -TERM $$"]).code == 143)
}

@Test func `The built program stands beside the tests`() throws {
  #expect(try builtExecutable("archc").hasSuffix("/archc"))
  #expect(throws: MissingExecutable.self) { try builtExecutable("no-such-program") }
}

@Test func `A difference shows the lines around it`() {
  let old = (1...20).map { "\($0)\n" }.joined()
  let new = old.replacing("10\n", with: "ten\n")
  #expect(
    lineDifference(old, new) == """
      ...
        7
        8
        9
      - 10
      + ten
        11
        12
        13
      ...
      """)
  #expect(lineDifference("a\n", "a") == "  a\n+ (no newline at the end)")
}

@Test func `The generator gives the published numbers`() {
  var random = SplitMix64(seed: 1_234_567)
  #expect(random.next() == 6_457_827_717_110_365_317)
  #expect(random.next() == 3_203_168_211_198_807_973)
}
