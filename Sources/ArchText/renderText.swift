package import ArchScene

/// Writes a scene as text, laid out for the character grid.
///
/// Frames and routes of the scene are not asked for: a draft will do. A picture that would be wider
/// than asked is tried from the top down, then with short lines in its boxes, then with numbers in
/// them and the words below. Flows stand below as numbered lists. The same scene and options give
/// the same text.
package func renderText(_ scene: Scene, _ options: TextOptions) -> TextPicture {
  let tree = Containment(scene)
  let (layout, grid, form) = bestLayout(scene, tree, options)
  var lines = grid.lines(GlyphSet(options.charset))
  var notes = form.note(instead: options.direction).map { [$0] } ?? []
  let widest = grid.bounds?.width ?? 0
  if widest > options.width {
    notes.append("the picture is \(widest) columns wide, more than the \(options.width) asked for")
  }
  if !layout.undrawn.isEmpty {
    let count = layout.undrawn.count
    notes.append(
      count == 1
        ? "one line found no way and is listed below the picture"
        : "\(count) lines found no way and are listed below the picture")
  }
  let title = cleaned(scene.title ?? "", options.charset)
  if !title.isEmpty { lines = filled(title, max(options.width, 8)) + [""] + lines }
  let names = BoxNames(scene, options.charset)
  lines += RemarkList(scene, layout, names, options.charset, width: options.width).lines
  lines += FlowList(scene, names, options.charset, width: options.width).lines
  if lines.first == "" { lines.removeFirst() }
  return TextPicture(text: lines.map { $0 + "\n" }.joined(), notes: notes)
}
