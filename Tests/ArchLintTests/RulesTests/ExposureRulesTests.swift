import ArchDiagnostics
import Testing

@Suite struct ExposureRulesTests {
  @Test(arguments: [
    "staff: user -> door: client-vpn -> store: rds",
    "analyst: user \"Analyst\" -> store: redshift",
    "dba: developer -> store: rds",
    "reports: bi -> store: redshift",
    "store: rds\nuser -> store \"over the VPN\"",
    "office: on-premises { clerk: user }\nv: vpc { store: rds }\nclerk -> vpn -> store",
    "user -> store: dynamodb, files: s3",
    "v: vpc { door: nlb { scheme = internal }; events: msk }\nsvc: ecs -> door -> events",
    "search: opensearch { public = true; fine-grained-access = true }\napp -> search",
    "client -> store: database",
    "user -> store: redshift",
    "scientist -> store: redshift-serverless",
  ])
  func `Who is meant to get to a database may`(_ text: String) {
    #expect(findings(of: "exposure/database", in: text) == [])
  }

  @Test(arguments: [
    "v: vpc { way-in: internet-gateway; store: rds }\nuser -> way-in -> store",
    "r: region { v: vpc { s: subnet { store: aurora } } }\nstore <- browser",
    "mobile -> acl: waf\nuser -> door: elb -> store: elasticache",
    "group \"Data\" { store: mq { public = true } }\napp -> store",
    "store: rds { public = true }\nuser -> store",
    "v: vpc { way-in: internet-gateway; store: rds { public = true } }\nuser -> way-in -> store",
    "internet -> store: redshift",
    "store: redshift { public = true }\nuser -> store",
  ])
  func `A database that anybody reaches is found however it is drawn`(_ text: String) {
    #expect(findings(of: "exposure/database", in: text).count == 1)
  }

  @Test func `The way is shown`() throws {
    let text = "v: vpc { way-in: internet-gateway; store: rds }\nuser -> way-in -> store"
    let finding = try #require(lint(text).first { $0.id.name == "exposure/database" })
    #expect(finding.notes.first == "user -> way-in -> store")
  }

  @Test func `A stated refusal of public addresses is believed in a public subnet`() {
    let text = "v: vpc { s: subnet { tier = public; store: rds { public = false } } }\napp -> store"
    #expect(findings(of: "exposure/", in: text) == [])
  }

  @Test(arguments: [
    "v: vpc { door: alb; shop: ec2 }\nuser -> door -> shop\nuser -> shop",
    "v: vpc { bastion: ec2 }\nuser -> bastion",
    "v: vpc { shop: ec2 }\nuser -> shop { protocol = ssh }",
    "v: vpc { shop: ec2 }\ndeveloper -> shop",
    "user -> shop: ec2",
  ])
  func `A server behind a balancer, or for those who look after it, is fine`(_ text: String) {
    #expect(findings(of: "exposure/instance", in: text) == [])
  }
}
