import ArchDiagnostics
import Testing

@Suite struct TopologyRulesTests {
  @Test func `What works by itself, or is part of something, is no orphan`() {
    let text = """
      diagram { environment = staging }
      app -> table: dynamodb
      kms
      trail: cloudtrail { bucket = logs }
      logs: s3
      v: vpc { igw; nat; s: subnet { c: ecs { fargate } } }
      app -> c
      group "Ideas" { x: s3; y: sqs }
      z: s3 { muted = true }
      d: lambda
      table -- d
      """
    #expect(findings(of: "topology/orphan", in: text) == [])
  }

  @Test func `An orphan in a container is found if its neighbours take part`() {
    let text = """
      v: vpc { s: subnet { a: ecs; left: rds } }
      app -> a
      """
    #expect(accused(by: "topology/orphan", in: text) == [["left"]])
  }

  @Test func `A topic that only alarms write to is a sketch of a notification`() {
    let text = """
      diagram { environment = staging }
      app -> t1: sns -> m: email
      alarm -> t2: sns
      """
    #expect(accused(by: "topology/dead-end", in: text) == [])
    #expect(accused(by: "topology/dead-end", in: text + "\napp -> t2") == [["t2"]])
  }

  @Test func `Channels that end with people, alarms or elsewhere are no dead ends`() {
    let text = """
      diagram { environment = staging }
      w: worker
      app -> t1: sns -> q1: sqs -> w
      app -> t2: sns -> on-call
      alarm -> t3: sns -> m: email
      w -> q2: sqs { dlq = q3 }
      q2 <- w2 "polls"
      w2: worker
      q3: sqs
      q2 -> q4: sqs
      app -> undelivered: sqs
      bus: eventbridge -> w
      app -> other-bus: eventbridge -> q1
      """
    #expect(findings(of: "topology/dead-end", in: text) == [])
  }

  @Test func `In a sketch where no queue is complete nothing is missing`() {
    let text = """
      diagram { environment = staging }
      app -> letters: sqs
      """
    #expect(findings(of: "topology/dead-end", in: text) == [])
  }

  @Test func `An alarm is no reader`() {
    let text = """
      diagram { environment = staging }
      app -> q1: sqs -> w: worker
      app -> q2: sqs -> alarm
      """
    #expect(accused(by: "topology/dead-end", in: text) == [["q2"]])
  }

  @Test(arguments: [
    "a: app; b: app\na -> b \"x\"\na -> b \"y\"",
    "a: app; b: app\na -> b { port = 80 }\na -> b { port = 90 }",
    "a: app -> b: app\na ~> b",
    "a: app -> b: app\nb -> a",
    "a: app -> b: app\nflow \"F\" { a -> b; b -> a; a -> b }",
    "a: app <-> b: app",
  ])
  func `Edges that say different things are no duplicates`(_ text: String) {
    #expect(findings(of: "topology/", in: text) == [])
  }

  @Test(arguments: [
    "a: app -> b: app\nb <- a",
    "a: app <-> b: app\nb <-> a",
    "a: app; b: app\na -> b \"x\" { port = 80 }\na -> b \"y\"\na -> b \"x\" { port = 80 }",
    "group \"G\" { a: app }\nb: app\na, b -> c: app\na -> c",
  ])
  func `The same edge once more is found, whichever way it is written`(_ text: String) {
    #expect(findings(of: "topology/duplicate-edge", in: text).count == 1)
  }

  @Test(arguments: [
    "flow-chart: step-functions\nflow-chart -> flow-chart",
    "members: msk\nmembers -> members { kind = replicates }",
    "pods: ecs\npods -> pods",
    "fleet: ec2 { count = 3 }\nfleet -> fleet",
    "thing: component\nthing -> thing",
  ])
  func `What may call itself may have an edge to itself`(_ text: String) {
    #expect(findings(of: "topology/self-edge", in: text) == [])
  }

  @Test(arguments: [
    "news: sns -> user",
    "api: appsync -> browser",
    "files: s3 -> reader: user",
    "phone: mobile\nwork: sqs -> phone \"long poll\"",
    "work: sqs -> developer",
  ])
  func `What reaches people, or is fetched by them, is fine`(_ text: String) {
    #expect(findings(of: "topology/unreachable-person", in: text) == [])
  }
}
