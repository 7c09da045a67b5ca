import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// What stands in a private subnet calls a service of AWS, and no way leads there.
  static let networkNoWayOut = Rule(
    "network/no-way-out", .warning,
    "A private subnet calls a service of AWS to which no way leads", detail: .network,
    documentation: RuleDocumentation(
      rationale: """
        Services of AWS are called at public addresses, and a private subnet has no route there. \
        Without a NAT gateway or an endpoint each call waits until it times out.
        """,
      facts: ["NET-11", "LAM-18", "SES-11"],
      source: "AWS docs, What is AWS PrivateLink; checkov CKV2_AWS_35",
      equivalents: ["checkov CKV2_AWS_35"],
      advice: """
        Draw an endpoint for the service in the VPC, or a NAT gateway in a public subnet; for S3 \
        and DynamoDB a gateway endpoint costs nothing.
        """,
      bad: [
        """
        main: vpc { inner: subnet { tier = private; crunch: ec2 } }
        crunch -> files: s3
        """,
        """
        main: vpc { inner: subnet { tier = private; send: ecs } }
        send -> news: sns -> readers: email
        """,
      ],
      good: [
        """
        main: vpc { inner: subnet { tier = private; crunch: ec2 }; way: gateway-endpoint }
        crunch -> way -> files: s3
        """,
        """
        main: vpc {
          outer: subnet { tier = public; way: nat }
          inner: subnet { tier = private; send: ecs }
        }
        send -> way
        send -> news: sns -> readers: email
        """,
      ])
  ) { architecture, report in
    guard let ways = WaysOut(architecture) else { return }
    let calls = ways.calls(from: ways.closedVPCs())
    let cutOff = groupedByService(calls, architecture).filter {
      !ways.hasEndpoint($0[0].vpc, to: $0[0].target)
    }
    guard !cutOff.isEmpty else { return }
    let proxied = ways.vpcsWithProxies(among: Set(cutOff.map { $0[0].vpc }))
    for calls in cutOff where !proxied.contains(calls[0].vpc) {
      let first = calls[0]
      let service = architecture.service(of: first.target)
      let subnet = ways.access.subnets[first.caller].map(architecture.quoted) ?? "a subnet"
      let endpoint = hasGatewayEndpoint(service) ? "a gateway endpoint" : "an endpoint"
      let vpc = architecture.quoted(first.vpc)
      report.report(
        """
        \(architecture.quoted(first.caller)) in the private subnet \(subnet) calls \
        \(architecture.quoted(first.target)), but \(vpc) has neither a NAT gateway nor \
        \(endpoint) for \(service.shortTitle)
        """,
        at: architecture.edges[first.edge],
        secondary: [architecture.label(first.vpc, "no way leads out of here")]
          + calls.dropFirst().prefix(4).map {
            architecture.label(architecture.edges[$0.edge], "this call does not get out either")
          })
    }
  }
}

/// The calls by VPC and service, in the order of the text.
func groupedByService(
  _ calls: [WaysOut.Call], _ architecture: Architecture
) -> [[WaysOut.Call]] {
  var groups: [[WaysOut.Call]] = []
  var known: [Int: Int] = [:]
  for call in calls {
    let service = architecture.model.elements[call.target.index].service
    let key = call.vpc.index * architecture.model.services.count + service
    if let group = known[key] {
      groups[group].append(call)
    } else {
      known[key] = groups.count
      groups.append([call])
    }
  }
  return groups
}
