import ArchCatalog
import ArchDiagnostics

/// What may stand in what.
extension Resolver {
  /// Reports elements in containers where their service cannot be. Implicit elements have been placed
  /// where they may stand.
  mutating func checkContainers() {
    for element in model.elements where !element.isImplicit {
      guard let parent = element.parent, let container = decidingContainer(parent) else { continue }
      let service = model.services[element.service]
      guard !mayStand(service, in: container) else { continue }
      diagnostics.append(.misplaced(element, service, model[container], model.service(of: container)))
    }
  }

  /// Whether a service may stand in a container. A service that says nothing may stand anywhere, and
  /// plain groups are looked through.
  func mayStand(_ service: Service, in container: ElementID) -> Bool {
    guard let allowed = service.standsIn, let deciding = decidingContainer(container) else {
      return true
    }
    let holder = model.service(of: deciding)
    return allowed.contains(where: holder.isNamed) || holder.contains.contains(where: service.isNamed)
  }

  /// The container itself, or the nearest one around it that is more than a plain group.
  private func decidingContainer(_ container: ElementID) -> ElementID? {
    var current: ElementID? = container
    while let id = current {
      let service = model.service(of: id)
      if service.key != "group", service.key != Catalog.component.key { return id }
      current = model[id].parent
    }
    return nil
  }
}
