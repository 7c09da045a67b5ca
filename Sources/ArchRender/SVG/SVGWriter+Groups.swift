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
    end(group.style)
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
      label: group.label, caption: group.caption, width: group.frame.width)
    let y = group.frame.y + M.groupTitleBaseline
    if !text.label.isEmpty {
      out.raw("<text")
      styled("u", group.look.titleClassName)
      length("x", group.frame.x + M.groupTitleStart)
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
