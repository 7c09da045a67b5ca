import ArchDiagnostics
import ArchTestSupport
import Testing

/// A queue-like thing that reaches few, a store that is reached by few, and what stands between.
private let services = """
  service zz-queue "ZZ Queue" {
    category = integration
    attribute type: plain | strict = plain
    attribute level: integer
    variant zz-strict-queue "ZZ Strict queue" type = strict
    sends to zz-worker as poll polled [ZQ-01]
    sends to zz-topic as event async where source.type == plain and target.type == plain
        "Order is lost." [ZQ-02]
    never sends to zz-log "A log asks nobody." [ZQ-01, ZQ-03]
    closed [ZQ-01]
    fact ZQ-01 "A queue is read by those who poll it." { source = "handbook" }
    fact ZQ-02 "Only plain ones fan out." { unverified = true }
    fact ZQ-03 "Nobody else reads it."
  }
  service zz-topic "ZZ Topic" {
    category = integration
    attribute type: plain | strict = plain
  }
  service zz-worker "ZZ Worker" { category = compute; traits = [compute] }
  service zz-store "ZZ Store" {
    category = database
    receives from zz-worker as query sync
    sends to zz-report as load pulled
    receives from nothing else
    closed
  }
  service zz-report "ZZ Report" { category = analytics }
  service zz-log "ZZ Log" { category = management; closed }

  """

/// What is said about a text with these services: severity, message, then notes.
private func say(_ text: String) -> [[String]] {
  lint(services + text).map { ["\($0.severity.word)[\($0.id.name)] \($0.message)"] + $0.notes }
}

@Test func `An edge that a clause denies is an error with the reason and its footnotes`() {
  #expect(
    say("zz-queue -> zz-log").map { $0.filter { !$0.hasPrefix("a way round") } } == [
      [
        "error[connection/impossible] ZZ Queue cannot reach ZZ Log directly", "A log asks nobody.",
        "A queue is read by those who poll it. [ZQ-01: handbook]", "Nobody else reads it. [ZQ-03]",
      ]
    ])
}

@Test func `An edge that leaves a closed service says what that one reaches`() {
  let said = say("jobs: zz-queue\njobs -> zz-report")
  #expect(
    said == [
      [
        "error[connection/impossible] 'jobs' (ZZ Queue) cannot reach ZZ Report directly",
        "ZZ Queue reaches zz-topic, zz-worker; ZZ Report is not among them",
        "A queue is read by those who poll it. [ZQ-01: handbook]",
      ]
    ])
}

@Test func `An edge to a service that takes from few says from whom`() {
  #expect(
    say("zz-topic -> zz-store") == [
      [
        "error[connection/impossible] ZZ Topic cannot reach ZZ Store directly",
        "ZZ Store is reached by zz-worker only",
      ]
    ])
}

@Test func `A condition that fails says where the edge exists, and what is unverified only warns`()
{
  let text = "jobs: zz-queue { type = strict }\njobs -> zz-topic\n"
  let found = lint(services + text)
  #expect(
    found.map(\.message) == [
      "'jobs' (ZZ Queue) reaches ZZ Topic only where the type of 'jobs' is plain"
    ])
  #expect(found.map(\.severity) == [.warning])
  #expect(found.first?.notes == ["Order is lost.", "Only plain ones fan out. [ZQ-02]"])
  #expect(found.first?.fixes.map(\.title) == ["set type = plain"])
}

@Test func `A fix of a condition mends both ends at once`() throws {
  let text =
    services
    + "a: zz-queue { type = strict }\nb: zz-topic { type = strict }\na -> b\n"
  let fix = try #require(lint(text).first?.fixes.first)
  #expect(fix.title == "set type = plain and type = plain")
  #expect(lint(try #require(applying(fix, to: text))) == [])
}

@Test func `Where only one of two ends states what is wrong, no fix pretends to mend it`() {
  let found = lint(services + "b: zz-topic { type = strict }\nq: zz-strict-queue\nq -> b\n")
  #expect(
    found.map(\.message) == [
      "'q' (ZZ Strict queue) reaches 'b' (ZZ Topic) only where the type of 'q' is plain and the "
        + "type of 'b' is plain"
    ])
  #expect(found.first?.fixes == [])
}

@Test(arguments: [
  "zz-queue -> zz-worker -> zz-store", "zz-worker <- zz-queue", "zz-queue <-> zz-worker",
  "zz-store <-> zz-worker", "zz-queue -- zz-log", "zz-queue -> my-app: app",
  "user -> zz-queue", "zz-queue -> zz-log { kind = dns }", "zz-strict-queue -> zz-worker",
  "zz-queue ~> zz-topic", "flow \"F\" { zz-queue -> zz-worker; zz-worker -> zz-queue }",
])
func `Nothing is said of edges that exist or may exist`(text: String) {
  #expect(say(text) == [])
}

@Test(arguments: [
  "zz-log <- zz-queue", "zz-queue <-> zz-log", "zz-queue ~> zz-log",
  "zz-queue -> zz-log { kind = send }", "flow \"F\" { zz-queue -> zz-log }",
])
func `However an edge is written, it is judged`(text: String) {
  #expect(lint(services + text).map(\.id.name) == ["connection/impossible"])
}

@Test func `An arrow with the content is a hint, unless it leads both ways`() {
  #expect(
    say("zz-store -> zz-report") == [
      [
        "hint[connection/against-request] this arrow follows the content: the request goes from "
          + "ZZ Report to ZZ Store",
        "drawn as 'load'; both directions are understood",
      ]
    ])
  #expect(say("zz-store <-> zz-report") == [])
}

@Test func `A service of the text is judged by what others say of what it extends`() {
  let house = "service zz-house-queue { extends = zz-queue }\n"
  #expect(lint(services + house + "zz-house-queue -> zz-worker\n") == [])
  #expect(
    lint(services + house + "zz-house-queue -> zz-log\n").map(\.id.name)
      == ["connection/impossible"])
}

@Test func `Each arrow that is impossible is told, and each pair of its ends`() {
  let found = lint(services + "zz-queue -> zz-log, zz-report\nzz-queue -> zz-log\n")
  #expect(found.map(\.id.name) == Array(repeating: "connection/impossible", count: 3))
}

// MARK: Allowing

@Test func `What a check finds can be allowed, also where it is an error`() {
  let text = services + "zz-queue -> zz-log  # archc: allow connection/impossible -- a bridge\n"
  #expect(lint(text) == [])
  #expect(
    lint(services + "# archc: allow-file connection/impossible -- x\nzz-queue -> zz-log\n") == [])
}

@Test func `An allowance of a legal edge is unused`() {
  let text = services + "zz-queue -> zz-worker  # archc: allow connection/impossible -- a bridge\n"
  #expect(lint(text).map(\.id.name) == ["allow/unused"])
}

@Test func `An error in a service cannot be allowed`() {
  let text = "service s { sends to nowhere-at-all }  # archc: allow service/unknown-name -- later\n"
  #expect(lint(text).map(\.id.name) == ["service/unknown-name", "allow/error"])
}

// MARK: What yields

@Test func `What is missing because an edge cannot exist is not told besides`() {
  let start = "diagram { environment = staging }\napp -> jobs: sqs -> work: ecs\n"
  #expect(lint(start).map(\.id.name).contains("sqs/missing-dlq"))
  let found = lint(start + "jobs -> firehose\n").map(\.id.name)
  #expect(found.contains("connection/impossible") && !found.contains("sqs/missing-dlq"))
}

@Test func `An alarm whose action cannot exist is told once`() {
  let start = "diagram { environment = staging }\napp -> errors: cloudwatch-alarm\n"
  #expect(lint(start).map(\.id.name).contains("cloudwatch-alarm/missing-action"))
  let found = lint(start + "errors -> kinesis\n").filter { $0.severity > .hint }.map(\.id.name)
  #expect(found == ["connection/impossible"])
}

// MARK: Bundled services

@Test(arguments: [
  "user -> api: api-gateway\ncheck: lambda\napi -> check { kind = auth }\napi -> lambda",
  "detective -> guardduty",
  "orders: dynamodb { point-in-time-recovery = true }\nfiles: s3\norders -> files { kind = load }",
  "r: route-table\nway: vpc-endpoint\nr -> way", "lb: alb\nuser -> app: ecs -> lb",
  "a: asg\nlb: nlb\na -> lb { kind = registers }",
])
func `What people draw and AWS has is no error`(text: String) {
  #expect(lint(text).filter { $0.severity > .hint }.map(\.message) == [])
}

@Test func `A registration that says so is no hint`() {
  #expect(lint("tasks: ecs\nlb: alb\ntasks -> lb { kind = registers }\n").filter(\.isHint) == [])
}

@Test func `A bucket behind an accelerator hears of its endpoints`() throws {
  let found = try #require(lint("user -> global-accelerator -> s3\n").first)
  #expect(found.message == "Global Accelerator cannot reach S3 directly")
  #expect(found.notes.first?.contains("take CloudFront or S3 Transfer Acceleration") == true)
}

@Test func `Of a service that is closed to new customers, variants may be offered`() {
  let message = "Amazon Timestream takes no new customers since 2025-06-20"
  #expect(lint("app -> t: timestream").map(\.message) == [message])
  #expect(lint("app -> t: timestream { engine = live-analytics }").map(\.message) == [message])
  #expect(lint("app -> t: timestream { engine = influxdb }") == [])
  #expect(lint("app -> timestream-for-influxdb") == [])
}

@Test(arguments: [
  "guard: waf { scope = regional }\nguard -> cloudfront", "waf -> nlb", "acm -> ec2",
  "security-group -> s3", "shield -> rds",
])
func `What guards or certifies leads nowhere, so no way round goes through it`(text: String) {
  for problem in lint(text) where problem.isImpossible {
    #expect(!problem.notes.contains { $0.contains("way round") || $0.contains("ways round") })
  }
  #expect(lint(text).contains { $0.isImpossible })
}

@Test(arguments: [
  ("zone: route53 { zone = private }", 0), ("names: route53-resolver", 0), ("zone: route53", 1),
])
func `The Resolver and private zones stand in Regions and networks`(text: String, count: Int) {
  for place in ["eu-west-1: region", "net: vpc"] {
    let found = lint("\(place) { \(text) }").filter { $0.id.name == "container/misplaced" }
    #expect(found.count == count)
  }
}

// MARK: Ways round

private let paths = """
  service zz-left "ZZ Left" { category = storage; sends to zz-gate as send; closed }
  service zz-gate "ZZ Gate" {
    category = integration; traits = [connector]; sends to zz-door, zz-right as send; closed
  }
  service zz-door "ZZ Door" {
    category = integration; traits = [connector]; sends to zz-far as send; closed
  }
  service zz-right "ZZ Right" { category = storage; closed }
  service zz-far "ZZ Far" { category = storage; receives from nothing else }

  """

@Test(arguments: [
  ("zz-left -> zz-right", "zz-left -> zz-gate -> zz-right", "ZZ Left -> ZZ Gate -> ZZ Right"),
  ("zz-right <- zz-left", "zz-right <- zz-gate <- zz-left", "ZZ Left -> ZZ Gate -> ZZ Right"),
  (
    "zz-left ~> zz-far \"copy\"", "zz-left ~> zz-gate ~> zz-door ~> zz-far \"copy\"",
    "ZZ Left -> ZZ Gate -> ZZ Door -> ZZ Far"
  ),
  (
    "zz-far <- zz-left", "zz-far <- zz-door <- zz-gate <- zz-left",
    "ZZ Left -> ZZ Gate -> ZZ Door -> ZZ Far"
  ),
  (
    "zz-gate: s3\nzz-left -> zz-right",
    "zz-gate: s3\nzz-left -> zz-left-to-zz-right: zz-gate -> zz-right",
    "ZZ Left -> ZZ Gate -> ZZ Right"
  ),
  (
    "zz-gate: s3; zz-door: s3; zz-left -> zz-far",
    "zz-gate: s3; zz-door: s3; zz-left -> zz-left-to-zz-far: zz-gate -> zz-left-to-zz-far-zz-door: "
      + "zz-door -> zz-far", "ZZ Left -> ZZ Gate -> ZZ Door -> ZZ Far"
  ),
])
func `A fix puts what connects in between`(text: String, fixed: String, way: String) throws {
  let found = lint(paths + text + "\n")
  let problem = try #require(found.first)
  #expect(found.count == 1 && problem.isImpossible)
  #expect(problem.notes.contains("a way round: \(way)"))
  let fix = try #require(problem.fixes.first)
  #expect(!fix.isSafe)
  #expect(applying(fix, to: paths + text + "\n") == paths + fixed + "\n")
  #expect(lint(paths + fixed + "\n") == [])
}

@Test
func `Where one arrow stands for several edges or a flow goes along it, the way is only told`() {
  let texts = [
    "other: zz-left\nzz-left, other -> zz-right", "flow \"F\" { zz-left -> zz-right }",
    "zz-left -> zz-right\nflow \"F\" { zz-left -> zz-right }",
  ]
  for text in texts {
    for problem in lint(paths + text) where problem.isImpossible {
      #expect(problem.fixes == [])
      #expect(problem.notes.contains("a way round: ZZ Left -> ZZ Gate -> ZZ Right"))
    }
    #expect(lint(paths + text).contains { $0.isImpossible })
  }
}

@Test func `Nothing is put in between that the diagram means something else by`() {
  let own =
    paths + "service zz-new { category = storage; aliases = [lambda, sqs, sns, firehose] }\n"
  for problem in lint(own + "zz-left -> zz-right\n") {
    #expect(problem.fixes.map(\.title) == ["put ZZ Gate in between"])
  }
}

@Test func `Applying the fix of an edge that is impossible leaves no edge that is`() throws {
  var random = SplitMix64(seed: 77)
  var fixed = 0
  for round in 0..<150 {
    let text = randomDiagram(using: &random)
    for problem in lint(text) where problem.isImpossible {
      for fix in problem.fixes {
        let mended = try #require(applying(fix, to: text))
        #expect(
          !lint(mended).contains { $0.isImpossible || $0.severity == .error },
          "round \(round): \(fix.title)\n\(mended)")
        fixed += 1
      }
    }
  }
  #expect(fixed > 20)
}

/// A few services that reach one another under conditions, and one edge.
private func randomDiagram(using random: inout SplitMix64) -> String {
  let keys = ["zz-a", "zz-b", "zz-c", "zz-d", "zz-e"]
  var text = ""
  for key in keys {
    text += "service \(key) { category = integration; traits = [connector]\n"
    text += "attribute mode: one | two\(Bool.random(using: &random) ? " = one" : "")\nclosed\n"
    for _ in 0..<Int.random(in: 1..<4, using: &random) {
      let other = keys.randomElement(using: &random) ?? ""
      let condition = [
        "", " where source.mode == one", " where target.mode == two and source.mode == one",
      ].randomElement(using: &random)
      text += "sends to \(other) as send\(condition ?? "")\n"
    }
    text += "}\n"
  }
  for name in ["x", "y"] {
    let mode = ["", " { mode = one }", " { mode = two }"].randomElement(using: &random) ?? ""
    text += "\(name): \(keys.randomElement(using: &random) ?? "")\(mode)\n"
  }
  return text + "x \(["->", "~>"].randomElement(using: &random) ?? "") y\n"
}
