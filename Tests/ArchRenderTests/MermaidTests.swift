import ArchRender
import ArchScene
import Testing

/// Returns a flowchart with each quoted string emptied; nil when a string never ends on its line.
private func skeleton(_ text: String) -> String? {
  var lines: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard pieces.count % 2 == 1 else { return nil }
    lines.append(
      pieces.enumerated().map { $0.offset % 2 == 0 ? String($0.element) : "" }.joined(
        separator: "\""))
  }
  return lines.joined(separator: "\n")
}

/// The quoted strings of a flowchart.
private func strings(_ text: String) -> [String] {
  text.split(separator: "\n").flatMap { line in
    line.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

/// Every link is left out, as the same words may or may not be one.
private func flowchart(saying words: String) -> String {
  var scene = scene(saying: words)
  for index in scene.nodes.indices {
    scene.nodes[index].style.link = nil
    scene.nodes[index].style.tooltip = nil
    scene.nodes[index].style.color = nil
    scene.nodes[index].style.category = "compute"
    scene.nodes[index].style.service = "lambda"
  }
  scene.groups[0].style.color = nil
  scene.edges[0].style.color = nil
  return renderMermaid(scene)
}

/// Words that mean something to Mermaid, Markdown or the reader of references.
private let mermaidWords = [
  "end", "subgraph x", "1. one", "- a", "**b**", "__b__", "`c`", "$$x$$", "fa:fa-car", "#35;",
  "#quot;", "%%{init: {}}%%", "A;B", "n1 --> n2", "style x:#a;", "\u{FB02}°°60\u{B6}ß", "\\*",
]

@Test(arguments: HostileWords.all.filter { !shown($0).allSatisfy { $0 == " " } } + mermaidWords)
func `No words change the structure of a flowchart`(words: String) {
  #expect(skeleton(flowchart(saying: words)) == skeleton(flowchart(saying: "plain")))
}

@Test(arguments: HostileWords.all + mermaidWords)
func `No string of a flowchart holds what Mermaid, Markdown or HTML would read`(words: String) {
  let harmful: Set<Character> = ["`", "\\", "|", "{", "}", "[", "]", "*", "_", "$", ":", "<", ">"]
  // The title is YAML, and the small type of captions is our own HTML.
  for string in strings(flowchart(saying: words)).dropFirst() {
    var bare = string
    for tag in ["<br>", "<small>", "</small>"] { bare = bare.replacing(tag, with: "") }
    #expect(!bare.isEmpty)
    #expect(!bare.contains(where: harmful.contains), "\(string)")
    #expect(bare.replacing(/#[0-9]+;/, with: "").allSatisfy { $0 != "#" && $0 != ";" && $0 != "&" })
  }
}

@Test func `Emphasis, formulas and icons stay words because a hair space parts them`() {
  let text = flowchart(saying: "**b** $$x$$ fa:fa-car")
  #expect(text.contains("#42;#8202;#42;#8202;b"))
  #expect(text.contains("#36;#8202;#36;"))
  #expect(text.contains("fa#58;#8202;fa-car"))
  #expect(flowchart(saying: "order_id 10.0.0.0/16").contains("(\"order#95;id 10.0.0.0/16"))
}

@Test func `Shapes, lines and ends of a flowchart say what the scene says`() {
  let text = renderMermaid(SampleScenes.orders.scene)
  #expect(text.hasPrefix("---\ntitle: \"Order processing\"\n---\nflowchart TB\n"))
  #expect(text.contains("n5[(\"Orders<br><small>Aurora PostgreSQL</small>\")]:::database"))
  #expect(text.contains("n3(\"Storefront × 4<br>"))
  #expect(text.contains("n1([\"Shopper<br>"))
  #expect(text.contains("n5 <-.->|\"replicates\"| n6"))
  #expect(text.contains("n11 ---|\"encrypts\"| g4"))
  #expect(text.contains("linkStyle 10 stroke-dasharray:2 4"))
  #expect(text.contains("style n8 stroke:#ffd166"))
  #expect(text.contains("click n3 href \"https://example.com/runbook?a=1&b=2\" \"Runbook\""))
}

@Test(arguments: HostileWords.links)
func `A flowchart links only where it is safe`(link: String) {
  var scene = scene(saying: "x")
  scene.nodes[0].style.link = link
  scene.nodes[1].style.link = nil
  #expect(!renderMermaid(scene).contains("click n1"))
}

@Test func `A link cannot end its string or begin a reference`() {
  var scene = scene(saying: "x")
  scene.nodes[0].style.link = "https://example.com/\"a;b#c;`"
  #expect(renderMermaid(scene).contains("href \"https://example.com/%22a%3Bb#c%3B%60\""))
}

@Test func `An empty group is a box, and an edge to a group from within ends at a box inside`() {
  var builder = SceneBuilder(title: nil)
  let outer = builder.group("a", "A", look: .plain, x: 0, y: 0, width: 300, height: 300)
  builder.group("a.b", "B", look: .vpc, in: outer, x: 24, y: 32, width: 200, height: 200)
  builder.node("a.c", "C", "", "compute", in: outer, x: 400, y: 0)
  builder.edge(.node(0), .group(0), through: [(400, 20), (300, 20)])
  builder.edge(.node(0), .group(1), through: [(400, 20), (300, 20)])
  let text = renderMermaid(builder.scene)
  #expect(text.contains("    g2[\"B\"]\n"))
  #expect(text.contains("  n1 --> n1\n"))
  #expect(text.contains("  n1 --> g2\n"))
}
