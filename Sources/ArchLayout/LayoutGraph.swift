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
    /// The space at the top left that nothing else may take, measured from the corner.
    package var titleSize: Size

    package init(parent: Int? = nil, titleSize: Size = Size(width: 0, height: 0)) {
      self.parent = parent
      self.titleSize = titleSize
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
  package var spacing: Spacing

  package init(
    direction: Direction = .right, nodes: [Node] = [], clusters: [Cluster] = [],
    edges: [Edge] = [], spacing: Spacing = Spacing()
  ) {
    self.direction = direction
    self.nodes = nodes
    self.clusters = clusters
    self.edges = edges
    self.spacing = spacing
  }
}
