import ArchCatalog
import ArchModel

/// In which VPC and subnet each element stands, and whether the internet knows the way there.
struct SubnetAccess {
  let architecture: Architecture
  let vpcs: Surroundings
  let subnets: Surroundings
  private let gateways: ServiceSelection
  /// The VPCs in which nothing tells public subnets from private ones although a gateway to the
  /// internet is drawn.
  private var vagueVPCs: Set<ElementID> = []

  init(_ architecture: Architecture) {
    self.architecture = architecture
    vpcs = architecture.surroundings("vpc")
    subnets = architecture.surroundings("subnet")
    gateways = ServiceSelection(architecture, ["internet-gateway"])
    for gateway in gateways.elements {
      if let vpc = vpcs[gateway] { vagueVPCs.insert(vpc) }
    }
    for subnet in architecture.elements(named: "subnet")
    where architecture.stated("tier", of: subnet) != nil {
      if let vpc = vpcs[subnet] { vagueVPCs.remove(vpc) }
    }
  }

  /// Whether an element stands in a subnet that is called public.
  func isInPublicSubnet(_ id: ElementID) -> Bool {
    subnets[id].map { architecture.states("tier", .word("public"), of: $0) } ?? false
  }

  /// Whether an element certainly stands in a private subnet, with no public address of its own.
  func isPrivate(_ id: ElementID) -> Bool {
    guard let subnet = subnets[id], !hasPublicAddress(id) else { return false }
    if let tier = architecture.stated("tier", of: subnet) { return tier.value == .word("private") }
    if let vpc = vpcs[id], vagueVPCs.contains(vpc) { return false }
    if architecture.nameText(of: subnet).contains(oneOf: ["public", "dmz"]) { return false }
    // A subnet that says nothing is private, the catalog's default, unless people are drawn calling
    // what stands there.
    return !isCalledByPeople(id)
  }

  private func isCalledByPeople(_ id: ElementID) -> Bool {
    architecture.incoming(id).contains {
      architecture.is(architecture.edges[Int($0)].source, "actor")
    }
  }

  /// Whether the text gives an element a public address, or draws its way to the internet gateway.
  private func hasPublicAddress(_ id: ElementID) -> Bool {
    let isStated = architecture.model.elements[id.index].attributes.contains {
      $0.value == .boolean(true) && publicAddresses.contains($0.name)
    }
    if isStated { return true }
    guard !gateways.isEmpty else { return false }
    return architecture.outgoing(id).contains {
      gateways.contains(architecture.edges[Int($0)].target)
    }
  }
}

/// What gives an element an address that the internet knows.
private let publicAddresses = ["elastic-ip", "public", "public-ip"]
