import ArchCatalog
import ArchModel

extension Architecture {
  /// Whether data or a call travels on an edge at run time.
  func carriesData(_ edge: Edge) -> Bool {
    edge.invocation != .pulled && edge.isFlow
  }

  /// Whether an edge is one that its author drew in this direction: not known from a flow alone,
  /// and not the way back of an arrow that runs both ways.
  func isDrawn(_ edge: Edge) -> Bool {
    !model.connections[edge.connection].isFromFlow
      && (!model.connections[edge.connection].isBidirectional
        || model.connections[edge.connection].source == edge.source)
  }

  /// Whether an edge is drawn and has no way back.
  func isOneWay(_ edge: Edge) -> Bool {
    !model.connections[edge.connection].isFromFlow
      && !model.connections[edge.connection].isBidirectional
  }

  /// Whether something names the element as the place where failures go.
  func takesFailures(_ id: ElementID) -> Bool {
    mentions.contains(id, as: ["dlq", "error-action", "on-failure"])
  }

  /// The word that an attribute has, by the text or by default.
  func word(_ attribute: String, of id: ElementID) -> String? {
    if case .word(let word)? = value(attribute, of: id) { word } else { nil }
  }

  func name(_ id: ElementID) -> String { model.elements[id.index].name }

  /// The names along a way: `orders -> worker -> orders`.
  func names(along way: [Edge]) -> String {
    guard let first = way.first else { return "" }
    return ([first.source] + way.map(\.target)).map(name).joined(separator: " -> ")
  }
}

extension Architecture.Edge {
  /// Whether its kind is one of `flowKinds`, the most frequent first: comparing short words is
  /// faster than hashing them.
  var isFlow: Bool {
    kind == "request" || kind == "event" || kind == "query" || kind == "send" || kind == "poll"
      || kind == "publish" || kind == "stream" || kind == "load"
  }
}
