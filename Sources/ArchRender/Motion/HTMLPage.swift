import ArchScene

/// Writes the page around a picture.
struct HTMLPage: ~Copyable {
  /// The framed scene without its title, which stands at the top of the page.
  private let scene: Scene
  private let title: String
  private let storyboard: Storyboard
  /// The colours the page begins with; the picture inside always has both.
  private let theme: Theme
  var out: ByteWriter

  /// Creates a writer for the page of a scene.
  init(_ scene: Scene, flow: String?) {
    var scene = scene
    theme = scene.theme
    scene.theme = .auto
    title = scene.title.flatMap { $0.isEmpty ? nil : $0 } ?? "Architecture diagram"
    scene.title = nil
    scene = scene.framed()
    self.scene = scene
    storyboard = Storyboard(scene, flow: flow)
    out = ByteWriter(capacity: 65_536)
  }

  /// Appends the whole page.
  mutating func document() {
    var picture = SVGWriter(scene, story: Story(storyboard, .scripted, in: scene))
    let prefix = picture.prefix
    picture.document()
    head()
    out.raw("<body>\n<header>\n<h1>")
    out.text(title)
    out.raw("</h1>\n")
    settings()
    out.raw("</header>\n<main>\n")
    out.raw("<section id=\"stage\" tabindex=\"0\" aria-label=\"Picture\">\n<div id=\"sheet\">\n")
    out.trusted(picture.out.text)
    out.raw("</div>\n</section>\n")
    if !storyboard.steps.isEmpty { stepList() }
    out.raw("</main>\n<footer>\n")
    if !storyboard.steps.isEmpty { out.raw(HTMLPage.player) }
    out.raw(HTMLPage.zoom)
    out.raw("</footer>\n<script type=\"application/json\" id=\"story\">")
    island(prefix)
    out.raw("</script>\n<script>\n")
    out.raw(HTMLPage.script)
    out.raw("\n</script>\n</body>\n</html>\n")
  }

  private mutating func head() {
    out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    out.raw("style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:\">\n")
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
    out.text(title)
    out.raw("</title>\n<style>\n")
    out.raw(HTMLPage.style)
    out.raw("\n</style>\n</head>\n")
  }

  /// Appends the choices of flow, speed and colours.
  private mutating func settings() {
    out.raw("<div id=\"settings\">\n")
    let flows = storyboard.flows
    if flows.count > 1 {
      out.raw("<label>Flow <select id=\"flow\">\n<option value=\"-1\">All</option>\n")
      for (index, name) in flows.enumerated() {
        out.raw("<option value=\"")
        out.integer(index)
        out.raw("\">")
        out.text(name.isEmpty ? "Flow \(index + 1)" : name)
        out.raw("</option>\n")
      }
      out.raw("</select></label>\n")
    }
    if !storyboard.steps.isEmpty { out.raw(HTMLPage.speed) }
    out.raw("<label>Colours <select id=\"scheme\">\n")
    for choice in Theme.allCases {
      out.raw("<option value=\"")
      out.trusted(choice.rawValue)
      out.raw(choice == theme ? "\" selected>" : "\">")
      out.trusted(choice.rawValue)
      out.raw("</option>\n")
    }
    out.raw("</select></label>\n</div>\n")
  }

  private mutating func stepList() {
    out.raw("<nav id=\"steps\" aria-label=\"Steps\">\n<h2>")
    let flows = storyboard.flows
    if flows.count == 1, let name = flows.first, !name.isEmpty {
      out.text(name)
    } else {
      out.raw("Steps")
    }
    out.raw("</h2>\n<ol>\n")
    for (index, step) in storyboard.steps.enumerated() {
      out.raw("<li><button type=\"button\" data-to=\"")
      out.integer(index)
      out.raw("\">")
      out.text(step.caption)
      out.raw("</button></li>\n")
    }
    out.raw("</ol>\n</nav>\n")
  }

  /// Appends what the script has to know, as JSON that no HTML parser can take for markup.
  private mutating func island(_ prefix: String) {
    var json = JSONWriter(capacity: 4096)
    json.beginObject()
    json.key("prefix")
    json.string(prefix)
    json.key("pause")
    json.number((Storyboard.pause * 1000).rounded())
    json.key("steps")
    json.beginArray()
    var flow = -1
    for step in storyboard.steps {
      if step.number == 1 { flow += 1 }
      json.beginObject()
      json.key("flow")
      json.number(Double(flow))
      json.key("length")
      json.number(Double(step.milliseconds))
      json.key("caption")
      json.string(step.caption)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    for byte in json.text.utf8 {
      if byte == UInt8(ascii: "<") { out.raw("\\u003c") } else { out.byte(byte) }
    }
  }
}
