import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// A bucket or table is reached through a NAT gateway that charges for what a route does free.
  static let networkNATInsteadOfEndpoint = Rule(
    "network/nat-instead-of-endpoint", .hint,
    "S3 or DynamoDB is reached through a NAT gateway, which charges for every byte",
    documentation: RuleDocumentation(
      rationale: """
        A NAT gateway is paid by the hour and by the gigabyte. A gateway endpoint leads to S3 and \
        DynamoDB for nothing, and keeps the traffic off the internet's addresses as well.
        """,
      facts: ["NET-07"],
      source: "AWS docs, Gateway endpoints: there is no additional charge",
      advice: "Draw a gateway endpoint in the VPC and route the private subnets to it.",
      bad: [
        """
        main: vpc {
          outer: subnet { tier = public; way: nat }
          inner: subnet { tier = private; crunch: ec2 }
        }
        crunch -> way -> files: s3
        """
      ],
      good: [
        """
        main: vpc {
          outer: subnet { tier = public; way: nat }
          inner: subnet { tier = private; crunch: ec2 }
          free-way: gateway-endpoint
        }
        crunch -> way
        crunch -> free-way -> files: s3
        """
      ])
  ) { architecture, report in
    guard !architecture.services(named: "nat-gateway").isEmpty,
      let ways = WaysOut(architecture)
    else { return }
    let stores = ServiceSelection(architecture, where: hasGatewayEndpoint)
    guard !stores.isEmpty else { return }
    let calls = ways.calls(from: ways.vpcsWithNATGateways(), to: stores)
    let paid = (calls + ways.callsFromNATGateways(to: stores)).filter { call in
      stores.contains(call.target) && !isInOtherRegion(call, architecture)
    }.sorted { $0.edge < $1.edge }
    for calls in groupedByService(paid, architecture) {
      let first = calls[0]
      guard let gateway = ways.natGateways(of: first.vpc).first,
        !ways.hasEndpoint(first.vpc, to: first.target)
      else { continue }
      let service = architecture.service(of: first.target).shortTitle
      let subject = architecture.is(first.caller, "nat-gateway") ? first.vpc : first.caller
      report.report(
        """
        \(architecture.quoted(subject)) reaches \(architecture.quoted(first.target)) through the \
        NAT gateway \(architecture.quoted(gateway)), though a gateway endpoint for \(service) \
        is free
        """,
        at: architecture.edges[first.edge],
        secondary: [architecture.label(gateway, "each gigabyte through here is charged")])
    }
  }
}

extension WaysOut {
  /// The edges from the NAT gateways of VPCs to some services.
  fileprivate func callsFromNATGateways(to services: ServiceSelection) -> [Call] {
    let gateways = ServiceSelection(architecture, ["nat-gateway"])
    return architecture.pairs.filter {
      gateways.contains(service: $0.source) && services.contains(service: $0.target)
    }.flatMap(\.edges).compactMap { index in
      let edge = architecture.edges[Int(index)]
      guard let vpc = access.vpcs[edge.source] else { return nil }
      return Call(edge: Int(index), caller: edge.source, vpc: vpc, target: edge.target)
    }
  }
}

/// Whether the target lies in another Region than the VPC, where no gateway endpoint leads.
private func isInOtherRegion(_ call: WaysOut.Call, _ architecture: Architecture) -> Bool {
  guard let here = architecture.place("region", of: call.vpc),
    let there = architecture.place("region", of: call.target)
  else { return false }
  return here != there
}
