import ArchScene

extension SVGWriter {
  /// Appends the style sheet of a story, and the shapes of its tokens.
  ///
  /// A picture stands still unless the reader lets things move. Every animation takes as long as
  /// the loop and begins when its step does, so that all steps of one length share their
  /// keyframes.
  mutating func storyStyle() {
    guard let story, !story.storyboard.steps.isEmpty else { return }
    out.raw("<style>\n")
    storyShapes(story)
    storyColors(scene.theme == .dark ? .dark : .light)
    if scene.theme == .auto {
      out.raw("@media (prefers-color-scheme:dark){\n")
      storyColors(.dark)
      out.raw("}\n")
    }
    if story.telling == .looping { loop(story) }
    out.raw("</style>\n")
    tokenShapes()
  }

  private mutating func storyShapes(_ story: Story) {
    rule("ye", "fill:none;stroke-width:2.5")
    rule("yr", "fill:none;stroke-width:2")
    rule("yk", "stroke-width:1.5;stroke-linejoin:round")
    rule("yf", "fill:none;stroke-width:1.25;stroke-linejoin:round")
    rule("yt", "font-size:13px;font-weight:600;text-anchor:middle")
    switch story.telling {
    case .looping:
      rule("y", "display:none")
      rule("yc", "display:none")
      rule("yb", "stroke-width:1.5")
      rule("yn", "font-size:11px;font-weight:600;text-anchor:middle")
    case .scripted:
      rule("y", "opacity:0;transition:opacity .12s;pointer-events:none")
      rule("yp", "fill:none")
    case .still: break
    }
  }

  private mutating func storyColors(_ palette: Palette) {
    rule("ye", "stroke:", palette.accent)
    rule("ya", "fill:", palette.accent)
    rule("yr", "stroke:", palette.accent)
    rule("yt", "fill:", palette.text)
    rule("yf", "stroke:", palette.onAccent)
    for shape: StaticString in ["yk", "yb"] {
      rule(shape, "fill:", palette.accent)
      rule(shape, "stroke:", palette.page)
    }
    rule("yn", "fill:", palette.onAccent)
  }

  /// Appends the dot and the envelope, drawn around their middle.
  private mutating func tokenShapes() {
    out.raw("<defs>\n<g id=\"")
    name("yd")
    out.raw("\"><circle")
    styled("yk")
    out.raw(" r=\"5.75\"/></g>\n<g id=\"")
    name("yv")
    out.raw("\"><rect")
    styled("yk")
    out.raw(" x=\"-8.75\" y=\"-6.75\" width=\"17.5\" height=\"13.5\" rx=\"2.75\"/><path")
    styled("yf")
    out.raw(" d=\"M-6.5-3.5L0 1.5L6.5-3.5\"/></g>\n</defs>\n")
  }

  // MARK: The loop

  private mutating func loop(_ story: Story) {
    let total = Int((story.storyboard.duration * 1000).rounded())
    out.raw("@media (prefers-reduced-motion:no-preference){\n")
    rule("ys", "display:none")
    rule("y", "display:inline;opacity:0")
    rule("yc", "display:inline;opacity:0")
    rule("ym", "offset-rotate:0deg")
    for (kind, length) in story.lengths.enumerated() {
      animation("y", kind, total, "linear")
      glow(kind, length, total)
      animation("yc", kind, total, "step-end")
      words(kind, length, total)
    }
    for (kind, time) in story.travels.enumerated() {
      animation("ym", kind, total, "linear")
      travel(kind, time, total)
    }
    out.raw("}\n")
  }

  private mutating func animation(
    _ name: StaticString, _ kind: Int, _ total: Int, _ timing: StaticString
  ) {
    out.raw(".")
    self.name(name, kind)
    out.raw("{animation:")
    self.name(name, kind)
    out.raw(" ")
    out.integer(total)
    out.raw("ms ")
    out.raw(timing)
    out.raw(" infinite}\n")
  }

  /// Lights a step up for its length in milliseconds. It goes out while the next one lights up.
  private mutating func glow(_ kind: Int, _ length: Int, _ total: Int) {
    let fade = min(150, length / 4)
    keyframes("y", kind)
    out.raw("{0%,")
    out.percentage(length + fade, of: total)
    out.raw(",to{opacity:0}")
    out.percentage(fade, of: total)
    out.raw(",")
    out.percentage(length, of: total)
    out.raw("{opacity:1}}\n")
  }

  /// Shows a caption for the length of its step, without a moment that shows two.
  private mutating func words(_ kind: Int, _ length: Int, _ total: Int) {
    keyframes("yc", kind)
    out.raw("{0%{opacity:1}")
    out.percentage(length, of: total)
    out.raw(",to{opacity:0}}\n")
  }

  /// Moves a token along its line at constant speed.
  private mutating func travel(_ kind: Int, _ time: Int, _ total: Int) {
    keyframes("ym", kind)
    out.raw("{0%{offset-distance:0%}")
    out.percentage(time, of: total)
    out.raw(",to{offset-distance:100%}}\n")
  }

  private mutating func keyframes(_ name: StaticString, _ kind: Int) {
    out.raw("@keyframes ")
    self.name(name, kind)
  }
}

extension ByteWriter {
  /// Appends a share in percent with at most three decimals, such as `12.5%`.
  fileprivate mutating func percentage(_ part: Int, of whole: Int) {
    let thousandths = whole > 0 ? (part * 200_000 / whole + 1) / 2 : 0
    integer(thousandths / 1000)
    var rest = thousandths % 1000
    if rest > 0 {
      raw(".")
      var unit = 100
      while rest > 0 {
        integer(rest / unit)
        rest %= unit
        unit /= 10
      }
    }
    raw("%")
  }
}
