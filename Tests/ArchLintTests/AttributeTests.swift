import ArchDiagnostics
import Testing

private let services = """
  service zz-api "ZZ API" {
    category = networking
    attribute type: rest | http = rest
    attribute endpoint: edge | local = edge
    attribute timeout: duration 50ms..29s = 29s "How long it waits." [ZA-01]
    attribute parts: integer 1 | 5 | 10
    attribute cache: size 1MB.. "What it keeps." where type == rest and endpoint == edge [ZA-02]
    attribute keys: boolean = false where type == rest
    limit timeout 50ms..30s = 30s where type == http [ZA-02]
    limit timeout 50ms..300s where endpoint == local [ZA-01]
    fact ZA-01 "It waits 29 s." { source = "handbook" }
    fact ZA-02 "Others wait 30 s." { unverified = true; source = "a talk" }
  }

  """

private func say(_ text: String) -> [[String]] {
  lint(services + text).map { ["\($0.severity.word)[\($0.id.name)] \($0.message)"] + $0.notes }
}

@Test(arguments: [
  "timeout = 29s", "timeout = 50ms", "type = http; timeout = 30s", "type = rest; timeout = 29s",
  "endpoint = local; timeout = 300s", "parts = 5", "cache = 1MB", "type = http; keys = false",
])
func `Amounts within the range that holds for the element are fine`(attributes: String) {
  #expect(say("a: zz-api { \(attributes) }") == [])
}

@Test(arguments: [
  (
    "timeout = 30s", "error", "'timeout' is 30s, outside 50ms..29s",
    "It waits 29 s. [ZA-01: handbook]"
  ),
  (
    "type = http; timeout = 31s", "warning",
    "'timeout' is 31s, outside 50ms..30s where its type is http",
    "Others wait 30 s. [ZA-02: a talk]"
  ),
  (
    "endpoint = local; timeout = 301s", "error",
    "'timeout' is 301s, outside 50ms..300s where its endpoint is local",
    "It waits 29 s. [ZA-01: handbook]"
  ),
])
func `Amounts outside the range that holds are told with the fact behind it`(
  attributes: String, severity: String, message: String, footnote: String
) {
  #expect(
    say("a: zz-api { \(attributes) }") == [
      ["\(severity)[attribute/range] \(message)", "timeout: How long it waits.", footnote]
    ])
}

@Test func `Of two limits that hold the first one counts`() {
  #expect(
    say("a: zz-api { type = http; endpoint = local; timeout = 200s }").map(\.first) == [
      "warning[attribute/range] 'timeout' is 200s, outside 50ms..30s where its type is http"
    ])
}

@Test func `A value that is none of those listed is out of range`() {
  #expect(
    say("a: zz-api { parts = 7 }") == [
      ["error[attribute/range] 'parts' is 7, outside 1 | 5 | 10"]
    ])
}

@Test func `An attribute that is for other elements only is told where it is set`() {
  let found = lint(services + "a: zz-api { type = http; cache = 2MB }")
  #expect(
    found.map(\.message) == [
      "'cache' is for ZZ API only where its type is rest and its endpoint is edge"
    ])
  #expect(found.map(\.severity) == [.warning])
  #expect(found.first?.notes == ["cache: What it keeps.", "Others wait 30 s. [ZA-02: a talk]"])
  #expect(found.first?.secondary.map(\.text) == ["'type' is set here"])
}

@Test func `An attribute without a sentence has no empty note`() {
  #expect(
    say("a: zz-api { type = http; keys = true }") == [
      ["error[attribute/not-here] 'keys' is for ZZ API only where its type is rest"]
    ])
}

@Test func `What the checks say of attributes can be allowed`() {
  let text = "a: zz-api { timeout = 30s }  # archc: allow attribute/range -- agreed with support\n"
  #expect(say(text) == [])
}
