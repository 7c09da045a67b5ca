package import ArchCatalog
package import ArchSource

/// Names an element of a model.
package struct ElementID: Sendable, Hashable, Comparable {
  package let index: Int

  package init(_ index: Int) { self.index = index }

  package static func < (left: ElementID, right: ElementID) -> Bool { left.index < right.index }
}

/// What a diagram means: every name resolved, every attribute typed, nothing laid out.
///
/// A plain value. Elements and connections are named by their index; lists are in the order of the
/// text.
package struct Model: Sendable {
  package var title: String?
  /// What the header sets, typed; unset settings have the defaults of `attributes diagram`.
  package var settings: [Attribute] = []
  package var elements: [Element] = []
  package var connections: [Connection] = []
  package var flows: [Flow] = []
  /// The services that elements name. The first is the generic component.
  package var services: [Service] = [Catalog.component]
  /// What the diagram lets every element say, besides what the catalog does.
  package var ownElementAttributes: [AttributeDeclaration] = []
  /// The elements in the order of the text, grouped by parent: `children(of:)` cuts it.
  private var childList: [ElementID] = []
  private var childStarts: [Int] = []

  package init() {}

  @inlinable package subscript(id: ElementID) -> Element { _read { yield elements[id.index] } }

  /// The service of an element.
  @inlinable package func service(of id: ElementID) -> Service {
    services[elements[id.index].service]
  }

  /// The elements that stand directly in a container, or outside all containers for nil.
  package func children(of parent: ElementID?) -> ArraySlice<ElementID> {
    let slot = (parent?.index ?? -1) + 1
    guard slot + 1 < childStarts.count else { return [] }
    return childList[childStarts[slot]..<childStarts[slot + 1]]
  }

  /// The qualified name: the names of the containers around an element and its own, with dots.
  package func path(of id: ElementID) -> String {
    var names = [self[id].name]
    var element = self[id]
    while let parent = element.parent {
      element = self[parent]
      names.append(element.name)
    }
    if let namespace = element.namespace { names.append(namespace) }
    return names.reversed().joined(separator: ".")
  }

  /// The value of an attribute: what the text says, else the catalog's default for an element like
  /// this one.
  package func value(of name: String, in id: ElementID) -> Value? {
    if let stated = self[id].attributes.first(where: { $0.name == name }) { return stated.value }
    let service = service(of: id)
    let limit = service.limits.first {
      $0.attribute == name && $0.defaultValue != nil && holds($0.condition, for: id) == true
    }
    return limit?.defaultValue ?? plainDefault(of: name, in: service)
  }

  /// Whether a condition of the catalog holds for an element; nil where it cannot be known.
  ///
  /// A condition asks for what is stated and for plain defaults, not for those that other
  /// conditions decide, so that none waits for another.
  package func holds(_ condition: Condition?, for id: ElementID) -> Bool? {
    guard let condition else { return true }
    return condition.holds { _, name in
      self[id].attributes.first { $0.name == name }?.value
        ?? plainDefault(of: name, in: service(of: id))
    }
  }

  private func plainDefault(of name: String, in service: Service) -> Value? {
    if let declared = service.attribute(name) { return declared.defaultValue }
    return (ownElementAttributes + Catalog.commonAttributes(of: .element))
      .first { $0.name == name }?.defaultValue
  }

  /// Whether an element stands somewhere inside a container.
  package func isInside(_ id: ElementID, _ container: ElementID) -> Bool {
    var parent = self[id].parent
    while let current = parent {
      if current == container { return true }
      parent = self[current].parent
    }
    return false
  }

  /// Builds the lists behind `children(of:)` once all elements are known: a counting sort by parent
  /// that keeps the order of the text.
  mutating func indexChildren() {
    let order = elements.indices.sorted { elements[$0].declaration < elements[$1].declaration }
    var counts = [Int](repeating: 0, count: elements.count + 2)
    for index in elements.indices { counts[(elements[index].parent?.index ?? -1) + 2] += 1 }
    for slot in 1..<counts.count { counts[slot] += counts[slot - 1] }
    childStarts = counts
    childList = [ElementID](repeating: ElementID(0), count: elements.count)
    var next = counts
    for index in order {
      let slot = (elements[index].parent?.index ?? -1) + 1
      childList[next[slot]] = ElementID(index)
      next[slot] += 1
    }
  }
}

/// One box of a diagram.
package struct Element: Sendable {
  /// The name that edges use.
  package var name: String
  /// The name for people.
  package var label: String
  /// Index in `Model.services`.
  package var service: Int
  /// The container it stands in.
  package var parent: ElementID?
  /// The name of the import it came through, for elements outside all containers.
  package var namespace: String?
  package var attributes: [Attribute] = []
  /// The name where it is declared, or first mentioned.
  package var declaration: Location
  /// Whether it exists because it was mentioned, without a declaration.
  package var isImplicit = false
  /// Whether the text gives it a label of its own.
  package var hasOwnLabel = false
}

/// One thing that an element, a connection, a header or a step says about itself.
package struct Attribute: Sendable {
  package var name: String
  package var value: Value
  /// The elements that a reference, or each of a list of references, leads to.
  package var targets: [ElementID] = []
  /// The name, as written.
  package var declaration: Location
  /// The value, as written.
  package var valueLocation: Location
}

/// One line of a diagram.
package struct Connection: Sendable {
  /// What the arrow says.
  package enum Arrow: Sendable {
    /// `->`, `<-`, `<->`
    case request
    /// `~>`, `<~`, `<~>`
    case event
    /// `--`
    case association
  }

  package var source: ElementID
  package var target: ElementID
  package var arrow: Arrow
  /// Whether it runs both ways.
  package var isBidirectional = false
  /// Whether the author wrote the target first: `db <- app`.
  package var isReversed = false
  /// What it does: `request`, `event`, `poll`.
  package var kind: String
  package var label: String?
  package var attributes: [Attribute] = []
  /// The arrow.
  package var declaration: Location
  /// Whether only a flow mentions it.
  package var isFromFlow = false
}

/// A story told over the edges.
package struct Flow: Sendable {
  package var name: String?
  package var steps: [FlowStep] = []
  package var declaration: Location
}

/// What happens at once in a flow.
package struct FlowStep: Sendable {
  package var moves: [FlowMove]
}

/// One message along one edge.
package struct FlowMove: Sendable {
  /// Index in `Model.connections`.
  package var connection: Int
  /// Whether it travels from target to source.
  package var isReply: Bool
  package var label: String?
  /// How long it takes, in seconds; nil for the usual time.
  package var duration: Double?
  package var declaration: Location
}

extension Location: Comparable {
  /// The order of reading: by source, then by place.
  package static func < (left: Location, right: Location) -> Bool {
    if left.source != right.source { return left.source < right.source }
    return left.range.lower < right.range.lower
  }
}
