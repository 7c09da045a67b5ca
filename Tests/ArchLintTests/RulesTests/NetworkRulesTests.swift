import ArchDiagnostics
import Testing

@Suite struct NetworkRulesTests {
  @Test func `Several callers without a way out are one finding that shows them all`() throws {
    let text = """
      main: vpc { inner: subnet { tier = private; one: ecs; two: ec2; three: ecs } }
      one, two -> work: sqs
      three -> other: sqs
      """
    let found = lint(text).filter { $0.id.name == "network/no-way-out" }
    #expect(found.count == 1)
    let finding = try #require(found.first)
    let labels = finding.secondary.map(\.text)
    #expect(labels.filter { $0 == "this call does not get out either" }.count == 2)
  }

  @Test(arguments: [
    // A hub leads to a VPC with a way out.
    """
    spoke: vpc { inner: subnet { tier = private; app: ecs } }
    hub: transit-gateway -> spoke
    app -> work: sqs
    """,
    // An endpoint that says by its label what it serves.
    """
    main: vpc {
      inner: subnet { tier = private; app: ecs; vpce "SNS and SQS" { type = interface } }
    }
    app -> work: sqs
    """,
    // An endpoint of which nothing is known.
    """
    main: vpc { inner: subnet { tier = private; app: ecs; door: vpc-endpoint } }
    app -> work: sqs
    """,
    // The Lambda service reads the queue, not the function in its subnet.
    """
    main: vpc { inner: subnet { tier = private; tidy: lambda } }
    work: sqs -> tidy
    """,
    // Nothing says whether the subnet is public.
    """
    main: vpc { door: internet-gateway; one: subnet { app: ec2 } }
    app -> s3
    """,
    // It stands in the VPC, but in no subnet.
    """
    main: vpc { app: ec2 }
    app -> s3
    """,
    // The NAT gateway is drawn beside the VPC.
    """
    main: vpc { ways: route-table; inner: subnet { tier = private; app: ec2 } }
    ways -> way: nat
    app -> work: sqs
    """,
    // A machine of one's own lets the others out.
    """
    main: vpc { outer: subnet { tier = public; squid-proxy: ec2 }; inner: subnet { app: ec2 } }
    app -> work: sqs
    """,
  ])
  func `A way out that may be there keeps the rule quiet`(_ text: String) {
    #expect(findings(of: "network/no-way-out", in: text) == [])
  }

  @Test(arguments: [
    "eu: region { v: vpc { z: zone { inner: subnet { app: ec2 } } } }\nfiles: s3 <- app",
    "v: vpc { inner: subnet { tier = private; group \"G\" { app: ecs } } }\nwork: sqs -> app",
    """
    v: vpc {
      inner: subnet { app: ec2; door: vpc-endpoint { service = "com.amazonaws.eu-west-1.sns" } }
    }
    app -> work: sqs
    """,
    "v: vpc { inner: subnet { app: lambda; way: gateway-endpoint } }\napp -> work: sqs",
  ])
  func `A private subnet without a fitting way out is found however it is drawn`(_ text: String) {
    #expect(accused(by: "network/no-way-out", in: text).map(\.first) == ["app"])
  }

  @Test func `One missing way is one finding, however many calls take it`() {
    let text = """
      v: vpc { inner: subnet { tier = private; a: ecs; b: ecs } }
      a, b -> one: sqs, two: sqs
      """
    #expect(accused(by: "network/no-way-out", in: text).count == 1)
  }

  @Test func `A gateway endpoint does not lead to a bucket of another Region`() {
    let text = """
      eu-west-1: region {
        v: vpc { o: subnet { tier = public; n: nat }; i: subnet { tier = private; app: ec2 } }
      }
      us-east-1: region { files: s3 }
      app -> files
      """
    #expect(findings(of: "network/nat-instead-of-endpoint", in: text) == [])
  }

  private static let islands = """
    a: vpc { s: subnet { desk: ecs } }
    b: vpc { t: subnet { store: rds } }
    one: account { c: vpc { u: subnet { far: ecs } } }

    """

  @Test(arguments: [
    "a, b -> hub: transit-gateway\ndesk -> store",
    "a, b -> pair: vpc-peering\ndesk -> store",
    "desk -> pair: vpc-peering -> store\ndesk -> store",
    "office: on-premises -> line: direct-connect -> a, b\ndesk -> store",
    "hub: transit-gateway -> one, b\nfar -> store",
    "one-hub: transit-gateway -> a\none-hub -> two-hub: transit-gateway -> b\ndesk -> store",
    "hub: transit-gateway\ndesk -> store",
    "a -- b \"joined\"\ndesk -> store",
    "desk -> store { kind = replicates }",
  ])
  func `VPCs that are joined somehow are not apart`(_ text: String) {
    #expect(findings(of: "network/apart", in: Self.islands + text) == [])
  }

  @Test func `A peering is not passed through`() {
    let text =
      Self.islands + """
        a, c -> first: vpc-peering
        c, b -> second: vpc-peering
        desk -> far -> store
        desk -> store
        """
    #expect(accused(by: "network/apart", in: text) == [["desk", "a", "store", "b"]])
  }

  @Test func `A public load balancer can be called from any network`() {
    let text = """
      office: on-premises { till: server }
      a: vpc { s: subnet { desk: ecs } }
      b: vpc { door: alb }
      desk, till -> door
      """
    #expect(findings(of: "network/", in: text) == [])
  }

  @Test(arguments: [
    "broker -> plant",
    "till -> broker",
    "reader -> old",
  ])
  func `Talk between a site and a private subnet needs a line, either way`(_ edge: String) {
    let text = """
      plant: on-premises { till: server; old: oracle }
      v: vpc { inner: subnet { broker: mq; reader: ecs } }
      \(edge)
      """
    #expect(findings(of: "network/on-premises", in: text).count == 1)
    #expect(findings(of: "network/on-premises", in: text + "\nspare: vpn") == [])
  }

  @Test func `Ranges that a VPC was given later count, and other VPCs do not`() {
    let text = """
      v: vpc {
        cidr = 10.0.0.0/24
        secondary-cidrs = [10.1.0.0/24]
        a: subnet { cidr = 10.1.0.0/25; x: app }
        b: subnet { cidr = 10.0.0.0/25; y: app }
      }
      w: vpc { cidr = 10.0.0.0/24; c: subnet { cidr = 10.0.0.0/25; z: app } }
      x -> y
      """
    #expect(findings(of: "network/cidr", in: text) == [])
  }

  @Test func `Each subnet that overlaps is accused once, across zones`() {
    let text = """
      v: vpc {
        a: zone { one: subnet { cidr = 10.0.0.0/22; x: app } }
        b: zone { two: subnet { cidr = 10.0.1.0/24; y: app }; three: subnet { cidr = 10.0.3.0/24 } }
      }
      x -> y
      """
    #expect(accused(by: "network/cidr", in: text) == [["two", "one"], ["three", "one"]])
  }
}
