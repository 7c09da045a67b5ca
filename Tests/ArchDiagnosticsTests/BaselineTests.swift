import ArchDiagnostics
import ArchSource
import ArchTestSupport
import Testing

private func problem(_ rule: String, _ message: String, at offset: Int = 0) -> Diagnostic {
  Diagnostic(
    DiagnosticID(rule), .warning, message, at: Location(.root, ByteRange(offset, offset)))
}

private let found = [
  (problem: problem("a/b", "one"), path: "x.arch"), (problem("a/b", "one", at: 9), "x.arch"),
  (problem("a/a", "two"), "x.arch"), (problem("a/b", "one"), "dir/y.arch"),
]

@Test func `A baseline is the same in whatever order findings come, and read as it was written`()
  throws
{
  let baseline = Baseline(found)
  #expect(Baseline(found.reversed()).json == baseline.json)
  #expect(try Baseline(json: Array(baseline.json.utf8)) == baseline)
  #expect(baseline.entries.map(\.path) == ["dir/y.arch", "x.arch", "x.arch"])
  #expect(baseline.entries.map(\.count) == [1, 1, 2])
}

@Test func `Findings are held back as often as they are recorded, wherever they stand`() {
  var sieve = BaselineSieve(Baseline(found))
  #expect(sieve.missing { _ in true } == 4)
  var answers: [Bool] = []
  answers.append(sieve.holdsBack(problem("a/b", "one", at: 77), path: "x.arch"))
  answers.append(sieve.holdsBack(problem("a/b", "one", at: 78), path: "x.arch"))
  answers.append(sieve.holdsBack(problem("a/b", "one", at: 79), path: "x.arch"))
  answers.append(sieve.holdsBack(problem("a/b", "one"), path: "z.arch"))
  answers.append(sieve.holdsBack(problem("a/c", "one"), path: "x.arch"))
  #expect(answers == [true, true, false, false, false])
  #expect(sieve.missing { _ in true } == 2)
  #expect(sieve.missing { $0 == "dir/y.arch" } == 1)
}

@Test func `A guess at what was meant does not tell findings apart`() {
  var sieve = BaselineSieve(
    Baseline([(problem("a/b", "unknown name 'x'; did you mean 'y'?"), "x.arch")]))
  let isHeldBack = sieve.holdsBack(problem("a/b", "unknown name 'x'"), path: "x.arch")
  #expect(isHeldBack)
}

@Test(arguments: [
  ("", "no JSON (line 1"), ("{\n", "no JSON (line 2"), ("[]", "no baseline"),
  ("{\"version\": 1}", "no baseline"), ("{\"version\": 2, \"findings\": []}", "version 2"),
  ("{\"version\": 1, \"findings\": [{}]}", "finding 1"),
  ("{\"version\": 1, \"findings\": [7]}", "finding 1"), ("\u{0}", "no JSON"),
])
func `What is no baseline is refused with a reason`(text: String, reason: String) {
  let error = #expect(throws: Baseline.Malformed.self) { try Baseline(json: Array(text.utf8)) }
  #expect(error?.reason.contains(reason) == true)
}

@Test func `Counts that nobody can have are refused`() {
  let text = Baseline(found).json.replacing("\"count\": 2", with: "\"count\": 9223372036854775807")
  #expect(throws: Baseline.Malformed.self) { try Baseline(json: Array(text.utf8)) }
}

@Test func `A baseline that was damaged ends in an answer`() {
  let bytes = Array(Baseline(found).json.utf8)
  var random = SplitMix64(seed: 3)
  for _ in 0..<2000 {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let token = place..<min(place + 4, bytes.count)
    let damaged = mutated(bytes, tokens: [token], using: &random)
    let baseline = try? Baseline(json: damaged)
    #expect((baseline?.entries.count ?? 0) <= 4)
  }
}
