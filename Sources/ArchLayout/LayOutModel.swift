package import ArchModel
package import ArchScene

/// A picture, and how much of what Graphviz can do it took.
package struct LaidOutModel: Sendable {
  package var scene: Scene
  package var rung: Rung
}

/// Lays a model out as a picture.
///
/// - Parameters:
///   - theme: the colours to use instead of those the diagram asks for.
///   - limits: how many boxes and how much time and memory are allowed.
///   - worker: what runs in the other process; tests pass faulty ones.
/// - Throws: a `LayoutFailure` when the model is too big, Graphviz is not there, or it fails at every
///   rung.
package func layOut(
  _ model: Model, theme: Theme? = nil, limits: LayoutLimits = .standard,
  worker: LayoutWorker = .graphviz
) throws(LayoutFailure) -> LaidOutModel {
  let draft = SceneDraft(of: model, theme: theme)
  let geometry = try layOut(draft.graph, limits: limits, worker: worker)
  return LaidOutModel(scene: draft.scene(placedBy: geometry), rung: geometry.rung)
}

extension LayoutLimits {
  /// Four times the boxes, the time and the memory of the standard.
  package static let large = LayoutLimits(
    nodes: 80_000, edges: 240_000, clusters: 20_000, milliseconds: 60_000, memory: 4 << 30)
}
