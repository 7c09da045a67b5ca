import ArchScene

extension SVGWriter {
  /// Appends the authors' own drawings, each once, as pictures of the size of a tile; what reaches
  /// over their edge is cut off.
  mutating func drawings() {
    for number in iconsInUse.drawings.indices {
      out.raw("<svg id=\"")
      name("f", number)
      out.raw("\"")
      words("viewBox", iconsInUse.drawings[number].viewBox)
      length("width", PictureMetrics.tileSize)
      length("height", PictureMetrics.tileSize)
      out.raw(">")
      for shape in iconsInUse.drawings[number].shapes { draw(shape, number) }
      out.raw("</svg>\n")
    }
  }

  private mutating func draw(_ shape: Drawing.Shape, _ drawing: Int) {
    out.raw("<")
    out.trusted(shape.name)
    for attribute in shape.attributes {
      out.raw(" ")
      out.trusted(attribute.name)
      out.raw("=\"")
      value(attribute.value, drawing)
      out.raw("\"")
    }
    guard !shape.children.isEmpty else { return out.raw("/>") }
    out.raw(">")
    for child in shape.children { draw(child, drawing) }
    out.raw("</")
    out.trusted(shape.name)
    out.raw(">")
  }

  private mutating func value(_ value: Drawing.Value, _ drawing: Int) {
    switch value {
    case .text(let text): out.attribute(text)
    case .id(let number): part(number, drawing)
    case .paint(let number):
      out.raw("url(#")
      part(number, drawing)
      out.raw(")")
    }
  }

  /// Appends the name of a part of a drawing.
  private mutating func part(_ number: Int, _ drawing: Int) {
    name("f", drawing)
    out.raw("-")
    out.integer(number)
  }
}
