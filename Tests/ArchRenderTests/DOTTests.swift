import ArchRender
import ArchScene
import Testing

/// Returns a DOT text with each quoted string emptied, read as Graphviz reads it: only `\"` keeps a
/// string going; nil when a string never ends.
private func skeleton(_ dot: String) -> String? {
  var result = ""
  var isInside = false
  var isEscaped = false
  for scalar in dot.unicodeScalars {
    if isInside {
      if scalar == "\"", !isEscaped {
        isInside = false
        result += "\""
      }
      isEscaped = scalar == "\\" && !isEscaped
    } else {
      isInside = scalar == "\""
      isEscaped = false
      result.unicodeScalars.append(scalar)
    }
  }
  return isInside ? nil : result
}

@Test(arguments: HostileWords.all.filter { !$0.isEmpty })
func `No words change the structure of a DOT file`(words: String) {
  #expect(skeleton(renderDOT(scene(saying: words))) == skeleton(renderDOT(scene(saying: "plain"))))
}

@Test(arguments: HostileWords.all)
func `DOT has no control character but its line breaks, and no HTML`(words: String) {
  let dot = renderDOT(scene(saying: words))
  for scalar in dot.unicodeScalars where scalar != "\n" {
    #expect(scalar.properties.generalCategory != .control)
  }
  #expect(!dot.contains("=<"))
}

@Test func `Only attributes of a fixed list appear`() throws {
  let allowed: Set = [
    "arrowhead", "arrowsize", "arrowtail", "bgcolor", "color", "compound", "dir", "fillcolor",
    "fontcolor", "fontname",
    "fontsize",
    "height", "label", "labeljust", "labelloc", "lhead", "ltail", "margin", "pad", "penwidth",
    "rankdir", "shape",
    "style", "width",
  ]
  for sample in SampleScenes.allCases {
    let bare = try #require(skeleton(renderDOT(sample.scene)))
    for piece in bare.split(separator: "=").dropLast() {
      let name = piece.reversed().prefix { $0.isLetter }
      #expect(allowed.contains(String(name.reversed())))
    }
  }
}

@Test func `An edge to a group ends at the border of its cluster`() {
  let dot = renderDOT(SampleScenes.orders.scene)
  #expect(
    dot.contains("\"guard\" -> \"copy\" [style=dotted, dir=none, lhead=\"cluster prod.us.b\""))
}

@Test func `A group without nodes is drawn all the same`() {
  var builder = SceneBuilder(title: nil)
  let outer = builder.group("a", "A", look: .plain, x: 0, y: 0, width: 300, height: 300)
  builder.group("a.b", "B", look: .vpc, in: outer, x: 24, y: 32, width: 200, height: 200)
  builder.node("user", "User", "", "actors", x: 400, y: 0)
  builder.edge(.node(0), .group(0), through: [(400, 20), (300, 20)])
  let dot = renderDOT(builder.scene)
  #expect(dot.contains("\"anchor a.b\" [shape=point, style=invis"))
  #expect(
    dot.contains("\"user\" -> \"anchor a.b\" [style=solid, dir=forward, lhead=\"cluster a\"]"))
}
