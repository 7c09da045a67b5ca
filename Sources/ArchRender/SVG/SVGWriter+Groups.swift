import ArchScene

extension SVGWriter {
  private typealias M = PictureMetrics

  /// Appends the box of a group.
  mutating func group(_ index: Int) {
    let group = scene.groups[index]
    begin("g", index, "graphics-object group", spoken(group), group.style)
    open(group.style)
    out.raw("<rect")
    groupClass(group.look)
    frame(group.frame)
    length("rx", M.groupRadius)
    color("stroke", group.style.color)
    out.raw("/>\n")
    if group.hasTile { tile(group) }
    end(group.style)
  }

  /// Appends the square with the glyph, in the top left corner of the box.
  private mutating func tile(_ group: SceneGroup) {
    if let drawing = group.style.drawing.flatMap(iconsInUse.number(of:)) {
      out.raw("<use href=\"#")
      name("f", drawing)
      out.raw("\"")
      return place(group, inset: M.groupTileDrawingInset, scale: ".5")
    }
    out.raw("<path class=\"")
    if group.look == .plain {
      name("c", Category(key: group.style.category).rawValue)
    } else {
      name(group.look.titleClassName)
    }
    out.raw("\" d=\"")
    out.cornerTile(at: Point(x: group.frame.x, y: group.frame.y))
    out.raw("\"")
    color("fill", group.style.color)
    out.raw("/>\n<use href=\"#")
    name("k", iconsInUse.number(of: group.style.icon))
    out.raw("\"")
    glyphClass(group)
    place(group, inset: M.groupTileGlyphInset, scale: ".6")
  }

  /// Appends where in the corner something stands and how much smaller than on a card, and the end
  /// of its tag. By a transform: librsvg heeds no size of a drawing that is used again.
  private mutating func place(_ group: SceneGroup, inset: Double, scale: StaticString) {
    out.raw(" transform=\"translate(")
    out.number(group.frame.x + inset)
    out.raw(" ")
    out.number(group.frame.y + inset)
    out.raw(") scale(")
    out.raw(scale)
    out.raw(")\"/>\n")
  }

  /// Appends the class of the glyph: in the colour of the page on the colour of a border, which is
  /// light where the page is dark.
  private mutating func glyphClass(_ group: SceneGroup) {
    if let color = HexColor(group.style.color) {
      if color.isLight { styled("i", "j") } else { styled("i") }
    } else if group.look == .plain {
      styled("i")
    } else {
      styled("i", "x")
    }
  }

  /// Appends the titles of all groups, above the edges, which may run through them. The boxes have
  /// spoken them already.
  mutating func groupTitles() {
    guard !scene.groups.isEmpty else { return }
    out.raw("<g")
    styled("w")
    out.raw(" aria-hidden=\"true\">\n")
    for group in scene.groups { title(group) }
    out.raw("</g>\n")
  }

  /// Appends the class of the border, and of the tint when there is one.
  private mutating func groupClass(_ look: GroupLook) {
    out.raw(" class=\"")
    name("g")
    out.raw(" ")
    name(look.className)
    if Palette.tint(look) > 0 {
      out.raw(" ")
      name(look.tintClassName)
    }
    out.raw("\"")
  }

  private mutating func title(_ group: SceneGroup) {
    let text = GroupTitleText(
      label: group.label, caption: group.caption, hasTile: group.hasTile,
      width: group.frame.width)
    let y = group.frame.y + M.groupTitleBaseline
    if !text.label.isEmpty {
      out.raw("<text")
      styled("u", group.look.titleClassName)
      length("x", group.frame.x + text.start)
      length("y", y)
      out.raw(">")
      out.text(text.label)
      out.raw("</text>\n")
    }
    if !text.caption.isEmpty {
      line("s", x: group.frame.x + text.captionStart, y: y, text.caption)
    }
  }

  private func spoken(_ group: SceneGroup) -> String {
    var words = group.caption.isEmpty ? group.label : group.label + ", " + group.caption
    if let parent = scene.group(group.parent) { words += ", in " + parent.label }
    return words
  }
}

extension GroupLook {
  /// The class of the box, without the picture's prefix.
  var className: StaticString {
    switch self {
    case .plain: "g0"
    case .account: "g1"
    case .region: "g2"
    case .vpc: "g3"
    case .zone: "g4"
    case .publicSubnet: "g5"
    case .privateSubnet: "g6"
    }
  }

  /// The class of the title, without the picture's prefix.
  var titleClassName: StaticString {
    switch self {
    case .plain: "u0"
    case .account: "u1"
    case .region: "u2"
    case .vpc: "u3"
    case .zone: "u4"
    case .publicSubnet: "u5"
    case .privateSubnet: "u6"
    }
  }

  /// The class of a patch on the group's inside, without the picture's prefix.
  var tintClassName: StaticString {
    switch self {
    case .plain: "v0"
    case .account: "v1"
    case .region: "v2"
    case .vpc: "v3"
    case .zone: "v4"
    case .publicSubnet: "v5"
    case .privateSubnet: "v6"
    }
  }

  /// Whether the border is dashed.
  var isDashed: Bool { self == .region || self == .zone }
}
