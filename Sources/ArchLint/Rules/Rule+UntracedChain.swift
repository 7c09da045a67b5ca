import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// Finds requests through several services that nobody can follow.
  static let untracedChain = Rule(
    "xray/untraced-chain", .hint, "Nobody can follow a request through the services it waits for",
    detail: .monitoring,
    documentation: RuleDocumentation(
      rationale:
        "When an answer is slow, each service's own figures show that it is, and none shows "
        + "why. A trace tells in which of them the time went, but only where the code takes "
        + "part.",
      facts: ["XR-01"],
      equivalents: [
        "serverless-rules WS1000", "serverless-rules WS2002", "serverless-rules WS3000",
        "serverless-rules WS5000", "cdk-nag LambdaTracing", "cdk-nag APIGWXrayEnabled",
        "checkov CKV_AWS_50", "checkov CKV_AWS_73",
      ],
      advice: "State tracing = true of the API, the functions and the workflows behind it.",
      bad: [
        """
        client -> api: api-gateway { access-logs = true; throttle = 10/s; auth = iam }
        api -> order: lambda -> orders: dynamodb
        api -> slow: cloudwatch-alarm -> team: sns -> email
        """
      ],
      good: [
        """
        client -> api: api-gateway {
          access-logs = true; throttle = 10/s; auth = iam; tracing = true
        }
        api -> order: lambda { tracing = true } -> orders: dynamodb
        api -> slow: cloudwatch-alarm -> team: sns -> email
        """
      ])
  ) { architecture, report in
    let doors = architecture.services(named: "front-door")
    guard !doors.isEmpty else { return }
    let check = TraceCheck(architecture)
    for door in doors.flatMap({ architecture.elements(ofService: $0) }) {
      guard let chain = check.untracedChain(from: door), let first = chain.first else { continue }
      report.report(
        "a request to '\(architecture.name(door))' passes \(chain.count + 1) services, and "
          + "none of them is traced",
        at: first.source, evidence: [architecture.names(along: chain)])
    }
  }
}

private struct TraceCheck {
  private let architecture: Architecture
  /// Whether each service can be traced by an attribute, by the service's index.
  private let canBeTraced: [Bool]
  /// Whether each element is traced, by what it says or by a line to what collects traces.
  private let isTraced: [Bool]
  private let actors: ServiceSet

  init(_ architecture: Architecture) {
    let model = architecture.model
    self.architecture = architecture
    canBeTraced = model.services.map { $0.attribute("tracing") != nil }
    actors = ServiceSet(model, ["actor"])
    let collectors = ServiceSet(model, ["external", "managed-grafana", "xray"])
    var isTraced = model.elements.map { element in
      element.attributes.contains { $0.name == "tracing" && $0.value == .boolean(true) }
    }
    for connection in model.connections {
      let isCollected = connection.kind == "monitors" || connection.arrow == .association
      if collectors.contains(connection.target), isCollected {
        isTraced[connection.source.index] = true
      }
      if collectors.contains(connection.source), isCollected {
        isTraced[connection.target.index] = true
      }
    }
    self.isTraced = isTraced
  }

  /// Two calls in a row that begin at a front door, of which nothing is traced although two of the
  /// services could be.
  func untracedChain(from door: ElementID) -> [Architecture.Edge]? {
    guard !isTraced[door.index] else { return nil }
    let first = traceable(door)
    for call in calls(of: door) where !isTraced[call.target.index] {
      let second = traceable(call.target)
      guard first || second else { continue }
      let next = calls(of: call.target).first { next in
        next.target != door && !isTraced[next.target.index]
          && [first, second, traceable(next.target)].filter(\.self).count >= 2
      }
      if let next { return [call, next] }
    }
    return nil
  }

  private func calls(of id: ElementID) -> [Architecture.Edge] {
    architecture.outgoing(id).prefix(100).map { architecture.edges[Int($0)] }.filter { edge in
      edge.invocation == .sync && (edge.kind == "request" || edge.kind == "query")
        && architecture.isDrawn(edge) && !actors.contains(edge.target)
        && !architecture.service(of: edge.target).isIndefinite
    }
  }

  /// Whether an attribute that this element may have would trace it: an HTTP API has none.
  private func traceable(_ id: ElementID) -> Bool {
    guard canBeTraced[architecture.model.elements[id.index].service],
      let attribute = architecture.service(of: id).attribute("tracing")
    else { return false }
    return architecture.model.holds(attribute.condition, for: id) != false
  }
}
