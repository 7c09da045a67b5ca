package import ArchScene

/// Draws a scene as one self-contained HTML page with its story to play, pause and step through.
///
/// The page names no other file and talks to nobody (a content security policy says so to the
/// browser), so it works from a disk, as an attachment and behind any server. It zooms and pans,
/// follows the reader's settings of light and dark and of less motion, and is operable by keyboard
/// alone. Without scripts it shows the picture and the list of the steps.
///
/// - Parameter flow: the name of the only flow to tell; nil tells all.
package func renderHTML(_ scene: Scene, flow: String? = nil) -> String {
  var page = HTMLPage(scene, flow: flow)
  page.document()
  return page.out.text
}
