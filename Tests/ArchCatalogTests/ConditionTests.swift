import ArchCatalog
import ArchDiagnostics
import Testing

/// The condition of a clause `sends to b where …`, and what is wrong with it.
private func condition(_ text: String) -> (condition: Condition?, messages: [String]) {
  let own = OwnCatalog(
    """
    service a {
      attribute mode: one | two
      attribute size: size
      attribute count-of: integer
      attribute open: boolean
      sends to b where \(text)
    }
    service b { attribute mode: one | two }
    """)
  let clause = own.catalog.service("a")?.connections.first
  return (clause?.condition, own.problems.map(\.message))
}

private func holds(_ text: String, _ values: [String: Value]) throws -> Bool? {
  let (condition, messages) = condition(text)
  #expect(messages == [])
  return try #require(condition).holds { values["\($0).\($1)"] }
}

private let one: [String: Value] = ["source.mode": .word("one")]

@Test(arguments: [
  ("source.mode == one", true), ("source.mode == two", false), ("source.mode != one", false),
  ("source.mode in [one, two]", true), ("source.mode in [two]", false),
  ("source.mode in []", false),
  ("not (source.mode == one)", false), ("source.mode == one and source.mode != two", true),
  ("source.mode == two or source.mode == one", true),
  ("source.mode == two and source.mode == one or source.mode == one", true),
  ("source.mode == two and (source.mode == one or source.mode == one)", false),
])
func `A condition on what is known holds or fails`(text: String, answer: Bool) throws {
  #expect(try holds(text, one) == answer)
}

@Test(arguments: [
  ("source.size > 256KB", [256_001.0: true, 256_000: false]),
  ("source.size >= 1KiB", [1_024.0: true, 1_023: false]),
  ("source.size < 1KB", [999.0: true, 1_000: false]),
  ("source.size <= 1KB", [1_000.0: true, 1_001: false]),
  ("source.size == 1KB", [1_000.0: true, 1_024: false]),
])
func `Amounts are compared whatever unit they are written in`(
  text: String, answers: [Double: Bool]
) throws {
  for (bytes, answer) in answers {
    #expect(try holds(text, ["source.size": .size(bytes: bytes)]) == answer)
  }
}

@Test func `A bare name asks whether the attribute is true`() throws {
  #expect(try holds("source.open", ["source.open": .boolean(true)]) == true)
  #expect(try holds("not source.open", ["source.open": .boolean(true)]) == false)
  #expect(try holds("source.open", [:]) == nil)
}

@Test func `Two attributes can be compared with each other`() throws {
  let same: [String: Value] = ["source.mode": .word("one"), "target.mode": .word("one")]
  #expect(try holds("source.mode == target.mode", same) == true)
  #expect(try holds("source.mode == target.mode", one) == nil)
}

@Test(arguments: [
  ("target.mode == one", nil), ("not (target.mode == one)", nil),
  ("target.mode == one and source.mode == one", nil),
  ("target.mode == one and source.mode == two", false),
  ("source.mode == two and target.mode == one", false),
  ("target.mode == one or source.mode == one", true),
  ("source.mode == one or target.mode == one", true),
  ("target.mode == one or source.mode == two", nil),
  ("target.mode in [one]", nil), ("source.size > 1KB", nil),
])
func `What is not known decides nothing that the rest does not decide`(
  text: String, answer: Bool?
) throws {
  #expect(try holds(text, one) == answer)
}

@Test(arguments: [
  "1 == 2", "\"one\"", "source.mode + 1", "source.a.b == one", "f(source.mode)", "3 < source.size",
  "not source.mode == one", "source.mode == one == two", "[source.mode]", "-source.size > 1KB",
  "source.mode in one", "source.mode in \"one\"", "source.size > big", "source.size <= [1KB]",
  "source.mode and 3", "other.mode == one",
])
func `What cannot be decided is no condition, and that is said once`(text: String) {
  let (condition, messages) = condition(text)
  #expect(condition == nil)
  #expect(messages == ["'\(text)' is not a condition that can be decided"])
}

@Test(arguments: [
  ("source.mode == one", "source.mode is one"),
  (
    "source.mode != one and source.size < 1KB",
    "source.mode is not one and source.size is less than 1KB"
  ),
  ("source.size in [1KB, 2KB]", "source.size is one of 1KB or 2KB"),
  ("source.mode == one or source.size >= 90s", "source.mode is one or source.size is at least 90s"),
  (
    "(source.mode == one or source.open) and target.mode == two",
    "(source.mode is one or source.open is true) and target.mode is two"
  ),
  ("not (source.count-of <= 3)", "not (source.count-of is at most 3)"),
])
func `A condition reads as a sentence that means the same`(text: String, words: String) throws {
  let condition = try #require(condition(text).condition)
  #expect(condition.words { "\($0).\($1)" } == words)
}

@Test func `Of a condition that fails only what makes it fail is named`() throws {
  let condition = try #require(
    condition("source.mode == two and target.mode == one and source.size > 1KB").condition)
  let failures = condition.failures { subject, name in
    ["source.mode": .word("one"), "source.size": .size(bytes: 1)]["\(subject).\(name)"]
  }
  #expect(
    failures.map { $0.words { "\($1) of \($0)" } } == [
      "mode of source is two", "size of source is more than 1KB",
    ])
  #expect(condition.failures { _, _ in nil } == [])
}
