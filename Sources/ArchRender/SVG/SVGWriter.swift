import ArchScene

/// Draws one scene as SVG, one element a line.
///
/// Ids and classes are a prefix made from the content, a letter and a number: an author's words
/// never become names, and two pictures in one page do not style each other.
struct SVGWriter: ~Copyable {
  let scene: Scene
  /// What the picture shows of its story; nil where it stands still.
  let story: Story?
  /// What every id and class of the picture begins with.
  let prefix: String
  /// The insides of groups that have a colour of their own, outer ones first.
  let tints: [(frame: Rect, style: StaticString)]
  var out: ByteWriter

  /// Creates a writer for a framed scene and, where it moves, its story.
  init(_ scene: Scene, story: Story? = nil) {
    self.scene = scene
    self.story = story
    var hash = ContentHash(of: scene)
    if let story { hash.add(story.identity) }
    prefix = hash.name
    tints = scene.groups.filter { Palette.tint($0.look) > 0 }
      .map { ($0.frame, $0.look.tintClassName) }
    let pieces = scene.nodes.count + scene.groups.count + scene.edges.count
    out = ByteWriter(capacity: 8192 + pieces * 640)
  }

  // MARK: Names

  /// Appends ` class="…"`.
  mutating func styled(_ name: StaticString) {
    out.raw(" class=\"")
    self.name(name)
    out.raw("\"")
  }

  /// Appends ` class="… …"`.
  mutating func styled(_ first: StaticString, _ second: StaticString) {
    out.raw(" class=\"")
    name(first)
    out.raw(" ")
    name(second)
    out.raw("\"")
  }

  /// Appends a name of this picture.
  mutating func name(_ name: StaticString) {
    out.trusted(prefix)
    out.raw(name)
  }

  /// Appends a numbered name of this picture.
  mutating func name(_ name: StaticString, _ number: Int) {
    self.name(name)
    out.integer(number)
  }

  // MARK: Attributes

  /// Appends an attribute with a number of px; the name is written with its blank and equals sign.
  mutating func length(_ name: StaticString, _ value: Double) {
    out.raw(" ")
    out.raw(name)
    out.raw("=\"")
    out.number(value)
    out.raw("\"")
  }

  /// Appends `x`, `y`, `width` and `height`.
  mutating func frame(_ frame: Rect) {
    length("x", frame.x)
    length("y", frame.y)
    length("width", max(0, frame.width))
    length("height", max(0, frame.height))
  }

  /// Appends an author's words as an attribute.
  mutating func words(_ name: StaticString, _ words: String) {
    out.raw(" ")
    out.raw(name)
    out.raw("=\"")
    out.attribute(words)
    out.raw("\"")
  }

  /// Appends the author's colour for a property, unless it is missing or not `#rrggbb`.
  mutating func color(_ property: StaticString, _ color: String?) {
    guard let color = HexColor(color) else { return }
    out.raw(" style=\"")
    out.raw(property)
    out.raw(":")
    out.trusted(color.text)
    out.raw("\"")
  }

  // MARK: Elements

  /// Appends one line of text of a class.
  mutating func line(_ style: StaticString, x: Double, y: Double, _ words: String) {
    out.raw("<text")
    styled(style)
    length("x", x)
    length("y", y)
    out.raw(">")
    out.text(words)
    out.raw("</text>\n")
  }

  /// Appends what every box and edge begins with: its link, its group with its name for assistive
  /// technology, and its tooltip.
  mutating func begin(
    _ letter: StaticString, _ number: Int, _ role: StaticString, _ label: String,
    _ style: SceneStyle
  ) {
    if let link = style.link.flatMap(SafeLink.init) {
      out.raw("<a")
      words("href", link.address)
      out.raw(">\n")
    }
    out.raw("<g id=\"")
    name(letter, number)
    out.raw("\"")
    if style.isMuted { styled("m") }
    out.raw(" role=\"")
    out.raw(role)
    out.raw("\"")
    words("aria-label", label)
  }

  /// Appends the end of the start tag that `begin` left open, then the tooltip.
  mutating func open(_ style: SceneStyle) {
    out.raw(">\n")
    guard let tooltip = style.tooltip, !tooltip.isEmpty else { return }
    out.raw("<title>")
    out.text(tooltip)
    out.raw("</title>\n")
  }

  /// Appends the end of what `begin` began.
  mutating func end(_ style: SceneStyle) {
    out.raw("</g>\n")
    if style.link.flatMap(SafeLink.init) != nil { out.raw("</a>\n") }
  }
}
