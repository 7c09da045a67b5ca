package import ArchScene

/// Writes a laid-out scene as JSON for scripts, one object a line.
///
/// Lengths are px rounded to 0.1, y runs downward, and coordinates are those of `renderSVG`. An
/// edge's `points` are a line of straight pieces: curves are given as such, eight pieces for
/// each.
package func renderJSON(_ scene: Scene) -> String {
  var writer = SceneJSONWriter(scene: scene.framed())
  writer.document()
  return writer.json.text + "\n"
}

private struct SceneJSONWriter: ~Copyable {
  let scene: Scene
  var json: JSONWriter

  init(scene: Scene) {
    self.scene = scene
    let pieces = scene.nodes.count + scene.groups.count + scene.edges.count
    json = JSONWriter(capacity: 1024 + pieces * 240)
  }

  mutating func document() {
    json.beginObject()
    header("version") { $0.number(1) }
    header("title") { [title = scene.title] in $0.optional(title) }
    header("width") { [size = scene.size] in $0.number(size.width) }
    header("height") { [size = scene.size] in $0.number(size.height) }
    list("nodes", scene.nodes) { $0.node($1) }
    list("groups", scene.groups) { $0.group($1) }
    list("edges", scene.edges) { $0.edge($1) }
    list("flows", scene.flows) { $0.flow($1) }
    json.lineBreak(0)
    json.endObject()
  }

  private mutating func header(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
    json.lineBreak(2)
    json.key(name)
    value(&json)
  }

  private mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ write: (inout Self, Element) -> Void
  ) {
    json.lineBreak(2)
    json.key(name)
    json.beginArray()
    for element in elements {
      json.lineBreak(4)
      json.beginObject()
      write(&self, element)
      json.endObject()
    }
    if !elements.isEmpty { json.lineBreak(2) }
    json.endArray()
  }

  private mutating func node(_ node: SceneNode) {
    box(node.id, node.style.service, node.label, node.parent, node.frame)
  }

  private mutating func group(_ group: SceneGroup) {
    box(group.id, group.style.service, group.label, group.parent, group.frame)
  }

  private mutating func box(
    _ id: String, _ service: String, _ label: String, _ parent: Int?, _ frame: Rect
  ) {
    member("id", id)
    member("service", service)
    member("label", label)
    json.key("parent")
    json.optional(scene.group(parent)?.id)
    member("x", frame.x)
    member("y", frame.y)
    member("width", frame.width)
    member("height", frame.height)
  }

  private mutating func edge(_ edge: SceneEdge) {
    member("id", edge.id)
    member("source", scene.id(of: edge.source))
    member("target", scene.id(of: edge.target))
    member("kind", edge.kind)
    member("label", edge.label)
    json.key("points")
    json.beginArray()
    for point in edge.route.flattened {
      json.beginArray()
      json.number(point.x)
      json.number(point.y)
      json.endArray()
    }
    json.endArray()
  }

  private mutating func flow(_ flow: SceneFlow) {
    member("name", flow.name)
    json.key("steps")
    json.beginArray()
    for step in flow.steps {
      json.lineBreak(6)
      json.beginArray()
      for move in step.moves { self.move(move) }
      json.endArray()
    }
    json.endArray()
  }

  private mutating func move(_ move: SceneMove) {
    json.beginObject()
    member("edge", scene.edges.indices.contains(move.edge) ? scene.edges[move.edge].id : "")
    json.key("reply")
    json.literal(move.isReply)
    member("label", move.label)
    json.key("duration")
    if let duration = move.duration { json.number(duration) } else { json.literal(nil) }
    json.endObject()
  }

  private mutating func member(_ name: StaticString, _ value: String) {
    json.key(name)
    json.string(value)
  }

  private mutating func member(_ name: StaticString, _ value: Double) {
    json.key(name)
    json.number(value)
  }
}
