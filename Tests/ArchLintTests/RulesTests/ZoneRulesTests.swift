import ArchDiagnostics
import Testing

@Suite struct ZoneRulesTests {
  @Test(arguments: [
    """
    v: vpc { lb: alb; fleet: asg
      a: zone { sa: subnet { app-1: ec2; app-2: ec2 } }
      b: zone { sb: subnet { other: ec2 } } }
    lb -> fleet
    fleet -> app-1, app-2 { kind = runs-on }
    """,
    """
    v: vpc { lb: nlb; a: zone; b: zone
      sa: subnet { zone = a; app-1: ec2; app-2: ec2 }
      sb: subnet { zone = b; other: ec2 } }
    lb -> app-1, app-2
    """,
    """
    v: vpc {
      a: zone { sa: subnet { app-1: ec2; app-2: ec2 } }
      b: zone { sb: subnet { other: ec2 } } }
    other -> app-1, app-2
    """,
  ])
  func `Servers that one zone takes with it are found, also as a fleet`(_ text: String) {
    #expect(findings(of: "zone/single", in: text).count == 1)
  }

  @Test(arguments: [
    """
    v: vpc { lb: alb
      a: zone { sa: subnet { app-1: ec2 } }
      b: zone { sb: subnet { app-2: ec2 } } }
    lb -> app-1, app-2
    """,
    """
    v: vpc { lb: alb
      a: zone { sa: subnet { count = 2; app-1: ec2; app-2: ec2 } }
      b: zone { sb: subnet { other: ec2 } } }
    lb -> app-1, app-2
    """,
    """
    v: vpc { lb: alb
      a: zone { sa: subnet { x: ec2 } }
      b: zone { sb: subnet { y: ec2 } } }
    lb -> handler: lambda
    x -> y
    """,
    """
    v: vpc { lb: alb; svc: ecs; a: zone { sa: subnet { x: ec2 } }; b: zone }
    lb -> svc
    """,
    """
    v: vpc { lb: alb; a: zone { sa: subnet { x: ec2; y: ec2 } } }
    lb -> x, y
    """,
  ])
  func `Servers in several zones, or in who knows which, are fine`(_ text: String) {
    #expect(findings(of: "zone/single", in: text) == [])
  }

  @Test(arguments: [
    ("app: ec2", "the only server behind 'lb', 'app', stands in one zone, 'a'"),
    ("app: ec2 { count = 3 }", "all 3 servers behind 'lb', 'app', stand in one zone, 'a'"),
  ])
  func `Servers are counted, a stack as many as it says`(_ app: String, _ message: String) {
    let text = """
      diagram { environment = production }
      v: vpc { lb: alb
        a: zone { sa: subnet { \(app) } }
        b: zone { sb: subnet { other: ec2 } } }
      lb -> app -> other
      """
    #expect(findings(of: "zone/single", in: text) == ["zone/single: \(message)"])
  }

  @Test func `What is lost with the zone is listed`() throws {
    let text = """
      v: vpc { lb: alb
        a: zone { sa: subnet { app-1: ec2; app-2: ec2; cache: elasticache } }
        b: zone { sb: subnet { other: ec2 } } }
      lb -> app-1, app-2 -> cache
      """
    let finding = try #require(lint(text).first { $0.id.name == "zone/single" })
    #expect(finding.notes.first == "lost with 'a': 'app-1', 'app-2' and 'cache'")
  }

  @Test func `A further copy in another zone is enough`() {
    let text = """
      v: vpc {
        a: zone { sa: subnet { main: database; near: replica } }
        b: zone { sb: subnet { far: replica } } }
      app -> main -> near, far
      """
    #expect(findings(of: "zone/lost-together", in: text) == [])
  }
}
