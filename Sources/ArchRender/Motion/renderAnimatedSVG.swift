package import ArchScene

/// Draws a scene as one self-contained SVG file that tells its story in an endless loop.
///
/// The active line thickens and takes the accent colour, its boxes gain rings, a token travels
/// along it, and a caption below the picture says what happens. CSS alone moves things, and only
/// where the reader has not asked for less motion (`prefers-reduced-motion`); otherwise the picture
/// is still, and the steps are numbered badges on their edges. Works inside `<img>`.
///
/// - Parameter flow: the name of the only flow to tell; nil tells all.
package func renderAnimatedSVG(_ scene: Scene, flow: String? = nil) -> String {
  let framed = scene.framed()
  let story = Story(Storyboard(framed, flow: flow), .looping, in: framed)
  var writer = SVGWriter(framed, story: story)
  writer.document()
  return writer.out.text
}
