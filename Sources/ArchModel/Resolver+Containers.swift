import ArchCatalog
import ArchDiagnostics

/// What may stand in what.
extension Resolver {
  /// Reports elements in containers where their service cannot be. Implicit elements have been
  /// placed where they may stand.
  mutating func checkContainers() {
    for index in model.elements.indices where !model.elements[index].isImplicit {
      guard let parent = model.elements[index].parent else { continue }
      let service = model.elements[index].service
      guard !mayStand(service, in: parent), let container = decidingContainer(parent),
        !mayStand(ElementID(index), in: container)
      else { continue }
      diagnostics.append(
        .misplaced(
          model.elements[index], model.services[service], model[container],
          model.service(of: container)))
    }
  }

  /// Whether a service, by index, may stand in a container. A service that says nothing may stand
  /// anywhere, and plain groups are looked through.
  mutating func mayStand(_ service: Int, in container: ElementID) -> Bool {
    guard let deciding = decidingContainer(container) else { return true }
    let holder = model.elements[deciding.index].service
    let pair = UInt64(service) << 32 | UInt64(holder)
    if let known = placementsByServices[pair] { return known == 1 }
    let answer = mayStand(model.services[service], in: model.services[holder])
    placementsByServices[pair] = answer ? 1 : 0
    return answer
  }

  /// Whether an element that nothing declares may be put into a container. People and their
  /// programs stand in plain groups only, for nobody means a user inside a network.
  mutating func mayBePut(_ service: Int, in container: ElementID) -> Bool {
    if model.services[service].category == "actors" { return decidingContainer(container) == nil }
    return mayStand(service, in: container)
  }

  /// Whether a declared element may stand in a container by what it says of itself.
  private func mayStand(_ id: ElementID, in container: ElementID) -> Bool {
    let holder = model.service(of: container)
    return model.service(of: id).standsInWhere.contains { places in
      places.names.contains(where: holder.isNamed) && model.holds(places.condition, for: id) == true
    }
  }

  private func mayStand(_ service: Service, in holder: Service) -> Bool {
    guard let allowed = service.standsIn else { return true }
    return allowed.contains(where: holder.isNamed)
      || holder.contains.contains(where: service.isNamed)
  }

  /// The container itself, or the nearest one around it that is more than a plain group.
  private func decidingContainer(_ container: ElementID) -> ElementID? {
    var current: ElementID? = container
    while let id = current {
      let service = model.elements[id.index].service
      if service != 0, model.services[service].key != "group" { return id }
      current = model.elements[id.index].parent
    }
    return nil
  }
}
