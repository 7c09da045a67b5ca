/// A laid-out picture: boxes, routes and labels with coordinates, ready for any backend.
///
/// A plain value that knows nothing of the language, the catalog or Graphviz. All lengths are px,
/// y runs downward, and everything lies inside `(0, 0)` to `size`.
package struct Scene: Sendable, Equatable {
  package var title: String?
  /// What the picture shows, for people who cannot see it; nil lets a backend say it in figures.
  package var summary: String?
  package var theme: Theme
  package var direction: Direction
  package var size: Size
  /// Containers, each after the one it stands in.
  package var groups: [SceneGroup]
  package var nodes: [SceneNode]
  package var edges: [SceneEdge]
  package var flows: [SceneFlow]

  package init(
    title: String? = nil, summary: String? = nil, theme: Theme = .auto,
    direction: Direction = .right, size: Size, groups: [SceneGroup] = [], nodes: [SceneNode] = [],
    edges: [SceneEdge] = [], flows: [SceneFlow] = []
  ) {
    self.title = title
    self.summary = summary
    self.theme = theme
    self.direction = direction
    self.size = size
    self.groups = groups
    self.nodes = nodes
    self.edges = edges
    self.flows = flows
  }
}

/// Which colours a picture uses; `auto` follows the reader's own setting.
package enum Theme: String, Sendable, Hashable, CaseIterable {
  case auto, light, dark
}

/// What a box says and how it looks, whether it is a card or a container.
package struct SceneStyle: Sendable, Equatable {
  /// The catalog key of the service: `sqs`, `subnet`; `generic` when there is none.
  package var service: String
  /// The catalog category, which decides the colour: `compute`, `networking`, `actors`.
  package var category: String
  /// The name of the icon on the card: `queue`, `person`.
  package var icon: String
  /// The author's own picture on the card, instead of the icon.
  package var drawing: Drawing?
  /// The author's own colour as `#rrggbb`, instead of the category's.
  package var color: String?
  /// Drawn faint: there for context.
  package var isMuted: Bool
  /// A tooltip in plain text.
  package var tooltip: String?
  /// Where a click leads, as the author wrote it; a backend decides whether it is safe.
  package var link: String?

  package init(
    service: String = "generic", category: String = "generic", icon: String = "component",
    color: String? = nil, isMuted: Bool = false, tooltip: String? = nil, link: String? = nil
  ) {
    self.service = service
    self.category = category
    self.icon = icon
    self.color = color
    self.isMuted = isMuted
    self.tooltip = tooltip
    self.link = link
  }
}

/// One element without children: a card.
package struct SceneNode: Sendable, Equatable {
  /// The element's qualified name, unique in the picture: `main.private.app`.
  package var id: String
  package var label: String
  /// The second line of the card, such as `SQS · 6 min`; empty when the label says it all.
  package var caption: String
  package var style: SceneStyle
  /// The index in `Scene.groups` of the container it stands in.
  package var parent: Int?
  package var frame: Rect
  /// How many there are; more than one draws a stack, two cards behind.
  package var count: Int

  package init(
    id: String, label: String, caption: String = "", style: SceneStyle = SceneStyle(),
    parent: Int? = nil, frame: Rect, count: Int = 1
  ) {
    self.id = id
    self.label = label
    self.caption = caption
    self.style = style
    self.parent = parent
    self.frame = frame
    self.count = count
  }
}

/// One element with children: a titled box around them.
package struct SceneGroup: Sendable, Equatable {
  package var id: String
  package var label: String
  /// Words beside the label, such as a CIDR range; may be empty.
  package var caption: String
  package var style: SceneStyle
  /// Which conventional look it has.
  package var look: GroupLook
  /// The index in `Scene.groups` of the container it stands in; always smaller than its own.
  package var parent: Int?
  package var frame: Rect

  package init(
    id: String, label: String, caption: String = "", style: SceneStyle = SceneStyle(),
    look: GroupLook = .plain, parent: Int? = nil, frame: Rect
  ) {
    self.id = id
    self.label = label
    self.caption = caption
    self.style = style
    self.look = look
    self.parent = parent
    self.frame = frame
  }

  /// Whether a square with a glyph stands in its corner: where that says more than that it is a
  /// group.
  package var hasTile: Bool { style.drawing != nil || !Self.plainIcons.contains(style.icon) }

  private static let plainIcons = ["group", "component"]
}

/// The looks that readers of AWS diagrams know containers by.
package enum GroupLook: String, Sendable, Hashable, CaseIterable {
  case plain, account, region, vpc, zone
  case publicSubnet = "public-subnet"
  case privateSubnet = "private-subnet"
}

/// A line between two boxes.
package struct SceneEdge: Sendable, Equatable {
  /// One end of an edge.
  package enum End: Sendable, Hashable {
    /// An index in `Scene.nodes`.
    case node(Int)
    /// An index in `Scene.groups`.
    case group(Int)
  }

  /// Unique in the picture: `orders->worker`, with a number behind it for a second edge of that
  /// name.
  package var id: String
  package var source: End
  package var target: End
  /// Whether the author wrote the target first, as in `a <- b`: the picture reads from it to the
  /// source.
  package var isReversed: Bool
  /// The kind from the catalog: `request`, `event`, `poll`.
  package var kind: String
  package var stroke: Stroke
  package var hasSourceHead: Bool
  package var hasTargetHead: Bool
  package var head: ArrowHead
  package var label: String
  /// Where the label stands; nil when there is none.
  package var labelFrame: Rect?
  package var route: Route
  package var style: SceneStyle

  package init(
    id: String, source: End, target: End, isReversed: Bool = false, kind: String = "request",
    stroke: Stroke = .solid, hasSourceHead: Bool = false, hasTargetHead: Bool = true,
    head: ArrowHead = .filled,
    label: String = "", labelFrame: Rect? = nil, route: Route, style: SceneStyle = SceneStyle()
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.isReversed = isReversed
    self.kind = kind
    self.stroke = stroke
    self.hasSourceHead = hasSourceHead
    self.hasTargetHead = hasTargetHead
    self.head = head
    self.label = label
    self.labelFrame = labelFrame
    self.route = route
    self.style = style
  }
}

/// How a line is drawn.
package enum Stroke: String, Sendable, Hashable, CaseIterable {
  /// A request that waits for its answer.
  case solid
  /// An event or a message: nobody waits.
  case dashed
  /// An association: nothing travels.
  case dotted
}

/// How the tip of a line is drawn.
package enum ArrowHead: Sendable, Hashable, CaseIterable {
  /// A triangle: something travels along the line.
  case filled
  /// Two strokes: one thing acts on the other, as a firewall does on what it protects.
  case open
}

/// The way a line takes from border to border.
package enum Route: Sendable, Equatable {
  /// Straight pieces from point to point; at least two points.
  case line([Point])
  /// Cubic Bézier pieces: a start, then three points a piece (control, control, end).
  case curve([Point])

  /// The points as they are, whichever kind they belong to.
  package var points: [Point] {
    switch self {
    case .line(let points), .curve(let points): points
    }
  }
}

/// A story told over the edges, step after step.
package struct SceneFlow: Sendable, Equatable {
  package var name: String
  package var steps: [SceneStep]

  package init(name: String, steps: [SceneStep]) {
    self.name = name
    self.steps = steps
  }
}

/// What happens at once: a single move, or several that the author put `together`.
package struct SceneStep: Sendable, Equatable {
  package var moves: [SceneMove]

  package init(moves: [SceneMove]) { self.moves = moves }
}

/// One message along one edge.
package struct SceneMove: Sendable, Equatable {
  /// An index in `Scene.edges`.
  package var edge: Int
  /// Whether it travels from target to source: a reply.
  package var isReply: Bool
  package var label: String
  /// How long it takes in seconds, or nil for the usual time.
  package var duration: Double?

  package init(edge: Int, isReply: Bool = false, label: String = "", duration: Double? = nil) {
    self.edge = edge
    self.isReply = isReply
    self.label = label
    self.duration = duration
  }
}
