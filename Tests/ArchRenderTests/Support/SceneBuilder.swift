import ArchScene

/// Puts scenes together by hand, with the sizes that layout would use.
struct SceneBuilder {
  var scene: Scene

  init(title: String?, direction: Direction = .right, theme: Theme = .auto) {
    scene = Scene(
      title: title, theme: theme, direction: direction, size: Size(width: 0, height: 0))
  }

  @discardableResult
  mutating func group(
    _ id: String, _ label: String, _ caption: String = "", look: GroupLook, in parent: Int? = nil,
    x: Double, y: Double, width: Double, height: Double
  ) -> Int {
    scene.groups.append(
      SceneGroup(
        id: id, label: label, caption: caption,
        style: SceneStyle(
          service: look.rawValue, icon: Self.groupIcons[look.rawValue] ?? "group"),
        look: look, parent: parent, frame: Rect(x: x, y: y, width: width, height: height)))
    return scene.groups.count - 1
  }

  /// An icon for most looks of groups, as the catalog would choose.
  private static let groupIcons = [
    "account": "organization", "region": "location", "vpc": "cloud", "zone": "building",
    "public-subnet": "subnet", "private-subnet": "subnet",
  ]

  /// An icon for each category, as the catalog would choose.
  private static let icons = [
    "actors": "person", "analytics": "charts", "compute": "function", "containers": "container",
    "database": "database", "developer-tools": "pipeline", "integration": "queue",
    "machine-learning": "image-vision", "management": "monitoring", "networking": "network",
    "security": "key", "storage": "bucket",
  ]

  @discardableResult
  mutating func node(
    _ id: String, _ label: String, _ caption: String, _ category: String, in parent: Int? = nil,
    x: Double, y: Double, count: Int = 1, _ change: (inout SceneStyle) -> Void = { _ in }
  ) -> Int {
    let size = CardText(label: label, caption: caption).size
    var style = SceneStyle(
      service: id, category: category, icon: Self.icons[category] ?? "component")
    change(&style)
    scene.nodes.append(
      SceneNode(
        id: id, label: label, caption: caption, style: style, parent: parent,
        frame: Rect(x: x, y: y, width: size.width, height: size.height), count: count))
    return scene.nodes.count - 1
  }

  mutating func edge(
    _ source: SceneEdge.End, _ target: SceneEdge.End, _ label: String = "",
    at middle: (x: Double, y: Double)? = nil, kind: String = "request", stroke: Stroke = .solid,
    heads: (source: Bool, target: Bool) = (false, true), curved: Bool = false,
    through points: [(Double, Double)], _ change: (inout SceneStyle) -> Void = { _ in }
  ) {
    let size = EdgeLabelText(label).size
    let frame = middle.map { Rect(center: Point(x: $0.x, y: $0.y), size: size) }
    let route = points.map { Point(x: $0.0, y: $0.1) }
    var style = SceneStyle()
    change(&style)
    scene.edges.append(
      SceneEdge(
        id: "e\(scene.edges.count)", source: source, target: target, kind: kind, stroke: stroke,
        hasSourceHead: heads.source, hasTargetHead: heads.target, label: label, labelFrame: frame,
        route: curved ? .curve(route) : .line(route), style: style))
  }
}
