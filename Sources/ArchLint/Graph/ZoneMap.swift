import ArchCatalog
import ArchModel

/// In which zone each element stands.
struct ZoneMap {
  private let architecture: Architecture
  private let zones: Surroundings
  private let subnets: Surroundings
  private let vpcs: Surroundings
  private let spanning: Set<Int>
  /// How many zones are drawn in each VPC, or outside all.
  private var counts: [ElementID?: Int] = [:]

  init(_ architecture: Architecture, _ kind: ServiceSelection) {
    self.architecture = architecture
    zones = Surroundings(architecture, "zone")
    subnets = Surroundings(architecture, "subnet")
    vpcs = Surroundings(architecture, "vpc")
    spanning = Set(architecture.services(named: "load-balancing"))
    for zone in kind.elements { counts[home(of: zone), default: 0] += copies(zone) }
  }

  private func home(of zone: ElementID) -> ElementID? {
    vpcs[zone] ?? architecture.place("region", of: zone)
  }

  private func copies(_ id: ElementID) -> Int {
    Int(architecture.value("count", of: id)?.magnitude ?? 1)
  }

  func vpc(of id: ElementID) -> ElementID? { vpcs[id] }

  /// The one zone that an element stands in; nil where it may stand in several.
  func zone(of id: ElementID) -> ElementID? {
    if spanning.contains(architecture.model.elements[id.index].service) { return nil }
    var subnetZone: ElementID?
    if let subnet = subnets[id] {
      guard copies(subnet) == 1 else { return nil }
      subnetZone = architecture.targets("zone", of: subnet).first
    }
    guard let zone = zones[id] ?? subnetZone, copies(zone) == 1,
      architecture.value("multi-az", of: id) != .boolean(true)
    else { return nil }
    return zone
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

  /// All that a zone takes with it: what stands in it and in no other, containers aside.
  func inhabitants(of zone: ElementID) -> [ElementID] {
    architecture.model.elements.indices.map { ElementID($0) }.filter { id in
      self.zone(of: id) == zone && architecture.service(of: id).category != "group"
    }
  }
}
