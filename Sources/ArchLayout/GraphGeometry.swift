package import ArchScene

/// Where everything of a `LayoutGraph` stands, by the graph's own indices.
///
/// All lengths are px, y runs downward, and everything lies inside `(0, 0)` to `size`.
package struct GraphGeometry: Sendable, Equatable {
  package var size: Size
  package var nodeFrames: [Rect]
  package var clusterFrames: [Rect]
  package var edges: [EdgeGeometry]
  /// Which of the ways to lay out succeeded.
  package var rung: Rung
}

/// The way of one edge and the place of its words.
package struct EdgeGeometry: Sendable, Equatable {
  /// From the border of the source to the border of the target.
  package var route: Route
  /// As large as the edge's `labelSize`; nil when there is none.
  package var labelFrame: Rect?
}

/// The ways to lay a graph out, best first: when Graphviz fails at one, the next asks less of it.
package enum Rung: Int, Sendable, CaseIterable, Comparable {
  /// Ranks that run through groups, and room made for every label.
  case full
  /// Ranks of its own for each group, labels put where there is room.
  case simple
  /// Every edge taking part in ranking, little work spent on crossings.
  case least

  package static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }
}
