import ArchCatalog
import ArchDiagnostics
import ArchModel

extension Architecture {
  /// The name of an element in quotes.
  func quoted(_ id: ElementID) -> String { "'\(model.elements[id.index].name)'" }

  /// The names of elements in quotes: `'a', 'b' and 'c'`, or `'a', 'b', 'c' and 7 more`.
  func quoted(_ ids: [ElementID], atMost limit: Int = 4) -> String {
    var words = ids.prefix(limit).map(quoted)
    if ids.count > limit { words.append("\(ids.count - limit) more") }
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + words[words.count - 1]
  }

  /// Marks an element.
  func label(_ id: ElementID, _ text: String) -> Label {
    Label(model.elements[id.index].declaration, text)
  }

  /// Marks the arrow of an edge.
  func label(_ edge: Edge, _ text: String) -> Label {
    Label(model.connections[edge.connection].declaration, text)
  }

  /// Marks an attribute of an element where it is stated, else the element.
  func label(_ id: ElementID, attribute name: String, _ text: String) -> Label {
    Label(stated(name, of: id)?.valueLocation ?? model[id].declaration, text)
  }

  /// Whether the text itself gives an attribute this value.
  func states(_ name: String, _ value: Value, of id: ElementID) -> Bool {
    stated(name, of: id)?.value == value
  }

  /// Whether the diagram says that it shows production.
  var isOfProduction: Bool { detailLevels.contains(.production) }

  func nameText(of id: ElementID) -> NameText { NameText(model[id]) }
}
