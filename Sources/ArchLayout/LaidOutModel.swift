package import ArchModel
package import ArchScene

/// A picture, and how much of what Graphviz can do it took.
package struct LaidOutModel: Sendable {
  package var scene: Scene
  package var rung: Rung
  /// The hints on where things stand that the picture does not follow.
  package var unheeded: [Attribute]
}

/// Returns the picture of a model before it is laid out: what each box and line says, with all
/// frames empty and all routes unset.
package func draftScene(_ model: Model, theme: Theme? = nil) -> Scene {
  SceneDraft(of: model, theme: theme).scene
}

/// Lays a model out as a picture.
///
/// - Parameters:
///   - theme: the colours to use instead of those the diagram asks for.
///   - limits: how many boxes and how much time and memory are allowed.
///   - worker: what runs in the other process; tests pass faulty ones.
/// - Throws: a `LayoutFailure` when the model is too big, Graphviz is not there, or it fails at
///   every
///   rung.
package func layOut(
  _ model: Model, theme: Theme? = nil, limits: LayoutLimits = .standard,
  worker: LayoutWorker = .graphviz
) throws(LayoutFailure) -> LaidOutModel {
  try ModelLayout(of: model, theme: theme, limits: limits, worker: worker).finished()
}

/// The layout of a model while it is under way; see `GraphLayout`.
package struct ModelLayout {
  private let model: Model
  private let draft: SceneDraft
  private let layout: GraphLayout

  /// Starts the layout of a model.
  ///
  /// - Parameters:
  ///   - theme: the colours to use instead of those the diagram asks for.
  ///   - limits: how many boxes and how much time and memory are allowed.
  ///   - worker: what runs in the other process.
  ///   - process: one that the worker has started already, with the same limits.
  /// - Throws: a `LayoutFailure` when the model is too big.
  package init(
    of model: Model, theme: Theme? = nil, limits: LayoutLimits = .standard,
    worker: LayoutWorker = .graphviz, process: LayoutProcess? = nil
  ) throws(LayoutFailure) {
    self.model = model
    draft = SceneDraft(of: model, theme: theme)
    layout = try GraphLayout(of: draft.graph, limits: limits, worker: worker, process: process)
  }

  /// Waits for the picture.
  ///
  /// - Throws: a `LayoutFailure` when Graphviz is not there, or fails at every rung.
  package func finished() throws(LayoutFailure) -> LaidOutModel {
    let geometry = try layout.geometry()
    return LaidOutModel(
      scene: draft.scene(placedBy: geometry), rung: geometry.rung,
      unheeded: model.idleHints
        + zip(model.rowHints, draft.graph.rows).filter { !geometry.heeds($1, in: draft.graph) }
        .map(\.0.attribute))
  }
}

extension GraphGeometry {
  /// Whether the members of a row stand side by side across the direction, and in order if that is
  /// wanted.
  fileprivate func heeds(_ row: LayoutGraph.Row, in graph: LayoutGraph) -> Bool {
    let axis = graph.direction(around: row.members).exit.axis
    let centers = row.members.map { end in
      switch end {
      case .node(let node): nodeFrames[node].center
      case .cluster(let cluster): clusterFrames[cluster].center
      }
    }
    let pairs = zip(centers, centers.dropFirst())
    let isLevel = pairs.allSatisfy { abs($0[axis] - $1[axis]) < 2 }
    return isLevel && (!row.isOrdered || pairs.allSatisfy { $0[axis.other] < $1[axis.other] })
  }
}
