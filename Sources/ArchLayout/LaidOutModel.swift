package import ArchModel
package import ArchScene

/// A picture, and how much of what Graphviz can do it took.
package struct LaidOutModel: Sendable {
  package var scene: Scene
  package var rung: Rung
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
  let draft = SceneDraft(of: model, theme: theme)
  let geometry = try layOut(draft.graph, limits: limits, worker: worker)
  return LaidOutModel(scene: draft.scene(placedBy: geometry), rung: geometry.rung)
}
