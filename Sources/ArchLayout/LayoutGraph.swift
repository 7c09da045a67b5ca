package import ArchScene

/// What is to be laid out: boxes, boxes around them and lines between them, all by index, all
/// lengths in px.
///
/// It knows nothing of what the boxes mean. An index that does not exist, a cluster whose parent
/// does not come before it, or a length that is negative or not finite is a programming error.
package struct LayoutGraph: Sendable {
  /// A box without others inside.
  package struct Node: Sendable {
    package var size: Size
    /// The index of the cluster it stands in.
    package var cluster: Int?

    package init(size: Size, cluster: Int? = nil) {
      self.size = size
      self.cluster = cluster
    }
  }

  /// A box around others. One without any node in it, directly or further in, is given room for its
  /// title.
  package struct Cluster: Sendable {
    /// The index of the cluster it stands in; smaller than its own.
    package var parent: Int?
    /// The space at the top left that no box may take, measured from the corner.
    package var titleSize: Size
    /// Where the words in it end, so that edges can pass behind them; measured from the left.
    package var titleEnd: Double
    /// Where the arrows in it lead; nil for where those around it do.
    package var direction: Direction?

    package init(
      parent: Int? = nil, titleSize: Size = Size(width: 0, height: 0), titleEnd: Double? = nil,
      direction: Direction? = nil
    ) {
      self.parent = parent
      self.titleSize = titleSize
      self.titleEnd = titleEnd ?? titleSize.width
      self.direction = direction
    }
  }

  /// Boxes that are wanted side by side, across the direction.
  package struct Row: Sendable {
    package var members: [End]
    /// Whether they are wanted in the order in which they are named.
    package var isOrdered: Bool

    package init(_ members: [End], isOrdered: Bool = false) {
      self.members = members
      self.isOrdered = isOrdered
    }
  }

  /// Where an edge begins or ends.
  package enum End: Sendable, Hashable {
    case node(Int)
    case cluster(Int)
  }

  /// A line from one box to another, or back to the same.
  package struct Edge: Sendable {
    package var source: End
    package var target: End
    /// The size of the words on it; nil when there are none.
    package var labelSize: Size?
    /// Whether it is drawn against the direction: its target ranks before its source.
    package var isReversed: Bool
    /// Whether it decides which rank its ends get.
    package var isConstraint: Bool

    package init(
      source: End, target: End, labelSize: Size? = nil, isReversed: Bool = false,
      isConstraint: Bool = true
    ) {
      self.source = source
      self.target = target
      self.labelSize = labelSize
      self.isReversed = isReversed
      self.isConstraint = isConstraint
    }
  }

  /// The distances between boxes.
  package struct Spacing: Sendable, Hashable {
    /// From one rank's boxes to the next rank's.
    package var rank: Double
    /// Between neighbours of one rank.
    package var sibling: Double
    /// Between a cluster's border and what stands in it.
    package var groupMargin: Double
    /// Between the picture's border and everything in it.
    package var pictureMargin: Double

    package init(
      rank: Double = 88, sibling: Double = 40, groupMargin: Double = 24, pictureMargin: Double = 24
    ) {
      self.rank = rank
      self.sibling = sibling
      self.groupMargin = groupMargin
      self.pictureMargin = pictureMargin
    }
  }

  package var direction: Direction
  package var nodes: [Node]
  package var clusters: [Cluster]
  package var edges: [Edge]
  package var rows: [Row]
  package var spacing: Spacing

  package init(
    direction: Direction = .right, nodes: [Node] = [], clusters: [Cluster] = [],
    edges: [Edge] = [], rows: [Row] = [], spacing: Spacing = Spacing()
  ) {
    self.direction = direction
    self.nodes = nodes
    self.clusters = clusters
    self.edges = edges
    self.rows = rows
    self.spacing = spacing
  }
}

extension LayoutGraph {
  /// The cluster around an end, or the end itself if it is one.
  func scope(of end: End) -> Int? {
    switch end {
    case .node(let node): nodes[node].cluster
    case .cluster(let cluster): cluster
    }
  }

  /// Where the arrows lead in the innermost cluster around some ends.
  func direction(around ends: [End]) -> Direction {
    let tree = ClusterTree(self)
    let scopes = ends.map(scope)
    var around = scopes.dropFirst().reduce(scopes.first ?? nil) { tree.common($0, $1) }
    while let cluster = around {
      if let direction = clusters[cluster].direction { return direction }
      around = clusters[cluster].parent
    }
    return direction
  }
}
