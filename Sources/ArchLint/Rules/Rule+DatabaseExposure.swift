import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Rule {
  /// A store for one's own programs can be called by anybody.
  static let exposureDatabase = Rule(
    "exposure/database", .error, "The internet reaches a database",
    documentation: RuleDocumentation(
      rationale: """
        Whoever can open a connection can try passwords and known holes, day and night. A \
        database belongs in a private subnet, behind a program that decides what may be asked.
        """,
      source:
        "checkov CKV_AWS_17, CKV_AWS_69, CKV_AWS_87, CKV_AWS_291; cdk-nag AwsSolutions-RDS8, RS8",
      equivalents: [
        "checkov CKV_AWS_17", "checkov CKV_AWS_69", "checkov CKV_AWS_87", "checkov CKV_AWS_291",
        "cdk-nag AwsSolutions-RDS8", "cdk-nag AwsSolutions-RS8",
      ],
      advice: """
        Give it no public address, and let a function, a service or, for people, a Client VPN \
        stand in between.
        """,
      bad: [
        """
        orders: rds { public = true }
        app -> orders
        """,
        """
        internet -> orders: rds
        """,
        """
        internet -> door: nlb -> events: msk
        """,
      ],
      good: [
        """
        orders: rds { public = false }
        app -> orders
        """,
        """
        internet -> app -> orders: rds
        """,
        """
        staff: user -> client-vpn -> orders: rds
        """,
        """
        reader: user -> sales: redshift
        """,
      ])
  ) { architecture, report in
    let stores = ServiceSelection(architecture, where: isStoreOfPrograms)
    guard !stores.isEmpty else { return }
    let reached = report.reportReach(of: stores, architecture)
    for store in stores.elements
    where isStatedPublic(store, architecture) && !reached.contains(store) {
      report.report(
        "\(architecture.quoted(store)) has an address that anybody on the internet can reach",
        at: store, attribute: "public")
    }
  }

  /// A store for one's own programs stands where the internet knows the way.
  static let exposurePublicSubnet = Rule(
    "exposure/public-subnet", .warning, "A database stands in a public subnet",
    yieldsTo: ["exposure/database"],
    documentation: RuleDocumentation(
      rationale: """
        In a public subnet one setting, a public address, is all that keeps the internet from the \
        data. A private subnet has no route, whatever anybody sets later.
        """,
      source: "checkov CKV_AWS_17; AWS docs, Working with a DB instance in a VPC",
      equivalents: ["cdk-nag RDSInstancePublicAccess"],
      advice: "Move it into a private subnet; those who call it need not move.",
      bad: [
        """
        main: vpc { outer: subnet { tier = public; orders: rds } }
        app -> orders
        """
      ],
      good: [
        """
        main: vpc { inner: subnet { tier = private; orders: rds } }
        app -> orders
        """
      ])
  ) { architecture, report in
    let stores = ServiceSelection(architecture, where: isStoreOfPrograms)
    guard !stores.isEmpty else { return }
    let access = SubnetAccess(architecture)
    guard !access.subnets.isEmpty else { return }
    for store in stores.elements where access.isInPublicSubnet(store) {
      guard architecture.stated("public", of: store) == nil, let subnet = access.subnets[store]
      else { continue }
      report.report(
        """
        \(architecture.quoted(store)) stands in \(architecture.quoted(subnet)), a public subnet, \
        to which the internet has a route
        """,
        at: store,
        secondary: [architecture.label(subnet, attribute: "tier", "public by this")])
    }
  }
}

extension RuleReport {
  /// Reports the stores to which a path leads from the internet, each once, and returns them.
  fileprivate mutating func reportReach(
    of stores: ServiceSelection, _ architecture: Architecture
  ) -> Set<ElementID> {
    var reported: Set<ElementID> = []
    let reach = PublicReach(architecture, actors: publicActors)
    guard reach.hasActors else { return reported }
    let staffHasWay = !ServiceSelection(architecture, waysForStaff).isEmpty
    for edge in architecture.edges {
      guard stores.contains(edge.source) || stores.contains(edge.target) else { continue }
      let store = edge.responder
      guard stores.contains(store), !reported.contains(store), reach.isPublicCall(edge) else {
        continue
      }
      let path = reach.path(to: edge)
      guard isExposed(store, by: path, architecture, staffHasWay: staffHasWay) else { continue }
      reported.insert(store)
      reportReach(store, path, architecture)
    }
    return reported
  }

  fileprivate mutating func reportReach(
    _ store: ElementID, _ path: [Architecture.Edge], _ architecture: Architecture
  ) {
    guard let last = path.last, let first = path.first else { return }
    let caller = path.count > 1 ? first.source : last.initiator
    let between = path.dropLast().map(\.target)
    let way = between.isEmpty ? "" : " through \(architecture.quoted(between))"
    let stations = path.count > 1 ? [first.source] + path.map(\.target) : [caller, store]
    report(
      """
      \(architecture.quoted(caller)) reaches \(architecture.quoted(store))\(way) with nothing in \
      between that decides what may be asked
      """,
      at: last,
      secondary: path.dropLast().map { architecture.label($0, "on the way from the internet") }
        + (isStatedPublic(store, architecture)
          ? [architecture.label(store, attribute: "public", "public by this")] : []),
      evidence: [stations.map { architecture.model[$0].name }.joined(separator: " -> ")])
  }
}

/// Who is, or may be, anybody.
private let publicActors = ["browser", "client", "internet", "mobile", "user"]

private func isStoreOfPrograms(_ service: Service) -> Bool {
  if otherStores.contains(service.key) { return true }
  if service.isNamed(by: "relational") { return service.key != "aurora-dsql" }
  return service.isNamed(by: "datastore") && service.isNamed(by: "private-network")
}

private let otherStores: Set = ["database", "mq", "msk", "opensearch"]

/// Whether the text says that the internet can address a store.
private func isStatedPublic(_ store: ElementID, _ architecture: Architecture) -> Bool {
  architecture.states("public", .boolean(true), of: store)
    && architecture.value("fine-grained-access", of: store) != .boolean(true)
}

/// Whether a path means that anybody gets to the store, and not only those meant to.
private func isExposed(
  _ store: ElementID, by path: [Architecture.Edge], _ architecture: Architecture,
  staffHasWay: Bool
) -> Bool {
  guard let first = path.first else { return false }
  if isStatedPublic(store, architecture) { return true }
  if architecture.is(store, "opensearch") { return false }
  if architecture.is(store, "database"), architecture.place("vpc", of: store) == nil {
    return false
  }
  let caller = path.count > 1 ? first.source : first.initiator
  if architecture.is(caller, "internet") || path.count > 1 { return true }
  // People ask warehouses with clients of their own; whether from the internet is not said.
  return architecture.stated("public", of: store) == nil && !architecture.is(store, "redshift")
    && !staffHasWay && !isOfStaff(caller, architecture) && !isTunnelled(first, architecture)
}

/// Whether a person seems to be of the house, who has ways in that a diagram may leave out.
private func isOfStaff(_ caller: ElementID, _ architecture: Architecture) -> Bool {
  architecture.nameText(of: caller).contains(oneOf: staff)
}

private let staff = [
  "admin", "analyst", "dba", "developer", "employee", "engineer", "operator", "scientist", "staff",
  "support",
]
private let waysForStaff = ["client-vpn", "direct-connect", "verified-access", "vpn", "workspaces"]

/// Whether an edge says that it runs through something else.
private func isTunnelled(_ edge: Architecture.Edge, _ architecture: Architecture) -> Bool {
  let label = architecture.connection(edge).label?.lowercased() ?? ""
  return ["bastion", "session manager", "ssh", "tunnel", "vpn"].contains { label.contains($0) }
}
