import ArchModel

/// Which elements and edges of a diagram state which attributes.
struct StatedAttributes {
  /// The elements that state an attribute, in order.
  private var elements: [String: [ElementID]] = [:]
  /// The edges that state an attribute, by index, in order.
  private var edges: [String: [Int32]] = [:]

  init(_ model: Model, _ edges: [Architecture.Edge]) {
    for index in model.elements.indices {
      for attribute in model.elements[index].attributes {
        elements[attribute.name, default: []].append(ElementID(index))
      }
    }
    for (index, edge) in edges.enumerated() {
      for attribute in model.connections[edge.connection].attributes {
        self.edges[attribute.name, default: []].append(Int32(index))
      }
    }
  }

  func elements(stating name: String) -> [ElementID] { elements[name] ?? [] }

  func edges(stating name: String) -> [Int32] { edges[name] ?? [] }
}
