import ArchCatalog
package import ArchModel

/// How much a diagram shows. A rule about what is missing speaks only where its like is drawn: a
/// sketch of three lines leaves out nearly everything, and that is no mistake.
package enum DetailLevel: String, Sendable, CaseIterable {
  /// It uses accounts, regions, networks or zones, says its environment, or states attributes of
  /// three elements or edges.
  case design
  /// It draws a VPC or a subnet.
  case network
  /// It draws zones, or says of something whether it spans several.
  case zones
  /// It draws an alarm, or is of production.
  case monitoring
  /// It draws a firewall, keys, roles, certificates or security groups, or is of production.
  case security
  /// It says `environment = production`.
  case production
}

extension Model {
  /// The levels of detail that the diagram reaches.
  package var detailLevels: Set<DetailLevel> {
    var levels: Set<DetailLevel> = []
    let environment = settings.first { $0.name == "environment" }?.value
    if environment == .word("production") {
      levels = [.design, .monitoring, .security, .production]
    } else if environment != nil || describes(atLeast: 3) {
      levels.insert(.design)
    }
    for service in services {
      if let look = service.look, look != "plain" { levels.insert(.design) }
      if service.look == "vpc" || service.look == "subnet" { levels.insert(.network) }
      if service.look == "zone" { levels.insert(.zones) }
      if service.key == "cloudwatch-alarm" { levels.formUnion([.monitoring, .design]) }
      if securityServices.contains(service.key) { levels.insert(.security) }
    }
    let zoneAttributes: Set = ["multi-az", "zones", "availability-zones"]
    if elements.contains(where: { $0.attributes.contains { zoneAttributes.contains($0.name) } }) {
      levels.insert(.zones)
    }
    return levels
  }

  /// Whether so many elements and edges say something of themselves that is not about their looks.
  private func describes(atLeast count: Int) -> Bool {
    var left = count
    for element in elements where element.attributes.contains(where: \.isOfSubstance) {
      left -= 1
      if left == 0 { return true }
    }
    for connection in connections where connection.attributes.contains(where: \.isOfSubstance) {
      left -= 1
      if left == 0 { return true }
    }
    return false
  }
}

extension Attribute {
  /// Whether it says something of the architecture, not of the picture.
  fileprivate var isOfSubstance: Bool { !attributesOfLooks.contains(name) }
}

private let attributesOfLooks: Set = [
  "description", "link", "icon", "color", "muted", "direction", "row", "order",
]

private let securityServices: Set = [
  "waf", "kms", "iam", "iam-role", "iam-policy", "iam-user", "security-group", "acm", "nacl",
  "network-firewall", "shield", "guardduty",
]
