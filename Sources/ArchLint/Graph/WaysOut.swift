import ArchCatalog
import ArchModel

/// By which ways what stands in each VPC gets out of it to the services of its Region, and who
/// calls them.
///
/// Where a diagram leaves open whether there is a way, there is one: nobody is accused for what is
/// not drawn.
struct WaysOut {
  /// A call from a private subnet to a service that lives outside all VPCs.
  struct Call {
    /// Index in `Architecture.edges`.
    var edge: Int
    var caller: ElementID
    var vpc: ElementID
    var target: ElementID
  }

  let architecture: Architecture
  let access: SubnetAccess
  private var natGateways: [ElementID: [ElementID]] = [:]
  private var endpoints: [ElementID: [VPCEndpoint]] = [:]
  /// What stands in no VPC serves whom it may.
  private var natGatewaysOfAll: [ElementID] = []
  private var endpointsOfAll: [VPCEndpoint] = []
  /// VPCs that are joined to something through which calls may leave.
  private var openVPCs: Set<ElementID> = []
  private var isOpenForAll = false

  /// Reads the ways out; nil where no VPC is drawn.
  init?(_ architecture: Architecture) {
    guard !architecture.services(named: "vpc").isEmpty else { return nil }
    self.architecture = architecture
    access = SubnetAccess(architecture)
    addNATGateways()
    addEndpoints()
    addJoinedNetworks()
  }

  // MARK: Questions

  /// The NAT gateways through which a VPC's calls may leave.
  func natGateways(of vpc: ElementID) -> [ElementID] {
    (natGateways[vpc] ?? []) + natGatewaysOfAll
  }

  /// Whether calls may leave a VPC through other networks.
  func isOpen(_ vpc: ElementID) -> Bool { isOpenForAll || openVPCs.contains(vpc) }

  /// Those of some VPCs in which a machine seems to be there to let the others out, by what it is
  /// called.
  func vpcsWithProxies(among vpcs: Set<ElementID>) -> Set<ElementID> {
    var found: Set<ElementID> = []
    for id in architecture.elements(named: "compute") {
      guard let vpc = access.vpcs[id], vpcs.contains(vpc), !found.contains(vpc),
        isNamedAsProxy(id), !access.isPrivate(id)
      else { continue }
      found.insert(vpc)
    }
    return found
  }

  private func isNamedAsProxy(_ id: ElementID) -> Bool {
    let name = architecture.nameText(of: id)
    if name.contains(oneOf: ["proxy", "egress"]) { return true }
    return name.contains("nat") && words(of: name.text).contains("nat")
  }

  /// Whether a VPC draws endpoints at all.
  func hasEndpoints(_ vpc: ElementID) -> Bool {
    !endpointsOfAll.isEmpty || endpoints[vpc] != nil
  }

  /// Whether an endpoint of a VPC may lead to a service.
  func hasEndpoint(_ vpc: ElementID, to target: ElementID) -> Bool {
    let index = architecture.model.elements[target.index].service
    let service = architecture.service(of: target)
    return ((endpoints[vpc] ?? []) + endpointsOfAll).contains {
      $0.mayLead(to: service, index: index)
    }
  }

  /// The VPCs that draw neither a NAT gateway nor another network to leave through.
  func closedVPCs() -> Set<ElementID> {
    guard natGatewaysOfAll.isEmpty, !isOpenForAll else { return [] }
    return Set(architecture.elements(named: "vpc")).subtracting(openVPCs)
      .subtracting(natGateways.keys)
  }

  /// The VPCs that draw a NAT gateway.
  func vpcsWithNATGateways() -> Set<ElementID> {
    natGatewaysOfAll.isEmpty ? Set(natGateways.keys) : Set(architecture.elements(named: "vpc"))
  }

  /// The calls from private subnets of some VPCs to services outside all VPCs, in the order of the
  /// text.
  ///
  /// - Parameter targets: The services that are wanted; nil for all.
  func calls(from vpcs: Set<ElementID>, to targets: ServiceSelection? = nil) -> [Call] {
    guard !vpcs.isEmpty else { return [] }
    let isWanted = architecture.model.elements.indices.map { vpcs.contains(ElementID($0)) }
    let callers = ServiceSelection(architecture, where: isResident)
    let services = targets ?? ServiceSelection(architecture, where: isRegionalService)
    guard !callers.isEmpty, !services.isEmpty, !access.subnets.isEmpty else { return [] }
    var calls: [Call] = []
    for pair in architecture.pairs {
      let isForth =
        callers.contains(service: pair.source) && services.contains(service: pair.target)
      let isBack = callers.contains(service: pair.target) && services.contains(service: pair.source)
      guard isForth || isBack else { continue }
      for index in pair.edges {
        if let call = call(Int(index), callers, services, isWanted) { calls.append(call) }
      }
    }
    return calls.sorted { $0.edge < $1.edge }
  }

  private func call(
    _ index: Int, _ callers: ServiceSelection, _ services: ServiceSelection, _ isWanted: [Bool]
  ) -> Call? {
    let edge = architecture.edges[index]
    let caller = edge.initiator
    let target = edge.responder
    guard let vpc = access.vpcs[caller], isWanted[vpc.index], access.vpcs[target] == nil,
      callers.contains(caller),
      services.contains(target), access.isPrivate(caller), edge.carriesTraffic
    else { return nil }
    // The Lambda service reads queues and streams for its functions, from outside their VPC.
    if edge.invocation == .polled, architecture.is(caller, "lambda") { return nil }
    return Call(edge: index, caller: caller, vpc: vpc, target: target)
  }

  // MARK: Reading the diagram

  private mutating func addNATGateways() {
    for gateway in architecture.elements(named: "nat-gateway") {
      let vpc = access.vpcs[gateway]
      if architecture.value("connectivity", of: gateway) == .word("private") {
        vpc.map { _ = openVPCs.insert($0) }
      } else if let vpc {
        natGateways[vpc, default: []].append(gateway)
      } else {
        natGatewaysOfAll.append(gateway)
      }
    }
  }

  private mutating func addEndpoints() {
    let ids = architecture.elements(named: "vpc-endpoint")
    guard !ids.isEmpty else { return }
    var reached: [ElementID: Set<Int>] = [:]
    let kind = ServiceSelection(architecture, ["vpc-endpoint"])
    let services = ServiceSelection(architecture, where: isRegionalService)
    let model = architecture.model
    for index in model.connections.indices {
      let source = model.connections[index].source
      let target = model.connections[index].target
      if kind.contains(source), !kind.contains(target) {
        reached[source, default: []].insert(model.elements[target.index].service)
      } else if kind.contains(target), services.contains(source), access.vpcs[source] == nil {
        reached[target, default: []].insert(model.elements[source.index].service)
      }
    }
    for id in ids {
      var endpoint = VPCEndpoint(id, in: architecture)
      endpoint.reached = reached[id] ?? []
      if let vpc = access.vpcs[id] {
        endpoints[vpc, default: []].append(endpoint)
      } else {
        endpointsOfAll.append(endpoint)
      }
    }
  }

  /// Opens the VPCs that are joined to other networks, for there may be a way out of those.
  private mutating func addJoinedNetworks() {
    let joints = ServiceSelection(architecture, joiningServices)
    for gateway in architecture.elements(named: "internet-gateway")
    where architecture.value("type", of: gateway) == .word("egress-only") {
      access.vpcs[gateway].map { _ = openVPCs.insert($0) }
    }
    guard !joints.isEmpty else { return }
    var joined: Set<ElementID> = []
    let model = architecture.model
    for index in model.connections.indices {
      let source = model.connections[index].source
      let target = model.connections[index].target
      if joints.contains(source) { joined.insert(target) }
      if joints.contains(target) { joined.insert(source) }
    }
    let vpcs = architecture.elements(named: "vpc")
    openVPCs.formUnion(joined.compactMap { access.vpcs[$0] })
    openVPCs.formUnion(joints.elements.compactMap { access.vpcs[$0] })
    for vpc in vpcs where isInside(joined, vpc) { openVPCs.insert(vpc) }
    isOpenForAll = openVPCs.isEmpty
  }

  /// Whether an element or a container around it is among those given.
  private func isInside(_ ids: Set<ElementID>, _ element: ElementID) -> Bool {
    var current: ElementID? = element
    while let id = current {
      if ids.contains(id) { return true }
      current = architecture.model.elements[id.index].parent
    }
    return false
  }

}

/// What joins a VPC to other networks.
private let joiningServices = [
  "cloud-wan", "direct-connect", "gwlb", "network-firewall", "transit-gateway", "vpc-lattice",
  "vpc-peering", "vpn",
]

/// Whether such an element, drawn in a subnet, calls from an address there.
private func isResident(_ service: Service) -> Bool {
  if residents.contains(service.key) { return true }
  return service.isNamed(by: "compute") && !service.isGeneric && !strangers.contains(service.key)
}

private let residents: Set = ["codebuild", "dms-replication-instance", "msk-connect"]
private let strangers: Set = [
  "app-runner", "bedrock-agentcore", "cloudshell", "gamelift", "iot-greengrass", "lightsail",
  "workspaces",
]

/// Whether a service is called at an address of its Region, not at one of a VPC.
private func isRegionalService(_ service: Service) -> Bool {
  guard service.isNamed(by: "aws-api") else { return false }
  let isLocal = service.isNamed(by: "private-network") || service.isNamed(by: "compute")
  return !isLocal || service.key == "lambda"
}
