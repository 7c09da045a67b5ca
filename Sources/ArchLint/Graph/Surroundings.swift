import ArchModel

/// The nearest container of one kind around each element, such as its VPC.
struct Surroundings {
  /// By element; none where it stands in no such container. Empty if the diagram has none.
  private var containers: [Int32]

  private static let none: Int32 = -1
  private static let unknown: Int32 = -2

  init(_ architecture: Architecture, _ word: String) {
    let kind = ServiceSelection(architecture, [word])
    guard !kind.isEmpty else {
      containers = []
      return
    }
    let model = architecture.model
    containers = [Int32](repeating: Self.unknown, count: model.elements.count)
    var path: [Int] = []
    for index in model.elements.indices {
      var current = index
      var found = containers[current]
      path.removeAll(keepingCapacity: true)
      while found == Self.unknown {
        path.append(current)
        guard let parent = model.elements[current].parent else {
          found = Self.none
          break
        }
        current = parent.index
        found = kind.contains(parent) ? Int32(parent.index) : containers[current]
      }
      for member in path { containers[member] = found }
    }
  }

  /// Whether the diagram has no such container.
  var isEmpty: Bool { containers.isEmpty }

  subscript(id: ElementID) -> ElementID? {
    guard !containers.isEmpty, containers[id.index] >= 0 else { return nil }
    return ElementID(Int(containers[id.index]))
  }
}
