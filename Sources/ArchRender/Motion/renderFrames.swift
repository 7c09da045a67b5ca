package import ArchScene

/// Draws a scene's story as still pictures, for tools that make films and animated images of them.
///
/// Without a rate there is one picture for each step, with the token halfway; the last one lasts
/// through the pause. With a rate the loop is cut into pieces of equal length, and tokens stand
/// where they are when the piece begins. A scene without a story gives one picture.
///
/// - Parameters:
///   - flow: the name of the only flow to tell; nil tells all.
///   - framesPerSecond: the rate; nil for one picture a step.
package func renderFrames(
  _ scene: Scene, flow: String? = nil, framesPerSecond: Int? = nil
) -> FrameSequence {
  FrameSequence(scene.framed(), flow: flow, framesPerSecond: framesPerSecond)
}
