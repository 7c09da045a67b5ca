import ArchCatalog

extension Model {
  /// The model as people read it: elements as an outline, then connections and flows, a line each.
  package func dump() -> String {
    var lines: [String] = []
    if let title { lines.append("diagram \"\(title)\"") }
    for attribute in settings { lines.append("  \(attribute.name) = \(attribute.value)") }
    dumpElements(in: nil, depth: 0, into: &lines)
    for connection in connections { lines.append(line(connection)) }
    for flow in flows {
      lines.append("flow \"\(flow.name ?? "")\"")
      for step in flow.steps {
        let moves = step.moves.map { move in
          let reply = move.isReply ? " (reply)" : ""
          return line(connections[move.connection]) + reply
            + (move.label.map { " \"\($0)\"" } ?? "")
        }
        lines.append("  " + moves.joined(separator: " | "))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func dumpElements(in parent: ElementID?, depth: Int, into lines: inout [String]) {
    for id in children(of: parent) {
      let element = self[id]
      let indentation = String(repeating: "  ", count: depth)
      let implicit = element.isImplicit ? " (implicit)" : ""
      lines.append(
        "\(indentation)\(element.name): \(service(of: id).key) \"\(element.label)\"\(implicit)")
      for attribute in element.attributes {
        lines.append("\(indentation)  \(attribute.name) = \(attribute.value)")
      }
      dumpElements(in: id, depth: depth + 1, into: &lines)
    }
  }

  private func line(_ connection: Connection) -> String {
    let label = connection.label.map { " \"\($0)\"" } ?? ""
    let arrow = connection.isBidirectional ? "<->" : connection.arrow == .association ? "--" : "->"
    return "\(path(of: connection.source)) \(arrow) \(path(of: connection.target)): "
      + connection.kind + label
  }
}
