import ArchDiagnostics
import ArchModel
import ArchSyntax
import Testing

private func limits(_ change: (inout Limits) -> Void) -> Limits {
  var limits = Limits.standard
  change(&limits)
  return limits
}

@Test func `A diagram has as many elements as the limit says, and one report beyond`() {
  let limits = limits { $0.elements = 2 }
  #expect(problems("a: sqs\nb: sqs\na -> b\n", limits: limits) == [])
  let text = "a: sqs\nb: sqs\nc: sqs\nd: sqs\na -> s3\n"
  #expect(problems(text, limits: limits) == ["limit/elements at c"])
}

@Test func `A diagram has as many edges as the limit says, and one report beyond`() {
  let limits = limits { $0.connections = 4 }
  let names = "a: sqs; b: sqs; c: sqs; d: sqs\n"
  #expect(problems(names + "a, b -> c, d\n", limits: limits) == [])
  #expect(
    problems(names + "a, b -> c, d\na ~> b; b ~> c\n", limits: limits) == ["limit/edges at ~>"])
  let flow = "a, b -> c, d\nflow { a -> b; b -> c }\n"
  #expect(problems(names + flow, limits: limits) == ["limit/edges at ->"])
}

@Test func `Containers stand as deep in one another as the limit says`() {
  let limits = limits { $0.containerDepth = 2 }
  #expect(problems("a: group { b: group { c: sqs { muted = true } } }", limits: limits) == [])
  #expect(
    problems("a: group { b: group { c: group { d: sqs } } }", limits: limits)
      == ["limit/containers at { d: sqs }"])
}

@Test func `Names and labels are as long as the limits say`() {
  let limits = limits {
    $0.nameBytes = 4
    $0.labelBytes = 6
    $0.labelLines = 2
  }
  #expect(problems("abcd: sqs \"123456\"", limits: limits) == [])
  #expect(problems("abcdé: sqs", limits: limits) == ["limit/name at abcdé"])
  #expect(problems("a: sqs \"1234567\"", limits: limits) == ["limit/label at \"1234567\""])
  #expect(problems("a: sqs \"1\\n2\\n3\"", limits: limits) == ["limit/label at \"1\\n2\\n3\""])
  #expect(problems("a: sqs \"1\\n2\"", limits: limits) == [])
}

@Test func `Every label is held to the limit`() {
  let limits = limits { $0.labelBytes = 3 }
  let label = "\"1234\""
  let texts = [
    "diagram \(label)", "a: sqs \(label)", "user -> s3 \(label)", "\(label) -> user",
    "flow \(label) { user -> s3 }", "flow { user -> s3 \(label) }",
    "service own \(label) { category = generic }",
  ]
  for text in texts { #expect(problems(text, limits: limits) == ["limit/label at \(label)"]) }
}

@Test func `Imports are as many, as deep and as long as the limits say`() {
  let files = ["b": "import \"c\"", "c": "user -> s3", "d": "user -> sqs"]
  let deep = limits { $0.importDepth = 2 }
  #expect(problems("import \"b\"", importing: files, limits: deep) == ["limit/imports at \"c\""])
  let many = limits { $0.files = 2 }
  #expect(
    problems("import \"c\"\nimport \"d\"\nimport \"c\"", importing: files, limits: many)
      == ["limit/imports at \"d\""])
  let long = limits { $0.totalBytes = 40 }
  #expect(
    problems("import \"c\"\nimport \"d\"", importing: files, limits: long)
      == ["limit/imports at \"d\""])
  #expect(problems("import \"b\"\nimport \"d\"", importing: files) == [])
}

@Test func `Large limits are sizes four times as large, and the same depths`() {
  #expect(Limits.large.elements == 4 * Limits.standard.elements)
  #expect(Limits.large.connections == 4 * Limits.standard.connections)
  #expect(Limits.large.containerDepth == Limits.standard.containerDepth)
  #expect(Limits.large.importDepth == Limits.standard.importDepth)
  #expect(
    Limits.standard.listing.map(\.name).count == Set(Limits.standard.listing.map(\.name)).count)
}
