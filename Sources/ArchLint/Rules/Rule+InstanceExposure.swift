import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// People on the internet call a server by its own address.
  static let exposureInstance = Rule(
    "exposure/instance", .hint, "The internet calls a server with no load balancer in between",
    detail: .design, yieldsTo: ["ec2/direct-access"],
    documentation: RuleDocumentation(
      rationale: """
        A server that is called by its own address cannot be doubled, replaced or taken out while \
        it is ill. A load balancer in front knows who is well, and keeps the servers off the \
        internet.
        """,
      source: "checkov CKV_AWS_88; cdk-nag EC2InstanceNoPublicIp",
      equivalents: ["checkov CKV_AWS_88", "cdk-nag EC2InstanceNoPublicIp"],
      advice: "Put a load balancer in front, and the servers into private subnets.",
      bad: [
        """
        main: vpc { shop: ecs }
        user -> shop
        """
      ],
      good: [
        """
        main: vpc { door: nlb; shop: ecs }
        user -> door -> shop
        """
      ])
  ) { architecture, report in
    let servers = ServiceSelection(architecture, ["asg", "ec2", "ecs", "fargate"])
    guard !servers.isEmpty else { return }
    let reach = PublicReach(architecture, actors: ["browser", "internet", "mobile", "user"])
    guard reach.hasActors else { return }
    var reported: Set<ElementID> = []
    for edge in architecture.edges where servers.contains(edge.target) {
      let server = edge.target
      guard !reported.contains(server), reach.isPublicCall(edge) else { continue }
      let path = reach.path(to: edge)
      // A gateway that is drawn on the way shows that somebody thought about it.
      guard path.count == 1 || architecture.isOfProduction,
        !isBalanced(path, server, architecture), !isMeantForAccess(edge, architecture)
      else { continue }
      reported.insert(server)
      let caller = architecture.quoted(path[0].source)
      report.report(
        "\(caller) calls \(architecture.quoted(server)) by its own address, with no load balancer "
          + "in between",
        at: edge,
        evidence: [
          ([path[0].source] + path.map(\.target)).map { architecture.model[$0].name }
            .joined(separator: " -> ")
        ])
    }
  }
}

/// Whether something that chooses among servers stands on the path, or before the server elsewhere.
private func isBalanced(
  _ path: [Architecture.Edge], _ server: ElementID, _ architecture: Architecture
) -> Bool {
  path.contains { architecture.is($0.source, anyOf: choosers) }
    || architecture.incoming(server).contains {
      architecture.is(architecture.edges[Int($0)].source, anyOf: choosers)
    }
    || architecture.outgoing(server).contains {
      architecture.edges[Int($0)].kind == "registers"
    }
}

private let choosers = [
  "load-balancing", "global-accelerator", "api-gateway", "cloudfront", "vpc-lattice",
]

/// Whether the edge is for those who look after the server, or speaks what no balancer does.
private func isMeantForAccess(_ edge: Architecture.Edge, _ architecture: Architecture) -> Bool {
  if case .word(let spoken)? = architecture.stated("protocol", of: edge)?.value,
    ["ssh", "rdp", "webrtc", "rtp"].contains(spoken)
  {
    return true
  }
  return architecture.nameText(of: edge.target).contains(oneOf: ["bastion", "jump", "vpn"])
}
