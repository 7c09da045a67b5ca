import ArchCatalog
import ArchModel

/// The services of a diagram that fit some words, for quick questions about its elements.
struct ServiceSelection {
  private let architecture: Architecture
  /// By the service's index.
  private let flags: [Bool]
  /// Whether the diagram has no such service.
  let isEmpty: Bool

  /// Selects the services that have one of these names or traits.
  init(_ architecture: Architecture, _ words: [String]) {
    self.init(architecture) { service in words.contains { service.isNamed(by: $0) } }
  }

  init(_ architecture: Architecture, where isSelected: (Service) -> Bool) {
    self.architecture = architecture
    flags = architecture.model.services.map(isSelected)
    isEmpty = !flags.contains(true)
  }

  func contains(_ id: ElementID) -> Bool {
    flags[architecture.model.elements[id.index].service]
  }

  func contains(service index: Int) -> Bool { flags[index] }

  /// The elements of these services, by index.
  var elements: [ElementID] {
    guard !isEmpty else { return [] }
    return flags.indices.filter { flags[$0] }
      .flatMap { architecture.elements(ofService: $0) }.sorted()
  }
}
