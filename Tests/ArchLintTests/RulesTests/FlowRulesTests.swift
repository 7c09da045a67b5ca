import ArchDiagnostics
import ArchSource
import Testing

/// The rules that speak of a text, of those about what travels and what waits, each as often as it
/// speaks.
private func rules(_ text: String) -> [String] {
  let families = ["delivery", "loop", "path", "request", "timeout", "xray"]
  return lint(text).map(\.id.name).filter { name in
    name == "eventbridge/bus-cycle" || families.contains { name.hasPrefix("\($0)/") }
  }.sorted()
}

// MARK: Loops

@Test(arguments: [
  "jobs: sqs\njobs -> work: lambda\nwork -> jobs",
  "eu-west-1: region { group \"A\" { work: fn; jobs: queue } }\nwork <- jobs\njobs <- work",
  "jobs: sqs -> first: lambda -> second: lambda -> jobs",
  "items: dynamodb -> changes: dynamodb-stream -> work: lambda -> items",
  "items: table -> relay: pipes -> work: fn -> items \"update\"",
  "photos: s3\nphotos -> resize: lambda\nresize -> photos",
])
func `What starts itself is found however it is drawn`(text: String) {
  #expect(rules(text) == ["loop/recursion"])
}

@Test(arguments: [
  // A workflow that is told the result.
  "steps: step-functions -> asked: sqs -> work: lambda -> steps \"SendTaskSuccess\"",
  // Services that speak over a bus, whose patterns are not drawn.
  "bus: eventbridge\norder: lambda -> bus\nbus -> pay: lambda -> bus\nbus -> ship: lambda -> bus",
  // A server that works on its own jobs.
  "web: ecs -> jobs: sqs -> web",
  // Requests and their answers.
  "work: lambda <-> items: dynamodb\nitems -> tell: lambda",
  // Whoever hears of an object reads it.
  "inbox: s3 -> heard: sqs -> work: lambda -> inbox",
  "inbox: s3 -> work: lambda\nwork -> inbox \"original\"",
  // Another folder, another event, a loop that is meant.
  "photos: s3 -> resize: lambda\nresize -> photos \"thumbnails/\"",
  "a: s3\nb: lambda\na -> b { events = [\"ObjectRemoved\"] }\nb -> a \"put\"",
  "jobs: sqs -> work: lambda { recursive-loop = allow }\nwork -> jobs",
  // A connection that stays open.
  "chat: websocket-api -> say: lambda -> room: sns -> push: lambda -> chat",
  // Failures that step aside.
  "jobs: sqs { dlq = dead }\ndead: sqs\njobs -> work: lambda -> dead\ndead -> jobs \"redrive\"",
])
func `What only looks like a loop is none`(text: String) {
  #expect(rules(text) == [])
}

@Test func `A loop is reported once, at its first edge, with the others beside it`() throws {
  let text = "a: lambda -> b: sns\nb -> c: lambda\nc -> a"
  let loop = try #require(lint(text).first { $0.id.name == "loop/recursion" })
  #expect(rules(text) == ["loop/recursion"])
  #expect(loop.primary.location.range.lower == 10)
  #expect(loop.secondary.count == 2)
  #expect(loop.notes.first == "a -> b -> c -> a")
}

@Test func `Two loops that share a queue are two findings`() {
  #expect(
    rules("jobs: sqs\na: lambda\nb: lambda\njobs -> a, b\na -> jobs\nb -> jobs")
      == ["loop/recursion", "loop/recursion"])
}

@Test(arguments: [
  "work: lambda { on-failure = told }\ntold: sns -> work",
  "jobs: sqs { dlq = dead }\ndead: sqs -> work: lambda\njobs -> work",
  "jobs: sqs -> work: lambda\njobs -> dead: sqs -> work",
  "jobs: sqs { dlq = dead } -> work: lambda\ndead: sqs -> again: lambda -> jobs",
  "a: sqs { dlq = b }\nb: sqs { dlq = a }",
])
func `Failures that come back by themselves are found`(text: String) {
  #expect(rules(text) == ["loop/dlq"])
}

@Test func `Buses that feed one another are found by their rules and by one arrow`() {
  let nested = """
    a: eventbridge { from-a: eventbridge-rule }
    b: eventbridge { from-b: eventbridge-rule }
    from-a -> b
    from-b -> a
    """
  #expect(rules(nested) == ["eventbridge/bus-cycle"])
  #expect(rules("a: eventbridge <~> b: eventbridge") == ["eventbridge/bus-cycle"])
  #expect(rules("a: eventbridge { r: eventbridge-rule }\nb: eventbridge\na -> b\nb -> r") != [])
}

// MARK: Delivery

@Test(arguments: [
  "a: sns -> b: sqs -> c: lambda -> d: lambda { idempotent = false }",
  "bucket: s3 -> work: lambda { idempotent = false }",
  "q: sqs\nwork: app\nq -> work { idempotent = false }",
  "q: sqs -> work: lambda\nbank: external\nwork -> bank { idempotent = false }",
])
func `Harm done by a message that comes twice is found further on as well`(text: String) {
  #expect(rules(text) == ["delivery/not-idempotent"])
}

@Test(arguments: [
  "q: sqs -> c: lambda { idempotent = true } -> d: lambda { idempotent = false }",
  "q: sqs { type = fifo } -> c: lambda { idempotent = false }",
  "client -> api: api-gateway -> c: lambda { idempotent = false }",
  "c: lambda { idempotent = false } -> q: sqs",
])
func `What cannot come twice, or is stopped before, does no harm`(text: String) {
  #expect(rules(text) == [])
}

@Test func `One place where the order is lost is one finding for all who rely on it`() {
  let text = """
    t: sns { type = fifo }
    q: sqs
    w: lambda
    t -> q { ordered = true }
    q -> w { ordered = true }
    """
  #expect(rules(text) == ["delivery/out-of-order"])
}

@Test func `A FIFO queue that sound messages reach as well is not accused`() {
  let text = """
    bus: eventbridge -> q: sqs { type = fifo; content-based-deduplication = true }
    app -> q
    w: app
    q -> w { ordered = true }
    """
  #expect(rules(text) == [])
}

@Test(arguments: ["lambda", "ec2", "ecs", "app"])
func `A double write is one by whatever program, where something tells`(program: String) {
  let start = """
    diagram { environment = staging }
    items: dynamodb
    jobs: sqs { dlq = lost }
    lost: sqs
    placed: sns
    place: \(program)

    """
  let finds = { rules(start + $0).contains("delivery/dual-write") }
  #expect(finds("place -> items\nplace -> placed"))
  #expect(finds("place -> items \"insert\"\nplace -> jobs"))
  #expect(finds("place -> items\nplace -> jobs \"order paid\""))
  #expect(!finds("place -> items\nplace -> jobs"))
  #expect(!finds("place -> items \"read\"\nplace -> placed"))
}

@Test(arguments: ["result", "returns rows", "items", "the answer", "data"])
func `What a store answers starts nobody`(label: String) {
  let ask = "app -> work: lambda -> items: dynamodb\n"
  #expect(rules(ask + "items -> work \"\(label)\"") == [])
  #expect(rules(ask + "items ~> work \"\(label)\"") == ["loop/recursion"])
  #expect(rules(ask + "items -> work \"new \(label)\"") == ["loop/recursion"])
  #expect(rules(ask + "items -> work") == ["loop/recursion"])
}

@Test(arguments: [
  "place -> items \"look up\"\nplace -> told",
  "place -> items\nplace -> told { transaction = true }",
  "asked: sqs -> place\nplace -> items\nplace -> told",
  "steps: step-functions -> place\nplace -> items\nplace -> told",
  "place -> items\nplace -> told \"metrics\"",
])
func `A write and a message that belong together or do not matter are no double write`(
  edges: String
) {
  let start = """
    diagram "D" { environment = staging }
    items: dynamodb
    told: sns
    place: lambda

    """
  #expect(!rules(start + edges).contains("delivery/dual-write"))
  #expect(rules(start + "place -> items\nplace -> told") == ["delivery/dual-write"])
}

// MARK: Sizes and times

@Test(arguments: [
  ("client -> api { payload = 8MB }\napi -> f: lambda", 1),
  ("client -> api { payload = 8MB }\napi -> f: lambda, s: ecs", 0),
  ("client -> api { payload = 5MB }\napi -> q: sqs -> s: ecs", 1),
  ("client -> api { presigned = true; payload = 1GB }", 0),
  ("client -> api { payload = 9MB }", 0),
])
func `A message has to pass every hop that it surely takes`(text: String, count: Int) {
  #expect(rules("api: api-gateway\n" + text).filter { $0 == "path/payload" }.count == count)
}

@Test(arguments: [
  ("api: api-gateway -> f: lambda { timeout = 60s }", 1),
  ("api: api-gateway { timeout = 10s } -> f: lambda { timeout = 10s }", 0),
  ("cdn: cloudfront -> lb: alb -> s: app { timeout = 50s }", 1),
  ("f: lambda -> s: app { timeout = 50s }", 0),
  ("api: api-gateway { timeout = 10s } -> f: lambda", 0),
  ("api: api-gateway\nf: lambda { timeout = 60s }\napi -> f { invoke = async }", 0),
  (
    "s: sfn\nf: lambda { timeout = 60s }\ns -> f { timeout = 10s; pattern = callback }",
    0
  ),
])
func `Only who says that it may take longer than its caller waits is reported`(
  text: String, count: Int
) {
  #expect(rules(text).filter { $0 == "timeout/longer-than-caller" }.count == count)
}

@Test func `Calls in a circle make no chain longer`() {
  let text = "client -> door: alb -> a: ecs -> b: ecs -> c: ecs -> a"
  #expect(rules(text) == [])
}
