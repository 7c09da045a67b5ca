import ArchCatalog
import ArchModel
import ArchScene

/// A picture before it is laid out: every box, line and word of the model, and the graph that
/// asks for their places.
///
/// The draft decides what is a card and what a group, what each says and how it looks. Boxes
/// stand in the order of the text within their containers, so that the picture reads as the text
/// does.
struct SceneDraft {
  /// The picture with all frames empty and all routes unset.
  private(set) var scene: Scene
  /// The boxes and lines of the scene, by the same indices.
  private(set) var graph: LayoutGraph

  private let model: Model
  /// Where each element went.
  private var ends: [SceneEdge.End]
  private var edgeCounts: [String: Int] = [:]

  init(of model: Model, theme: Theme?) {
    self.model = model
    let direction = model.direction(in: nil) ?? .right
    scene = Scene(
      title: model.title, summary: model.text("description"),
      theme: theme ?? model.word("theme").flatMap(Theme.init) ?? .auto, direction: direction,
      size: Size(width: 0, height: 0))
    graph = LayoutGraph(direction: direction)
    ends = [SceneEdge.End](repeating: .node(0), count: model.elements.count)
    addElements(in: nil, group: nil)
    for connection in model.connections { add(connection) }
    addReferences()
    graph.rows = model.rowHints.map { hint in
      LayoutGraph.Row(
        hint.members.map { LayoutGraph.End(ends[$0.index]) }, isOrdered: hint.isOrdered)
    }
    scene.flows = model.flows.map(sceneFlow)
  }

  // MARK: Boxes

  private mutating func addElements(in parent: ElementID?, group: Int?) {
    for id in model.children(of: parent) {
      if model.children(of: id).isEmpty {
        addNode(id, group: group)
      } else {
        addElements(in: id, group: addGroup(id, parent: group))
      }
    }
  }

  private mutating func addNode(_ id: ElementID, group: Int?) {
    let words = BoxWords(of: id, in: model)
    let count = Int(model.magnitude("count", of: id) ?? 1)
    let size = SceneNode.outlineSize(label: words.label, caption: words.caption, count: count)
    ends[id.index] = .node(scene.nodes.count)
    scene.nodes.append(
      SceneNode(
        id: model.path(of: id), label: words.label, caption: words.caption,
        style: SceneStyle(of: id, in: model), parent: group,
        frame: Rect(x: 0, y: 0, width: 0, height: 0), count: count))
    graph.nodes.append(LayoutGraph.Node(size: size, cluster: group))
  }

  private mutating func addGroup(_ id: ElementID, parent: Int?) -> Int {
    let words = BoxWords(of: id, in: model)
    let box = SceneGroup(
      id: model.path(of: id), label: words.label, caption: words.caption,
      style: SceneStyle(of: id, in: model), look: GroupLook(of: id, in: model), parent: parent,
      frame: Rect(x: 0, y: 0, width: 0, height: 0))
    let title = GroupTitleText(
      label: words.label, caption: words.caption, hasTile: box.hasTile)
    ends[id.index] = .group(scene.groups.count)
    scene.groups.append(box)
    graph.clusters.append(
      LayoutGraph.Cluster(
        parent: parent,
        titleSize: Size(width: title.minimumWidth, height: PictureMetrics.groupTitleHeight),
        titleEnd: title.end, direction: model.direction(in: id)))
    return scene.groups.count - 1
  }

  // MARK: Lines

  private mutating func add(_ connection: Connection) {
    let source = ends[connection.source.index]
    let target = ends[connection.target.index]
    let label = connection.label ?? ""
    let isAssociation = connection.arrow == .association
    scene.edges.append(
      SceneEdge(
        id: edgeID(connection), source: source, target: target,
        isReversed: connection.isReversed, kind: connection.kind, stroke: Stroke(of: connection),
        hasSourceHead: connection.isBidirectional, hasTargetHead: !isAssociation,
        head: ArrowHead(of: connection), label: label, route: .line([]),
        style: SceneStyle(of: connection)))
    graph.edges.append(
      LayoutGraph.Edge(
        source: LayoutGraph.End(source), target: LayoutGraph.End(target),
        labelSize: label.isEmpty ? nil : EdgeLabelText(label).size,
        isReversed: connection.isReversed))
  }

  /// Draws what attributes refer to, such as a queue's `dlq`, as dotted edges that bear the
  /// attribute's name, unless the text joins the two itself.
  ///
  /// They come after the connections, so that those keep their index.
  private mutating func addReferences() {
    let sources = model.elements.indices.filter { index in
      model.elements[index].attributes.contains { !$0.targets.isEmpty }
    }
    guard !sources.isEmpty else { return }
    var joined = Set(
      model.connections.flatMap { [[$0.source, $0.target], [$0.target, $0.source]] })
    for source in sources.map(ElementID.init) {
      for attribute in model[source].attributes where !RowHint.names.contains(attribute.name) {
        for target in attribute.targets where joined.insert([source, target]).inserted {
          guard source != target, !model.isInside(source, target), !model.isInside(target, source)
          else { continue }
          addReference(from: source, to: target, named: attribute.name)
        }
      }
    }
  }

  private mutating func addReference(
    from source: ElementID, to target: ElementID, named name: String
  ) {
    let ends = (source: ends[source.index], target: ends[target.index])
    scene.edges.append(
      SceneEdge(
        id: "\(id(of: source)).\(name)->\(id(of: target))", source: ends.source,
        target: ends.target, kind: "reference", stroke: .dotted, label: name, route: .line([])))
    graph.edges.append(
      LayoutGraph.Edge(
        source: LayoutGraph.End(ends.source), target: LayoutGraph.End(ends.target),
        labelSize: EdgeLabelText(name).size))
  }

  /// `orders->worker`; a second edge between the same elements is `orders->worker#2`.
  private mutating func edgeID(_ connection: Connection) -> String {
    let arrow = connection.arrow == .association ? "--" : connection.arrow == .event ? "~>" : "->"
    let id = id(of: connection.source) + arrow + id(of: connection.target)
    edgeCounts[id, default: 0] += 1
    let count = edgeCounts[id] ?? 1
    return count > 1 ? "\(id)#\(count)" : id
  }

  /// The name of an element's box.
  private func id(of element: ElementID) -> String {
    switch ends[element.index] {
    case .node(let index): scene.nodes[index].id
    case .group(let index): scene.groups[index].id
    }
  }

  private func sceneFlow(_ flow: Flow) -> SceneFlow {
    SceneFlow(
      name: flow.name ?? "",
      steps: flow.steps.map { step in
        SceneStep(
          moves: step.moves.map { move in
            SceneMove(
              edge: move.connection, isReply: move.isReply, label: move.label ?? "",
              duration: move.duration)
          })
      })
  }

  // MARK: Places

  /// The picture with everything where the layout put it.
  func scene(placedBy geometry: GraphGeometry) -> Scene {
    var scene = scene
    scene.size = geometry.size
    for index in scene.nodes.indices {
      scene.nodes[index].frame = SceneNode.frame(
        ofOutline: geometry.nodeFrames[index], count: scene.nodes[index].count)
    }
    for index in scene.groups.indices {
      scene.groups[index].frame = geometry.clusterFrames[index]
    }
    for index in scene.edges.indices {
      scene.edges[index].route = geometry.edges[index].route
      scene.edges[index].labelFrame = geometry.edges[index].labelFrame
    }
    return scene.framed()
  }
}

extension LayoutGraph.End {
  fileprivate init(_ end: SceneEdge.End) {
    switch end {
    case .node(let index): self = .node(index)
    case .group(let index): self = .cluster(index)
    }
  }
}
