import ArchCatalog
import ArchModel
import ArchScene

/// What an author says about where things stand: side by side, or side by side in an order.
struct RowHint {
  /// The attributes that say so.
  static let names: Set = ["row", "order"]

  var attribute: Attribute
  var members: [ElementID]
  var isOrdered: Bool { attribute.name == "order" }
}

extension Model {
  /// The hints of the header and of all containers, in the order of the text.
  var rowHints: [RowHint] {
    let ofElements = elements.indices.flatMap { index in
      isContainer(ElementID(index)) ? elements[index].attributes : []
    }
    return (settings + ofElements).compactMap { attribute in
      guard RowHint.names.contains(attribute.name), attribute.targets.count > 1 else { return nil }
      return RowHint(attribute: attribute, members: attribute.targets)
    }
  }

  /// The hints of elements in which nothing stands.
  var idleHints: [Attribute] {
    elements.indices.flatMap { index in
      isContainer(ElementID(index))
        ? []
        : elements[index].attributes.filter {
          RowHint.names.contains($0.name) || $0.name == "direction"
        }
    }
  }

  /// Where the arrows in a container, or in the whole diagram, are to lead; nil where nothing is
  /// said.
  func direction(in container: ElementID?) -> Direction? {
    guard let container else { return word("direction").flatMap(Direction.init) }
    let stated = self[container].attributes.first { $0.name == "direction" }
    guard case .word(let word)? = stated?.value else { return nil }
    return Direction(rawValue: word)
  }

  private func isContainer(_ id: ElementID) -> Bool { !children(of: id).isEmpty }
}
