import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// An edge leads from one VPC into another, and nothing joins the two.
  static let networkApart = Rule(
    "network/apart", .warning, "A call leads into another VPC, and nothing joins the two",
    documentation: RuleDocumentation(
      rationale: """
        A VPC is an island: private addresses of another one cannot be reached from it. A \
        peering, a transit gateway, PrivateLink or Lattice has to join them before such a call \
        works.
        """,
      source: "AWS docs, Connect your VPC to other VPCs; checkov CKV2_AWS_44",
      equivalents: ["checkov CKV2_AWS_44"],
      advice: "Draw what joins the two VPCs, and an edge from it to each of them.",
      bad: [
        """
        ours: vpc { a: subnet { desk: ecs } }
        theirs: vpc { b: subnet { policies: rds } }
        desk -> policies
        """
      ],
      good: [
        """
        ours: vpc { a: subnet { desk: ecs } }
        theirs: vpc { b: subnet { policies: rds } }
        ours, theirs -> hub: transit-gateway
        desk -> policies
        """
      ])
  ) { architecture, report in
    guard architecture.elements(named: "vpc").count > 1 else { return }
    let access = SubnetAccess(architecture)
    let residents = PrivateResidents(architecture, access)
    let crossing = architecture.edges.indices.filter { index in
      let edge = architecture.edges[index]
      guard let here = access.vpcs[edge.source], let there = access.vpcs[edge.target],
        here != there
      else { return false }
      let isReadForIt = edge.invocation == .polled && architecture.is(edge.target, "lambda")
      return edge.carriesTraffic && residents.contains(edge.responder) && !isReadForIt
    }
    guard !crossing.isEmpty else { return }
    let sites = architecture.surroundings("on-premises")
    var links = NetworkLinks(architecture, vpcs: access.vpcs, sites: sites)
    let apart = crossing.filter { index in
      let edge = architecture.edges[index]
      guard let here = access.vpcs[edge.source], let there = access.vpcs[edge.target] else {
        return false
      }
      return !links.joins(here, there)
    }
    let groups = groupedByEnds(apart.map { architecture.edges[$0] }) { edge in
      (access.vpcs[edge.initiator] ?? edge.source, access.vpcs[edge.responder] ?? edge.target)
    }
    for group in groups { report.reportApart(group, architecture) }
  }
}

extension RuleReport {
  fileprivate mutating func reportApart(_ group: EdgeGroup, _ architecture: Architecture) {
    let edge = group.edges[0]
    let here = architecture.quoted(group.from)
    let there = architecture.quoted(group.to)
    report(
      """
      \(architecture.quoted(edge.initiator)) in \(here) calls \
      \(architecture.quoted(edge.responder)) in \(there), but nothing joins the two VPCs
      """,
      at: edge,
      secondary: [
        architecture.label(group.from, "one VPC"), architecture.label(group.to, "the other VPC"),
      ]
        + group.edges.dropFirst().prefix(4).map {
          architecture.label($0, "this edge crosses as well")
        },
      evidence: [
        """
        no peering, transit gateway, Cloud WAN, VPN, PrivateLink endpoint or Lattice is drawn \
        between \(here) and \(there)
        """
      ])
  }
}

/// Edges between the same two networks.
struct EdgeGroup {
  var from: ElementID
  var to: ElementID
  var edges: [Architecture.Edge]
}

/// The edges by the pair of networks that they join, whichever way, in the order of the text.
func groupedByEnds(
  _ edges: [Architecture.Edge], _ ends: (Architecture.Edge) -> (ElementID, ElementID)
) -> [EdgeGroup] {
  var groups: [EdgeGroup] = []
  var known: [[ElementID]: Int] = [:]
  for edge in edges {
    let (from, to) = ends(edge)
    let key = [min(from, to), max(from, to)]
    if let group = known[key] {
      groups[group].edges.append(edge)
    } else {
      known[key] = groups.count
      groups.append(EdgeGroup(from: from, to: to, edges: [edge]))
    }
  }
  return groups
}
