import ArchCatalog
import ArchModel

/// Which networks of a diagram, VPCs and those on premises, are joined.
///
/// Transit gateways, Cloud WAN, VPNs, Direct Connect and Lattice join everything attached to them,
/// also through one another; a peering and an endpoint join two VPCs and no others. Where the
/// diagram draws such a thing but not what it joins, it may join anything.
struct NetworkLinks {
  /// The VPCs on both sides of each peering, as far as they are drawn.
  private(set) var peerings: [(id: ElementID, vpcs: [ElementID])] = []
  private let architecture: Architecture
  private let vpcs: Surroundings
  private let sites: Surroundings
  private let hubs: ServiceSelection
  private let networks: ServiceSelection
  /// A forest: networks with the same root are joined by hubs.
  private var parents: [Int32]
  /// The pairs that are joined otherwise.
  private var pairs: Set<Pair> = []
  /// Containers that a hub is drawn to: all VPCs in them are joined.
  private var attachedContainers: Set<ElementID> = []
  /// Networks of which one joint is drawn, but not its other end.
  private var openEnded: Set<ElementID> = []
  private var mayJoinAnything = false

  private struct Pair: Hashable {
    var low: ElementID
    var high: ElementID

    init(_ one: ElementID, _ other: ElementID) {
      low = min(one, other)
      high = max(one, other)
    }
  }

  init(_ architecture: Architecture, vpcs: Surroundings, sites: Surroundings) {
    self.architecture = architecture
    self.vpcs = vpcs
    self.sites = sites
    hubs = ServiceSelection(architecture, hubServices)
    networks = ServiceSelection(architecture, ["vpc", "on-premises"])
    parents = architecture.model.elements.indices.map { Int32($0) }
    readHubs()
    readContainers()
    readPeerings()
    readEndpoints()
  }

  /// Whether traffic may pass between two networks.
  mutating func joins(_ one: ElementID, _ other: ElementID) -> Bool {
    mayJoinAnything || openEnded.contains(one) || openEnded.contains(other)
      || root(one) == root(other) || pairs.contains(Pair(one, other))
  }

  /// The network that an element is, or stands in.
  private func network(of id: ElementID) -> ElementID? {
    networks.contains(id) ? id : vpcs[id] ?? sites[id]
  }

  // MARK: Hubs

  private mutating func readHubs() {
    let model = architecture.model
    var attached: Set<ElementID> = []
    for index in model.connections.indices {
      let source = model.connections[index].source
      let target = model.connections[index].target
      if hubs.contains(source) || hubs.contains(target) {
        attached.insert(source)
        attached.insert(target)
        attach(source, target)
      } else if networks.contains(source), networks.contains(target) {
        pairs.insert(Pair(source, target))
      }
    }
    for hub in hubs.elements {
      if let vpc = vpcs[hub] { join(hub, vpc) }
      if !attached.contains(hub) { mayJoinAnything = true }
    }
  }

  /// Joins what stands at both ends of an edge of a hub.
  private mutating func attach(_ source: ElementID, _ target: ElementID) {
    let ends = [source, target].map { hubs.contains($0) ? $0 : network(of: $0) ?? $0 }
    join(ends[0], ends[1])
    for end in ends where !hubs.contains(end) && !networks.contains(end) {
      attachedContainers.insert(end)
    }
  }

  /// Joins the VPCs in a container, such as an account, that a hub is drawn to.
  private mutating func readContainers() {
    guard !attachedContainers.isEmpty else { return }
    for vpc in architecture.elements(named: "vpc") {
      var current = architecture.model.elements[vpc.index].parent
      while let container = current {
        if attachedContainers.contains(container) { join(vpc, container) }
        current = architecture.model.elements[container.index].parent
      }
    }
  }

  private mutating func join(_ one: ElementID, _ other: ElementID) {
    parents[root(one)] = Int32(root(other))
  }

  private mutating func root(_ id: ElementID) -> Int {
    var current = id.index
    while parents[current] != Int32(current) {
      parents[current] = parents[Int(parents[current])]
      current = Int(parents[current])
    }
    return current
  }

  // MARK: Joints of two

  private mutating func readPeerings() {
    for (id, ends) in neighbours(of: "vpc-peering") {
      let here = (vpcs[id].map { [$0] } ?? []) + ends.compactMap { network(of: $0) }
      let sides = Array(Set(here)).sorted()
      peerings.append((id, sides))
      switch sides.count {
      case 0: mayJoinAnything = true
      case 1: openEnded.insert(sides[0])
      default:
        for other in sides.dropFirst() { pairs.insert(Pair(sides[0], other)) }
      }
    }
  }

  private mutating func readEndpoints() {
    for (id, ends) in neighbours(of: "vpc-endpoint") {
      guard let vpc = vpcs[id] else { continue }
      var others = Set(ends.compactMap { network(of: $0) })
      others.remove(vpc)
      for other in others { pairs.insert(Pair(vpc, other)) }
      let isSilent = architecture.stated("service", of: id) == nil
      let outside = ends.contains {
        network(of: $0) == nil && !architecture.service(of: $0).isGeneric
      }
      let isGateway = architecture.value("type", of: id) == .word("gateway")
      if isSilent, !outside, others.isEmpty, !isGateway { openEnded.insert(vpc) }
    }
  }

  /// The elements of a service, each with those at the other ends of its edges.
  private func neighbours(of service: String) -> [(id: ElementID, ends: [ElementID])] {
    let kind = ServiceSelection(architecture, [service])
    guard !kind.isEmpty else { return [] }
    var ends: [ElementID: [ElementID]] = [:]
    let model = architecture.model
    for index in model.connections.indices {
      let source = model.connections[index].source
      let target = model.connections[index].target
      if kind.contains(source) { ends[source, default: []].append(target) }
      if kind.contains(target) { ends[target, default: []].append(source) }
    }
    return kind.elements.map { ($0, ends[$0] ?? []) }
  }
}

/// What joins everything that is attached to it.
private let hubServices = [
  "cloud-wan", "direct-connect", "transit-gateway", "vpc-lattice", "vpn",
]
