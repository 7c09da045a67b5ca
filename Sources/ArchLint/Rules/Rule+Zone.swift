import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// All that can answer stands in one zone, although others are drawn.
  static let zoneSingle = Rule(
    "zone/single", .warning, "Everything that can answer stands in one zone", detail: .zones,
    documentation: RuleDocumentation(
      rationale: """
        A zone fails as a whole, with all machines in it. A load balancer that finds nobody well \
        in another zone answers with errors, however many zones it stands in itself.
        """,
      source: "AWS Well-Architected, Reliability Pillar, REL10; cdk-nag AwsSolutions-ELB4",
      equivalents: ["cdk-nag AwsSolutions-ELB4"],
      advice: "Draw at least one of them in another zone.",
      bad: [
        """
        main: vpc {
          door: nlb
          a: zone { inner-a: subnet { app-1: ec2; app-2: ec2 } }
          b: zone { inner-b: subnet { report: ec2 } }
        }
        door -> app-1, app-2 -> report
        """
      ],
      good: [
        """
        main: vpc {
          door: nlb
          a: zone { inner-a: subnet { app-1: ec2 } }
          b: zone { inner-b: subnet { app-2: ec2 } }
        }
        door -> app-1, app-2
        """
      ])
  ) { architecture, report in
    let zones = ServiceSelection(architecture, ["zone"])
    guard !zones.isEmpty else { return }
    let map = ZoneMap(architecture, zones)
    var reported: Set<ElementID> = []
    for balancer in architecture.elements(named: "load-balancing").sorted() {
      let targets = balancedServers(balancer, architecture, map)
      // A single server may stand for a fleet, unless it is production that is drawn.
      guard architecture.copies(targets) > 1 || architecture.isOfProduction,
        let zone = map.onlyZone(of: targets), map.hasOthers(than: zone)
      else { continue }
      let fresh = targets.filter { !reported.contains($0) }
      guard !fresh.isEmpty else { continue }
      reported.formUnion(targets)
      report.reportLoss(of: targets, of: balancer, in: zone, architecture, map)
    }
    for tier in tiers(architecture, map) where !reported.contains(tier[0]) {
      guard let zone = map.onlyZone(of: tier), map.hasOthers(than: zone) else { continue }
      report.reportLoss(of: tier, of: nil, in: zone, architecture, map)
    }
  }

  /// A database and all copies of it stand in one zone.
  static let zoneLostTogether = Rule(
    "zone/lost-together", .warning, "A database and its copies stand in the same zone",
    detail: .zones,
    documentation: RuleDocumentation(
      rationale: """
        A copy is there for the day on which the original is lost. In the same zone both are lost \
        on the same day.
        """,
      source:
        "AWS Well-Architected, Reliability Pillar, REL10; AWS docs, Multi-AZ DB instance "
        + "deployments",
      advice: "Draw the copy in another zone.",
      bad: [
        """
        main: vpc {
          a: zone { data-a: subnet { orders: database; copy: replica } }
          b: zone { inner-b: subnet { app } }
        }
        app -> orders -> copy
        """
      ],
      good: [
        """
        main: vpc {
          a: zone { data-a: subnet { orders: database } }
          b: zone { inner-b: subnet { app; copy: replica } }
        }
        app -> orders -> copy
        """
      ])
  ) { architecture, report in
    let zones = ServiceSelection(architecture, ["zone"])
    guard !zones.isEmpty else { return }
    let stores = ServiceSelection(architecture, ["datastore"])
    var copies: [ElementID: [Architecture.Edge]] = [:]
    for edge in architecture.edges where edge.kind == "replicates" {
      guard stores.contains(edge.source), stores.contains(edge.target), edge.source != edge.target
      else { continue }
      copies[edge.source, default: []].append(edge)
    }
    guard !copies.isEmpty else { return }
    let map = ZoneMap(architecture, zones)
    for original in copies.keys.sorted() {
      let edges = copies[original] ?? []
      guard let zone = map.onlyZone(of: [original] + edges.map(\.target)),
        map.hasSiblings(zone)
      else { continue }
      report.report(
        """
        \(architecture.quoted(original)) and \
        \(edges.count == 1 ? "its copy" : "its copies") \
        \(architecture.quoted(edges.map(\.target))) stand in the same zone, \
        \(architecture.quoted(zone))
        """,
        at: edges[0].target,
        secondary: [
          architecture.label(original, "the original"),
          architecture.label(zone, "when this zone fails, all are lost"),
        ])
    }
  }
}

extension RuleReport {
  /// Reports servers that a zone takes with it.
  fileprivate mutating func reportLoss(
    of servers: [ElementID], of balancer: ElementID?, in zone: ElementID,
    _ architecture: Architecture, _ map: ZoneMap
  ) {
    let names = architecture.quoted(servers)
    let place = architecture.quoted(zone)
    let message =
      if let balancer {
        """
        \(architecture.wordsForServers(servers)) behind \(architecture.quoted(balancer)), \
        \(names), \
        \(architecture.copies(servers) == 1 ? "stands" : "stand") in one zone, \(place)
        """
      } else {
        "\(names) do the same work, and all of them stand in one zone, \(place)"
      }
    let lost = map.residents(of: zone)
    report(
      message, at: servers[0],
      secondary: servers.dropFirst().prefix(4).map { architecture.label($0, "in the same zone") }
        + (balancer.map { [architecture.label($0, "left with nobody to answer")] } ?? [])
        + [architecture.label(zone, "when this zone fails, all of them are lost")],
      evidence: ["lost with \(place): \(architecture.quoted(lost, atMost: 8))"])
  }
}

extension Architecture {
  /// How many servers some elements stand for: a stack stands for as many as it says.
  fileprivate func copies(_ servers: [ElementID]) -> Int {
    servers.reduce(0) { $0 + Int(stated("count", of: $1)?.value.magnitude ?? 1) }
  }

  /// How many servers there are, in words: a stack of one name is counted.
  fileprivate func wordsForServers(_ servers: [ElementID]) -> String {
    let copies = copies(servers)
    if copies == 1 { return "the only server" }
    return servers.count == 1 ? "all \(copies) servers" : "all servers"
  }
}

/// The servers behind a load balancer, in the order of the text: those of a fleet for the fleet.
private func balancedServers(
  _ balancer: ElementID, _ architecture: Architecture, _ map: ZoneMap
) -> [ElementID] {
  let called = architecture.outgoing(balancer).map { architecture.edges[Int($0)] }
    .filter(\.carriesTraffic).map(\.target)
  let registered = architecture.incoming(balancer).map { architecture.edges[Int($0)] }
    .filter { $0.kind == "registers" }.map(\.source)
  let servers = (called + registered).flatMap { target -> [ElementID] in
    guard map.zone(of: target) == nil else { return [target] }
    let members = architecture.outgoing(target).map { architecture.edges[Int($0)] }
      .filter { $0.kind == "runs-on" }.map(\.target)
    return members.isEmpty ? [target] : members
  }
  return Array(Set(servers)).sorted {
    architecture.model.elements[$0.index].declaration
      < architecture.model.elements[$1.index].declaration
  }
}

/// Servers that do the same work, by what they are called: `app-1` and `app-2` of one service in
/// one VPC, each of them called by somebody.
private func tiers(_ architecture: Architecture, _ map: ZoneMap) -> [[ElementID]] {
  struct Tier: Hashable {
    var vpc: ElementID?
    var service: Int
    var name: Substring
  }
  var tiers: [[ElementID]] = []
  var known: [Tier: Int] = [:]
  let servers = ServiceSelection(architecture) { $0.isNamed(by: "compute") && !$0.isGeneric }
  for server in servers.elements {
    let name = architecture.model.elements[server.index].name
    let service = architecture.model.elements[server.index].service
    let stem = name.stem
    guard stem.utf8.count < name.utf8.count else { continue }
    let tier = Tier(vpc: map.vpc(of: server), service: service, name: stem)
    if let index = known[tier] {
      tiers[index].append(server)
    } else {
      known[tier] = tiers.count
      tiers.append([server])
    }
  }
  return tiers.filter { servers in
    servers.count > 1 && map.onlyZone(of: servers) != nil
      && servers.allSatisfy { isCalled($0, architecture) }
  }
}

private func isCalled(_ server: ElementID, _ architecture: Architecture) -> Bool {
  architecture.incoming(server).contains { architecture.edges[Int($0)].carriesTraffic }
}

extension String {
  /// The name without a number at the end: `app` for `app-2`.
  fileprivate var stem: Substring {
    var rest = utf8[...]
    while let last = rest.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) {
      rest.removeLast()
    }
    guard rest.count < utf8.count else { return self[...] }
    while let last = rest.last, last == UInt8(ascii: "-") || last == UInt8(ascii: "_") {
      rest.removeLast()
    }
    return Substring(rest)
  }
}
