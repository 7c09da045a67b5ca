import ArchDiagnostics
import ArchModel

extension Rule {
  /// A storage gateway in a VPC that draws no way to the service behind it.
  static let networkMissingEndpoint = Rule(
    "network/missing-endpoint", .hint,
    "A storage gateway stands in a VPC from which no way leads to its service", detail: .network,
    documentation: RuleDocumentation(
      rationale: """
        A gateway keeps speaking to its service, to be told what to do and to bring what it was \
        given. Without an endpoint in its VPC, or a way to the internet, it cannot even be \
        activated.
        """,
      facts: ["SGW-04"],
      advice: "Draw an interface endpoint for Storage Gateway in the subnet, and one for S3.",
      bad: [
        """
        main: vpc { inner: subnet { tier = private; files: storage-gateway; app } }
        app -> files
        """
      ],
      good: [
        """
        main: vpc {
          inner: subnet {
            tier = private
            app
            files: storage-gateway
            door: vpc-endpoint "Storage Gateway" { type = interface }
          }
        }
        app -> files -> door
        """
      ])
  ) { architecture, report in
    let gateways = architecture.elements(named: "storage-gateway")
    guard !gateways.isEmpty, let ways = WaysOut(architecture) else { return }
    for gateway in gateways {
      guard let vpc = ways.access.vpcs[gateway], ways.access.isPrivate(gateway),
        ways.natGateways(of: vpc).isEmpty, !ways.isOpen(vpc), !ways.hasEndpoints(vpc)
      else { continue }
      report.report(
        """
        \(architecture.quoted(gateway)) stands in a private subnet of \(architecture.quoted(vpc)), \
        which draws neither an endpoint nor a NAT gateway that leads to Storage Gateway
        """,
        at: gateway, secondary: [architecture.label(vpc, "no way leads out of here")])
    }
  }
}
