import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// An edge leads from on premises to a private address in a VPC, and nothing leads in.
  static let networkOnPremises = Rule(
    "network/on-premises", .warning,
    "A network on premises and a private address in a VPC talk, and no line joins the two",
    documentation: RuleDocumentation(
      rationale: """
        What has a private address in a VPC cannot be reached over the internet. A network of \
        your own is led in by a VPN, by Direct Connect, or by a transit gateway behind either.
        """,
      source: "AWS docs, Network-to-Amazon VPC connectivity options; notes: AWS DMS",
      advice: "Draw the VPN or the Direct Connect line between the two.",
      bad: [
        """
        plant: on-premises { machines: server }
        cloud: vpc { inner: subnet { orders: rds } }
        machines -> orders
        """
      ],
      good: [
        """
        plant: on-premises { machines: server }
        cloud: vpc { inner: subnet { orders: rds } }
        machines -> tunnel: vpn -> orders
        """
      ])
  ) { architecture, report in
    let sites = ServiceSelection(architecture, ["on-premises"])
    guard !sites.isEmpty, ServiceSelection(architecture, lines).isEmpty,
      let check = OnPremisesCheck(architecture, sites)
    else { return }
    let cut = architecture.edges.filter(check.isCutOff)
    for group in groupedByEnds(cut, check.networks) {
      let edge = group.edges[0]
      report.report(
        """
        \(architecture.quoted(edge.initiator)) calls \(architecture.quoted(edge.responder)), but \
        no VPN and no Direct Connect joins \(architecture.quoted(group.from)) and \
        \(architecture.quoted(group.to))
        """,
        at: edge,
        secondary: [
          architecture.label(group.from, "from here"), architecture.label(group.to, "to here"),
        ]
          + group.edges.dropFirst().prefix(4).map {
            architecture.label($0, "this edge needs a line as well")
          })
    }
  }
}

/// What leads from a network of one's own into a VPC.
private let lines = [
  "client-vpn", "cloud-wan", "direct-connect", "transit-gateway", "verified-access", "vpc-lattice",
  "vpn",
]

private struct OnPremisesCheck {
  let architecture: Architecture
  let sites: ServiceSelection
  let around: Surroundings
  let access: SubnetAccess
  let residents: PrivateResidents
  let ways: WaysOut

  init?(_ architecture: Architecture, _ sites: ServiceSelection) {
    guard let ways = WaysOut(architecture) else { return nil }
    self.architecture = architecture
    self.sites = sites
    self.ways = ways
    around = architecture.surroundings("on-premises")
    access = ways.access
    residents = PrivateResidents(architecture, access)
  }

  /// The site that an element is, or stands in.
  private func site(_ id: ElementID) -> ElementID? { sites.contains(id) ? id : around[id] }

  func networks(_ edge: Architecture.Edge) -> (ElementID, ElementID) {
    let here = site(edge.initiator) ?? access.vpcs[edge.initiator] ?? edge.initiator
    let there = site(edge.responder) ?? access.vpcs[edge.responder] ?? edge.responder
    return (here, there)
  }

  func isCutOff(_ edge: Architecture.Edge) -> Bool {
    let caller = edge.initiator
    let target = edge.responder
    if access.vpcs[target] != nil, site(caller) != nil {
      return edge.carriesTraffic && (residents.contains(target) || isPrivateMigration(target))
    }
    guard let vpc = access.vpcs[caller], site(target) != nil,
      architecture.is(target, "datastore"), edge.carriesTraffic
    else { return false }
    return ways.natGateways(of: vpc).isEmpty
      && (isPrivateMigration(caller) || access.isPrivate(caller) && isServer(caller))
  }

  /// Whether a migration states that it has no address on the internet.
  private func isPrivateMigration(_ id: ElementID) -> Bool {
    architecture.is(id, anyOf: ["dms", "dms-replication-instance"])
      && architecture.states("public", .boolean(false), of: id)
  }

  private func isServer(_ id: ElementID) -> Bool {
    architecture.is(id, "compute") && !architecture.service(of: id).isGeneric
  }
}
