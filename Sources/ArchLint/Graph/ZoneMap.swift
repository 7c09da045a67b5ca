import ArchCatalog
import ArchModel

/// In which zone each element stands, and what each zone takes with it when it fails.
struct ZoneMap {
  private let architecture: Architecture
  private let vpcs: Surroundings
  /// By element; -1 where it may stand in several zones, or in none.
  private var zones: [Int32]
  private var residents: [ElementID: [ElementID]] = [:]
  /// How many zones are drawn in each VPC, or in each Region outside all VPCs.
  private var counts: [ElementID?: Int] = [:]

  init(_ architecture: Architecture, _ kind: ServiceSelection) {
    self.architecture = architecture
    vpcs = architecture.surroundings("vpc")
    zones = [Int32](repeating: -1, count: architecture.model.elements.count)
    for zone in kind.elements { counts[home(of: zone), default: 0] += copies(zone) }
    settle()
  }

  private func home(of zone: ElementID) -> ElementID? {
    vpcs[zone] ?? architecture.place("region", of: zone)
  }

  private func copies(_ id: ElementID) -> Int {
    Int(architecture.stated("count", of: id)?.value.magnitude ?? 1)
  }

  /// Finds the zone of every element: the container, or the zone that its subnet names. A stack of
  /// zones or subnets, and what spans zones, stands in no single one.
  private mutating func settle() {
    let model = architecture.model
    let containers = architecture.surroundings("zone")
    let subnets = architecture.surroundings("subnet")
    let spanning = ServiceSelection(architecture, ["load-balancing"])
    let places = ServiceSelection(architecture) { $0.category == "group" }
    let stacks = Set(architecture.elements(named: "zone").filter { copies($0) > 1 })
    var zoneOfSubnet = [ElementID?](repeating: nil, count: model.elements.count)
    for subnet in architecture.elements(named: "subnet") where copies(subnet) == 1 {
      zoneOfSubnet[subnet.index] =
        containers[subnet] ?? architecture.targets("zone", of: subnet).first
    }
    for index in model.elements.indices {
      let id = ElementID(index)
      let zone = if let subnet = subnets[id] { zoneOfSubnet[subnet.index] } else { containers[id] }
      guard let zone, stacks.isEmpty || !stacks.contains(zone), !spanning.contains(id),
        !isInSeveralZones(id)
      else {
        continue
      }
      zones[index] = Int32(zone.index)
      if !places.contains(id) { residents[zone, default: []].append(id) }
    }
  }

  private func isInSeveralZones(_ id: ElementID) -> Bool {
    architecture.model.elements[id.index].attributes.contains {
      $0.name == "multi-az" && $0.value == .boolean(true)
    }
  }

  func vpc(of id: ElementID) -> ElementID? { vpcs[id] }

  /// The one zone that an element stands in; nil where it may stand in several.
  func zone(of id: ElementID) -> ElementID? {
    zones[id.index] < 0 ? nil : ElementID(Int(zones[id.index]))
  }

  /// The zone that all of them stand in; nil where that is not certain.
  func onlyZone(of ids: [ElementID]) -> ElementID? {
    guard let first = ids.first, let zone = zone(of: first) else { return nil }
    return ids.allSatisfy { self.zone(of: $0) == zone } ? zone : nil
  }

  /// Whether other zones are drawn beside this one.
  func hasSiblings(_ zone: ElementID) -> Bool { (counts[home(of: zone)] ?? 0) > 1 }

  /// Whether there ought to be others: they are drawn, or it is production.
  func hasOthers(than zone: ElementID) -> Bool {
    hasSiblings(zone) || architecture.isOfProduction
  }

  /// All that a zone takes with it, containers aside.
  func residents(of zone: ElementID) -> [ElementID] { residents[zone] ?? [] }
}
