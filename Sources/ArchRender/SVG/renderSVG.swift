package import ArchScene

/// Draws a scene as one self-contained SVG file.
///
/// It names no other file and runs nothing; a reader's light or dark setting is followed unless the
/// scene's theme says otherwise. Coordinates are those of `scene.framed()`, in px, rounded to 0.1.
package func renderSVG(_ scene: Scene) -> String {
  var writer = SVGWriter(scene.framed())
  writer.document()
  return writer.out.text
}

extension SVGWriter {
  /// Appends the whole picture, from back to front.
  mutating func document() {
    root()
    descriptions()
    styleSheet()
    storyStyle()
    icons()
    page()
    for index in scene.groups.indices { group(index) }
    for index in scene.edges.indices { edge(index) }
    storyEdges()
    groupTitles()
    for edge in scene.edges { label(of: edge) }
    for index in scene.nodes.indices { card(index) }
    storyTokens()
    legend()
    storyCaptions()
    out.raw("</svg>\n")
  }

  /// The height of the whole picture, room for the captions of its story included.
  private var height: Double { scene.size.height + (story?.captionHeight ?? 0) }

  private mutating func root() {
    out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    out.number(scene.size.width)
    out.raw(" ")
    out.number(height)
    out.raw("\"")
    length("width", scene.size.width)
    length("height", height)
    styled("")
    out.raw(" role=\"graphics-document document\" aria-roledescription=\"architecture diagram\"")
    out.raw(" aria-labelledby=\"")
    name("-title")
    out.raw(" ")
    name("-desc")
    out.raw("\">\n")
  }

  private mutating func descriptions() {
    out.raw("<title id=\"")
    name("-title")
    out.raw("\">")
    out.text(scene.title ?? "Architecture diagram")
    out.raw("</title>\n<desc id=\"")
    name("-desc")
    out.raw("\">")
    out.text(scene.spokenDescription)
    out.raw("</desc>\n")
  }

  /// Appends the icons in use, each once.
  private mutating func icons() {
    guard !iconsInUse.isEmpty else { return }
    out.raw("<defs>\n")
    for number in iconsInUse.icons.indices {
      out.raw("<path id=\"")
      name("k", number)
      out.raw("\" transform=\"scale(1.1667)\" d=\"")
      out.raw(iconsInUse.icons[number].path)
      out.raw("\"/>\n")
    }
    drawings()
    out.raw("</defs>\n")
  }

  /// The categories whose colours are used, in the order of the list of all.
  var categoriesInUse: [Category] {
    Category.inUse(
      by: scene.nodes.map(\.style)
        + scene.groups.filter { $0.hasTile && $0.look == .plain }.map(\.style))
  }

  private mutating func page() {
    out.raw("<rect")
    styled("p")
    length("width", scene.size.width)
    length("height", height)
    out.raw(" rx=\"12\"/>\n")
    guard !scene.displayTitle.isEmpty else { return }
    line("h", x: PictureMetrics.margin, y: PictureMetrics.titleBaseline, scene.displayTitle)
  }
}
