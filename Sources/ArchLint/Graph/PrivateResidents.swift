import ArchCatalog
import ArchModel

/// Tells what in a VPC is called at a private address, so that callers need a way into its network.
struct PrivateResidents {
  private let architecture: Architecture
  private let access: SubnetAccess
  private let stores: ServiceSelection
  private let balancers: ServiceSelection
  private let servers: ServiceSelection

  init(_ architecture: Architecture, _ access: SubnetAccess) {
    self.architecture = architecture
    self.access = access
    stores = ServiceSelection(architecture) { service in
      service.key == "database"
        || service.isNamed(by: "private-network") && !others.contains(service.key)
    }
    balancers = ServiceSelection(architecture, ["load-balancing"])
    servers = ServiceSelection(architecture, ["asg", "ec2", "ecs", "fargate"])
  }

  /// Whether an element of a VPC can be called from inside that network only.
  func contains(_ id: ElementID) -> Bool {
    guard access.vpcs[id] != nil else { return false }
    if stores.contains(id) {
      return !architecture.states("public", .boolean(true), of: id)
        && !architecture.states("multi-vpc", .boolean(true), of: id)
        && !architecture.states("data-api", .boolean(true), of: id)
    }
    if balancers.contains(id) { return architecture.states("scheme", .word("internal"), of: id) }
    return servers.contains(id) && access.isPrivate(id)
  }
}

/// What has the trait, but is called by other ways or by nobody.
private let others: Set = [
  "dms", "dms-replication-instance", "msk-connect", "vpc-lattice",
]
