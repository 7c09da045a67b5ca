import ArchRender
import ArchScene
import Testing

/// A file with shapes of all kinds, as a drawing program may write it.
private let logo = """
  <?xml version="1.0" encoding="UTF-8"?>
  <!-- Drawn by hand. -->
  <svg xmlns="http://www.w3.org/2000/svg" width="48px" height="48px" fill="none" stroke="#123456">
    <title>Our logo</title>
    <defs>
      <linearGradient id="sky" x1="0" x2="1"><stop offset="0" stop-color="rgb(1, 2, 3)"/>
      <stop offset="100%" stop-color="white" stop-opacity=".5"/></linearGradient>
    </defs>
    <g transform="translate(2 3) rotate(45)">
    <rect x='1' y='1' width='9' height='9' fill="url(#sky)"/>
    <path d="M1 1 L 2,2 a1 1 0 0 1 3e1-3z" stroke-linecap="round"/></g>
  </svg>
  """

/// The picture of one card with a drawing, and the drawing's own element in it.
private func picture(of text: String) throws -> (all: [XMLElement], drawing: XMLElement) {
  var scene = SampleScenes.smallest.scene
  scene.nodes[0].style.drawing = try readDrawing(Array(text.utf8)).drawing
  let all = try XMLReader.parse(renderSVG(scene)).all
  let defs = try #require(all.first { $0.name == "defs" })
  return (all, try #require(defs.children.first { $0.name == "svg" }))
}

@Test func `A drawing takes the place of the tile, as large as the tile`() throws {
  let (all, drawing) = try picture(of: logo)
  #expect(drawing["viewBox"] == "0 0 48 48")
  #expect(drawing.number("width") == 40 && drawing.number("height") == 40)
  let id = try #require(drawing["id"])
  let use = try #require(all.first { $0["href"] == "#\(id)" })
  #expect(use.number("x") == 8 && use.number("y") == 8)
  let tiles = all.filter { $0.name == "rect" && $0.number("width") == 40 }
  #expect(tiles.count == 1, "the other card has one")
}

@Test func `Shapes, gradients and what the root says of them are kept`() throws {
  #expect(try readDrawing(Array(logo.utf8)).leftOut == [])
  let (_, drawing) = try picture(of: logo)
  let names = drawing.all.map(\.name)
  #expect(
    names == ["svg", "g", "defs", "linearGradient", "stop", "stop", "g", "rect", "path"])
  #expect(drawing.children[0]["fill"] == "none" && drawing.children[0]["stroke"] == "#123456")
  let gradient = try #require(drawing.all.first { $0.name == "linearGradient" }?["id"])
  #expect(drawing.all.first { $0.name == "rect" }?["fill"] == "url(#\(gradient))")
  #expect(!gradient.contains("sky"))
}

/// What must not come through, and how it is called.
private let unsafe = [
  ("<script>alert(1)</script>", "<script>"),
  ("<style>@import 'http://x'</style>", "<style>"),
  ("<image href='http://x/y.png'/>", "<image>"),
  ("<use href='#a'/>", "<use>"),
  ("<foreignObject><b>x</b></foreignObject>", "<foreignObject>"),
  ("<a href='javascript:1'><path d='M1 1'/></a>", "<a>"),
  ("<text>hello</text>", "<text>"),
  ("<g>hello</g>", "text in <g>"),
  ("<g><![CDATA[hello]]></g>", "text in <g>"),
  ("<path onload='alert(1)'/>", "'onload' of <path>"),
  ("<path style='fill:url(http://x)'/>", "'style' of <path>"),
  ("<path class='a'/>", "'class' of <path>"),
  ("<path fill='url(http://x/#a)'/>", "'fill' of <path>"),
  ("<path fill='url(&quot;x&quot;)'/>", "'fill' of <path>"),
  ("<path fill='var(--x)'/>", "'fill' of <path>"),
  ("<path d='M1 1&#10;url(x)'/>", "'d' of <path>"),
  ("<path transform='url(x)'/>", "'transform' of <path>"),
  ("<path mask='url(#a)'/>", "'mask' of <path>"),
  ("<linearGradient xlink:href='#a'/>", "'xlink:href' of <linearGradient>"),
  ("<rect id='a'/><rect id='a'/>", "'id' of <rect>"),
]

@Test(arguments: unsafe)
func `What could do harm is left out and named`(content: String, name: String) throws {
  let text = "<svg viewBox='0 0 24 24'><circle r='4'/>\(content)</svg>"
  #expect(try readDrawing(Array(text.utf8)).leftOut == [name])
  let (_, drawing) = try picture(of: text)
  #expect(drawing.all.contains { $0.name == "circle" })
  let safe: Set = ["svg", "g", "circle", "path", "rect", "linearGradient"]
  #expect(drawing.all.allSatisfy { safe.contains($0.name) && $0.text.isEmpty })
  for (key, value) in drawing.all.flatMap(\.attributes) {
    #expect(["id", "viewBox", "width", "height", "r"].contains(key) && !value.contains("//"))
  }
}

@Test(arguments: [
  "", "hello", "<svg", "<svg viewBox='0 0 1 1'>", "<svg viewBox='0 0 1 1'></g>", "<html/>",
  "<svg/>", "<svg viewBox='0 0 0 1'/>", "<svg viewBox='0 0 nan 1'/>",
  "<svg width='100%' height='9'/>",
  "<svg viewBox='0 0 1 1'/><svg/>", "<svg viewBox='0 0 1 1' a='1' a='2'/>", "<svg a=1/>",
  "<svg viewBox='0 0 1 1'><g a='<'/></svg>", "<svg viewBox='0 0 1 1'><!-- </svg>",
  "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox='0 0 1 1'/>",
  String(repeating: "<g>", count: 20_000),
])
func `A file that is no drawing is refused`(text: String) {
  #expect(throws: DrawingFailure.self) { try readDrawing(Array(text.utf8)) }
}

@Test func `No cut of a file stops the reader`() {
  let bytes = Array(logo.utf8)
  for end in bytes.indices {
    #expect(throws: DrawingFailure.self) { try readDrawing(Array(bytes[..<end])) }
  }
  for index in bytes.indices {
    var broken = bytes
    broken[index] = 0xFF
    _ = try? readDrawing(broken)
  }
}
