import ArchDiagnostics
import ArchLint
import ArchSource
import Testing

/// What a rule of this body says of a diagram: the message, and the text it points at.
func spoken(_ rule: String, about diagram: String) -> [String] {
  let text = "\(diagram)\nrule t/t \"Wrong\" {\n\(rule)\n}\n"
  let source = SourceText(name: "a.arch", text)
  return lint(text).filter { $0.id.name == "t/t" || $0.id.family == "rule" }.map {
    "\($0.message) @ \(source[$0.primary.location.range])"
  }
}

/// A rule, a diagram, and what it says.
struct Speech: CustomTestStringConvertible, Sendable {
  var rule: String
  var diagram: String
  var expected: [String]
  var testDescription: String { rule }

  init(_ rule: String, _ diagram: String, _ expected: [String]) {
    self.rule = rule
    self.diagram = diagram
    self.expected = expected
  }
}

private let queue = "q: sqs { visibility-timeout = 1m; dlq = d }\nd: sqs { type = fifo }\n"

private let values: [Speech] = [
  Speech(
    "match sqs where it.name == q\nrequire it.visibility-timeout >= 2m\nmessage \"{it}\"", queue,
    ["q @ 1m"]),
  // A default counts, and is no place to point at.
  Speech("match sqs\nforbid it.visibility-timeout == 30s\nmessage \"{it}\"", queue, ["d @ d"]),
  // What nobody said and has no default is neither true nor false.
  Speech("match sqs\nrequire it.strict-order == true", queue, []),
  Speech("match sqs\nforbid it.strict-order == true", queue, []),
  Speech(
    "match sqs\nrequire default(it.strict-order, false)\nmessage \"{it}\"", queue,
    ["q @ q", "d @ d"]),
  // What is stated, known, or neither.
  Speech("match sqs\nforbid stated(it.type)\nmessage \"{it}\"", queue, ["d @ fifo"]),
  Speech("match sqs\nrequire known(it.type)", queue, []),
  Speech("match sqs\nrequire known(it.dlq)\nmessage \"{it}\"", queue, ["d @ d"]),
  Speech(
    "match sqs\nforbid stated(it.type)\nmessage \"{it}\"", "fifo-queue", ["fifo-queue @ fifo-queue"]
  ),
  // References are followed, and known from the other end.
  Speech("match sqs\nrequire it.dlq.type == it.type\nmessage \"{it.dlq}\"", queue, ["d @ fifo"]),
  Speech("match sqs\nforbid named-as(it, dlq)\nmessage \"{it}\"", queue, ["d @ d"]),
  // Sums keep their units.
  Speech(
    "match sqs\nrequire it.visibility-timeout * 2 + 1s >= 3m - 30s\n"
      + "message \"{2 * it.visibility-timeout}\"",
    queue, ["2m @ 1m", "1m @ d"]),
  Speech(
    "match sqs\nforbid it.retention / it.visibility-timeout > 6000", queue, ["'d': Wrong @ d"]),
  Speech("match sqs\nrequire min(it.retention, 1h) == 1h and max(1s, 2s) == 2s", queue, []),
  // Words, lists and texts.
  Speech("match sqs\nforbid it.type in [fifo]\nmessage \"{it}\"", queue, ["d @ fifo"]),
  Speech("match sqs\nrequire like(it.name, \"q*\")\nmessage \"{it}\"", queue, ["d @ d"]),
  Speech("match sqs\nrequire length(it.name) > 1\nmessage \"{it}\"", "ab: sqs\nc: sqs", ["c @ c"]),
  Speech(
    "match sqs where diagram.environment == production",
    "diagram \"P\" { environment = production }\nc: sqs", ["'c': Wrong @ c"]),
  Speech("match sqs where diagram.environment == production", "c: sqs", []),
]

private let patterns: [Speech] = [
  // However the author drew it.
  Speech("match sqs -> lambda\nmessage \"{source} {target}\"", "a: sqs -> b: lambda", ["a b @ ->"]),
  Speech("match sqs -> lambda\nmessage \"{source} {target}\"", "b: lambda <- a: sqs", ["a b @ <-"]),
  Speech("match lambda <- sqs\nmessage \"{source} {target}\"", "a: sqs -> b: lambda", ["b a @ ->"]),
  Speech("match lambda -- sqs\nmessage \"{source} {target}\"", "a: sqs -> b: lambda", ["b a @ ->"]),
  Speech("match sqs -> lambda", "a: sqs -- b: lambda", []),
  Speech(
    "match cloudwatch-alarm\nrequire exists(it -- sns)", "a: cloudwatch-alarm -- t: sns", []),
  // Traits, several words, anything.
  Speech("match compute -> datastore\nmessage \"{source}\"", "a: ecs -> b: rds", ["a @ ->"]),
  Speech("match ecs, lambda -> rds\nmessage \"{source}\"", "a: ecs -> b: rds", ["a @ ->"]),
  Speech(
    "match anything where is(it, relational)\nmessage \"{it}\"", "a: ecs -> b: rds", ["b @ b"]),
  // Paths, and names for their parts.
  Speech(
    "match sqs -> lambda as fn -> rds\nmessage \"{source} {fn} {target}\"",
    "a: sqs -> b: lambda -> c: rds", ["a b c @ ->"]),
  // Edges that cannot exist match nothing.
  Speech("match sns -> kinesis", "a: sns -> b: kinesis", []),
  // What edges say.
  Speech(
    "match sqs -> lambda\nrequire edge.batch-size <= 10\nmessage \"{edge.batch-size}\"",
    "a: sqs -> b: lambda\na -> c: lambda { timeout = 5s } { batch-size = 100 }", ["100 @ 100"]),
  Speech("match lambda -> lambda where edge.invocation == sync", "a: lambda ~> b: lambda", []),
  Speech(
    "match lambda -> lambda where edge.invocation == sync\nmessage \"{edge.kind}\"",
    "a: lambda -> b: lambda", ["request @ ->"]),
  Speech(
    "match anything -> anything where stated(edge.dlq)\n"
      + "require edge.dlq.type == standard\nat edge.dlq",
    "t: sns\nx: external\nd: fifo-queue\nt -> x { dlq = d }", ["'t' -> 'x': Wrong @ d"]),
  // Places.
  Speech(
    "match rds where it.subnet.tier == public\nmessage \"{it.subnet}\"",
    "v: vpc { s: subnet { tier = public; db: rds } }", ["s @ db"]),
  Speech(
    "match lambda -> rds\nrequire source.vpc == target.vpc",
    "v: vpc { s: subnet { f: lambda; db: rds } }\nf -> db", []),
  Speech(
    "match lambda -> rds\nrequire source.vpc == target.vpc\nmessage \"{target.vpc}\"",
    "v: vpc { s: subnet { db: rds } }\nw: vpc { t: subnet { f: lambda } }\nf -> db", ["v @ ->"]),
  // The same Region in two accounts is one Region.
  Speech(
    "match s3 -> s3\nforbid source.region == target.region\nmessage \"same\"",
    "a: account { eu-west-1: region { x: s3 } }\n"
      + "b: account { r: region { code = \"eu-west-1\"; y: s3 } }\n"
      + "x -> y { kind = replicates }", ["same @ ->"]),
]

private let quantifiers: [Speech] = [
  Speech(
    "match rds\nrequire exists(lambda -> it)\nmessage \"{it}\"", "f: lambda -> a: rds\nb: rds",
    ["b @ b"]),
  Speech("match rds\nforbid exists(waf)", "a: rds", []),
  // Parallel edges to one element count once.
  Speech(
    "match sqs\nrequire count(it -> compute) < 2\nmessage \"{count(it -> compute)}\"",
    "q: sqs\nq -> a: lambda \"x\"\nq -> a \"y\"", []),
  Speech(
    "match sqs\nrequire count(it -> compute) < 2\nmessage \"{count(it -> compute)}\"",
    "q: sqs\nq -> a: lambda, b: lambda", ["2 @ q"]),
  Speech(
    "match sqs\nforbid exists(it -> lambda where edge.batch-size > 10)\nmessage \"{it}\"",
    "q: sqs\nq -> a: lambda { timeout = 1s } { batch-size = 11 }", ["q @ q"]),
  Speech(
    "match vpc\nrequire count(zone in it) >= 2\nmessage \"{count(zone in it)}\"",
    "v: vpc { a: zone; g: group { b: zone } }\nw: vpc { c: zone }", ["1 @ w"]),
  Speech(
    "match ec2\nrequire exists(nat-gateway in it.vpc)\nmessage \"{it}\"",
    "v: vpc { s: subnet { a: ec2 } }\nw: vpc { t: subnet { b: ec2; n: nat-gateway } }\nc: ec2",
    ["a @ a"]),
  Speech(
    "match s3\nforbid exists(lambda as f -> it where f.timeout > 1m)\nmessage \"{it}\"",
    "f: lambda { timeout = 2m } -> a: s3\ng: lambda -> b: s3", ["a @ a"]),
  Speech(
    "match api-gateway\nforbid exists(it -> lambda -> rds)\nmessage \"{it}\"",
    "a: api-gateway -> f: lambda -> d: rds\nb: api-gateway -> g: lambda", ["a @ a"]),
]

@Test(arguments: values + patterns + quantifiers)
func `A rule speaks where it must, at the smallest place, and nowhere else`(speech: Speech) {
  #expect(spoken(speech.rule, about: speech.diagram) == speech.expected)
}

@Test func `A rule keeps quiet below its level of detail`() {
  let rule = "match sqs\ndetail = network"
  #expect(spoken(rule, about: "q: sqs") == [])
  #expect(spoken(rule, about: "q: sqs\nv: vpc").count == 1)
}

@Test func `A rule yields to the rule that names the cause`() {
  let cause = "rule t/cause \"Cause\" { match sqs where it.name == q }"
  let rule = "match sqs\nyields-to = [\"t/cause\"]\nmessage \"{it}\""
  #expect(spoken(rule, about: "q: sqs\nr: sqs\n\(cause)") == ["r @ r"])
}

@Test func `A finding shows the numbers, the reason, the source and what to do`() throws {
  let text = """
    q: sqs { visibility-timeout = 1m }
    q -> f: lambda
    rule t/t "Wrong" {
      match sqs -> lambda
      require source.visibility-timeout >= 100 * target.timeout
      message "too short"
      because "Messages come back. Work is done twice."
      facts = [SQS-01]
      suggest "Wait longer."
    }

    """
  let finding = try #require(lint(text).first { $0.id.name == "t/t" })
  #expect(
    finding.notes.prefix(2) == [
      "visibility-timeout of 'q' is 1m; 100 * timeout of 'f' is 5m",
      "Messages come back. Work is done twice.",
    ])
  #expect(finding.notes.contains { $0.hasPrefix("[SQS-01: ") })
  #expect(finding.notes.last == "Wait longer.")
}

@Test(arguments: [
  ("q: sqs { delay = 1s }", "q: sqs { delay = 1s; retention = 14d }"),
  ("q: sqs", "q: sqs { retention = 14d }"),
  ("q: sqs {}", "q: sqs { retention = 14d }"),
  ("q: sqs {\n  delay = 1s\n}", "q: sqs {\n  delay = 1s\n  retention = 14d\n}"),
  ("sqs -> lambda", "sqs { retention = 14d }\nsqs -> lambda"),
  ("q: sqs { retention = 1d }", "q: sqs { retention = 14d }"),
  (
    "a: account {\n  f: lambda <- q: sqs\n}",
    "a: account {\n  f: lambda <- q: sqs { retention = 14d }\n}"
  ),
])
func `A fix writes an attribute where the element stands`(text: String, mended: String) throws {
  let rule =
    "\nrule t/t \"W\" {\n  match sqs\n  require it.retention == 14d\n"
    + "  fix set it.retention = 14d\n}\n"
  let finding = try #require(lint(text + rule).first { $0.id.name == "t/t" })
  let fix = try #require(finding.fixes.first)
  #expect(fix.isSafe)
  #expect(applying(fix, to: text + rule) == mended + rule)
}

@Test func `A fix adds a statement and refers to it, and an edge gets its attribute`() throws {
  let rule = """

    rule t/t "W" {
      match sqs where it.name == q
      require known(it.dlq)
      suggest set it.dlq = "{it.name}-failed"
      suggest add "{it.name}-failed: sqs"
    }
    rule t/u "U" {
      match sqs -> lambda
      require stated(edge.batch-size)
      fix set edge.batch-size = 10
    }

    """
  let text = "q: sqs\nq -> f: lambda"
  let dlq = try #require(lint(text + rule).first { $0.id.name == "t/t" }?.fixes.first)
  #expect(!dlq.isSafe)
  #expect(
    applying(dlq, to: text + rule) == "q: sqs { dlq = q-failed }\nq-failed: sqs\nq -> f: lambda"
      + rule)
  let batch = try #require(lint(text + rule).first { $0.id.name == "t/u" }?.fixes.first)
  #expect(applying(batch, to: text + rule)?.contains("q -> f: lambda") == true)
}
