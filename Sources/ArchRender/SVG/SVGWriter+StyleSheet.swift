import ArchScene

extension SVGWriter {
  /// Appends the style sheet: shapes first, then the colours of the theme, dark ones under a
  /// condition when the reader decides.
  mutating func styleSheet() {
    out.raw("<style>\n")
    shapes()
    colors(scene.theme == .dark ? .dark : .light)
    if scene.theme == .auto {
      out.raw("@media (prefers-color-scheme:dark){\n")
      colors(.dark)
      out.raw("}\n")
    }
    out.raw("</style>\n")
  }

  private mutating func shapes() {
    rule("", "font-family:Helvetica,Arial,\"Liberation Sans\",sans-serif")
    rule("h", "font-size:18px;font-weight:600")
    rule("t", "font-size:13px;font-weight:600")
    rule("s", "font-size:11px")
    rule("u", "font-size:11px;font-weight:600")
    rule("l", "font-size:11px;text-anchor:middle")
    rule("w", "paint-order:stroke;stroke-width:4;stroke-linejoin:round")
    rule("e", "fill:none;stroke-width:1.5")
    rule("d", "stroke-dasharray:6 4")
    rule("o", "stroke-dasharray:.1 4;stroke-width:2;stroke-linecap:round")
    rule("i", "fill:none;stroke-width:1.75;stroke-linecap:round;stroke-linejoin:round")
    rule("g", "fill:none;stroke-width:1.25")
    rule("q", "fill-opacity:.92")
    rule("m", "opacity:.5")
    for look in looksInUse where look.isDashed { rule(look.className, "stroke-dasharray:5 4") }
  }

  private mutating func colors(_ palette: Palette) {
    fill("p", palette.page)
    fill("q", palette.page)
    stroke("w", palette.page)
    fill("h", palette.text)
    fill("t", palette.text)
    fill("s", palette.caption)
    fill("l", palette.edgeLabel)
    fill("a", palette.edge)
    stroke("e", palette.edge)
    stroke("i", palette.glyph)
    stroke("j", "#1b2733")
    stroke("x", palette.page)
    for category in categoriesInUse { tile(category, palette) }
    for look in looksInUse { group(look, palette) }
    out.raw(".")
    name("b")
    out.raw("{fill:")
    out.raw(palette.card)
    out.raw(";stroke:")
    out.raw(palette.border)
    out.raw("}\n")
  }

  private mutating func tile(_ category: Category, _ palette: Palette) {
    out.raw(".")
    name("c", category.rawValue)
    out.raw("{fill:")
    out.raw(palette.tile(category))
    out.raw("}\n")
  }

  private mutating func group(_ look: GroupLook, _ palette: Palette) {
    let color = palette.group(look)
    let tint = Palette.tint(look)
    fill(look.titleClassName, color)
    stroke(look.className, color)
    guard tint > 0 else { return }
    out.raw(".")
    name(look.tintClassName)
    out.raw("{fill:")
    out.raw(color)
    out.raw(";fill-opacity:.0")
    out.integer(tint)
    out.raw("}\n")
  }

  private var looksInUse: [GroupLook] {
    GroupLook.allCases.filter { look in scene.groups.contains { $0.look == look } }
  }

  private mutating func fill(_ name: StaticString, _ color: StaticString) {
    rule(name, "fill:", color)
  }

  private mutating func stroke(_ name: StaticString, _ color: StaticString) {
    rule(name, "stroke:", color)
  }

  /// Appends a rule for a class of the picture.
  mutating func rule(
    _ name: StaticString, _ declarations: StaticString, _ value: StaticString = ""
  ) {
    out.raw(".")
    self.name(name)
    out.raw("{")
    out.raw(declarations)
    out.raw(value)
    out.raw("}\n")
  }
}
