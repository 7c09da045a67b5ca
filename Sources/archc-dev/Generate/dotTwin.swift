import ArchCatalog
import ArchModel

/// A model as a graph in the DOT language, as a person would write it for `dot`: the same boxes
/// with the same words, the same containers and edges, and nothing else.
///
/// Labels hold only what the generator writes, which needs no escapes but quotes and backslashes.
func dotTwin(of model: Model) -> String {
  var writer = TwinWriter(model: model)
  writer.text += "digraph {\n  rankdir=LR\n  node [shape=box]\n"
  writer.contents(of: nil, depth: 1)
  for connection in model.connections { writer.edge(connection) }
  writer.text += "}\n"
  return writer.text
}

private struct TwinWriter {
  let model: Model
  var text = ""

  mutating func contents(of parent: ElementID?, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    for element in model.children(of: parent) {
      if model.children(of: element).isEmpty {
        text += "\(indent)n\(element.index) [label=\(quoted(words(of: element)))]\n"
      } else {
        text += "\(indent)subgraph cluster_\(element.index) {\n"
        text += "\(indent)  label=\(quoted(words(of: element)))\n"
        contents(of: element, depth: depth + 1)
        text += "\(indent)}\n"
      }
    }
  }

  mutating func edge(_ connection: Connection) {
    text += "  n\(connection.source.index) -> n\(connection.target.index)"
    if let label = connection.label { text += " [label=\(quoted(label))]" }
    text += "\n"
  }

  /// The label, and below it the service and the attributes that a card of archc shows.
  private func words(of id: ElementID) -> String {
    let service = model.service(of: id)
    let shown = service.shows.compactMap { name in
      model[id].attributes.first { $0.name == name }.flatMap { Self.words(of: $0) }
    }
    let title = service.isGeneric || service.key == "group" ? [] : [service.shortTitle]
    let caption = (title + shown).joined(separator: " · ")
    return caption.isEmpty ? model[id].label : "\(model[id].label)\n\(caption)"
  }

  private static func words(of attribute: Attribute) -> String? {
    switch attribute.value {
    case .string(let text), .address(let text), .word(let text): text
    case .boolean(let isOn): isOn ? attribute.name : nil
    case .reference, .list: nil
    case let value: value.magnitude.map { "\(Int($0))" }
    }
  }

  private func quoted(_ words: String) -> String {
    let escaped = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped.replacing("\n", with: "\\n"))\""
  }
}
