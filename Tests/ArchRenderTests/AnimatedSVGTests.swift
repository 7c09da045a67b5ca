import ArchRender
import ArchScene
import Testing

private let elements: Set = [
  "svg", "title", "desc", "style", "defs", "g", "a", "rect", "path", "circle", "ellipse", "text",
  "use",
]

@Test(arguments: HostileWords.all)
func `No words break a picture that moves`(words: String) throws {
  let svg = renderAnimatedSVG(scene(saying: words))
  let root = try XMLReader.parse(svg)
  let prefix = try #require(root["class"])
  for element in root.all {
    #expect(elements.contains(element.name))
    for name in ["id", "class"] {
      for part in (element[name] ?? "").split(separator: " ") { #expect(part.hasPrefix(prefix)) }
    }
    guard let style = element["style"] else { continue }
    let isOurs = ["fill:#", "stroke:#", "offset-path:path('M", "animation-delay:"].contains {
      style.hasPrefix($0)
    }
    #expect(isOurs)
  }
  #expect(root.all.filter { $0["class"] == prefix + "yt" }.count == 2)
}

@Test(arguments: SampleScenes.allCases)
func `Only the style sheet moves things, and only for readers who let it`(
  sample: SampleScenes
) throws {
  var scene = sample.scene
  for index in scene.nodes.indices { scene.nodes[index].style.link = nil }
  let svg = renderAnimatedSVG(scene)
  for word in ["<script", "<animate", "<set", "url(", "@import", "foreignObject", "<image"] {
    #expect(!svg.contains(word))
  }
  #expect(svg.split(separator: "http").count == 2)
  let parts = svg.split(separator: "@media (prefers-reduced-motion:no-preference){")
  #expect(parts.count == 2)
  #expect(!parts[0].contains("animation:") && !parts[0].contains("@keyframes"))
  let prefix = try #require(try XMLReader.parse(svg)["class"])
  for rule in svg.split(separator: "@keyframes ").dropFirst() { #expect(rule.hasPrefix(prefix)) }
}

@Test func `All animations share one duration and are infinite`() {
  let svg = renderAnimatedSVG(SampleScenes.photoSharing.scene)
  let uses = svg.split(separator: "{animation:").dropFirst().map { $0.prefix { $0 != "}" } }
  #expect(uses.count > 3)
  for use in uses { #expect(use.contains(" 5600ms ") && use.hasSuffix(" infinite")) }
}

@Test func `A reply travels the same line backward`() throws {
  var scene = SampleScenes.smallest.scene
  scene.flows = [
    SceneFlow(
      name: "", steps: [false, true].map { SceneStep(moves: [SceneMove(edge: 0, isReply: $0)]) })
  ]
  let styles = try XMLReader.parse(renderAnimatedSVG(scene)).all.compactMap { $0["style"] }
  let ways = styles.filter { $0.hasPrefix("offset-path") }.map {
    $0.split(separator: "'")[1].dropFirst().split(separator: "L").map(String.init)
  }
  #expect(ways.count == 2)
  #expect(ways[0] == ways[1].reversed())
}

@Test func `Events travel as letters, requests as dots, and nothing along an association`() throws {
  for (stroke, token) in [(Stroke.solid, "yd"), (.dashed, "yv"), (.dotted, "")] {
    var scene = SampleScenes.smallest.scene
    scene.edges[0].stroke = stroke
    let root = try XMLReader.parse(renderAnimatedSVG(scene))
    let prefix = try #require(root["class"])
    let tokens = root.all.filter { $0["style"]?.hasPrefix("offset-path") == true }
    #expect(tokens.compactMap { $0["href"] } == (token.isEmpty ? [] : ["#\(prefix)\(token)"]))
  }
}

@Test func `A picture that moves shares no names with one that does not, or tells another flow`() {
  var scene = SampleScenes.smallest.scene
  let still = renderSVG(scene)
  let steps = [SceneStep(moves: [SceneMove(edge: 0, label: "go")])]
  scene.flows = [SceneFlow(name: "A", steps: steps), SceneFlow(name: "B", steps: steps + steps)]
  let pictures = [
    still, renderAnimatedSVG(scene), renderAnimatedSVG(scene, flow: "B"),
  ]
  let prefixes = pictures.compactMap { try? XMLReader.parse($0)["class"] }
  #expect(Set(prefixes).count == 3)
}

@Test func `Thirty elements and twelve steps take less than 150 KB`() {
  var builder = SceneBuilder(title: "Large")
  for index in 0..<30 {
    builder.node(
      "n\(index)", "Order queue \(index)", "SQS · 6 min", "integration", x: 0, y: Double(index) * 96
    )
  }
  for index in 1..<30 {
    let y = Double(index) * 96
    builder.edge(
      .node(index - 1), .node(index), "batch of 10", at: (84, y - 20),
      through: [(84, y - 40), (90, y - 40), (90, y - 10), (84, y - 10), (84, y)])
  }
  let steps = (0..<12).map { SceneStep(moves: [SceneMove(edge: $0, label: "step \($0)")]) }
  builder.scene.flows = [SceneFlow(name: "Twelve", steps: steps)]
  #expect(renderAnimatedSVG(builder.scene).utf8.count < 150_000)
}

@Test func `The caption has room of its own below the picture`() throws {
  let still = try XMLReader.parse(renderSVG(SampleScenes.orders.scene))
  let root = try XMLReader.parse(renderAnimatedSVG(SampleScenes.orders.scene))
  #expect(root.number("width") == still.number("width"))
  #expect(root.number("height") > still.number("height"))
  let prefix = try #require(root["class"])
  let captions = root.all.filter { $0["class"] == prefix + "yt" }
  for caption in captions {
    #expect(caption.number("y") > still.number("height"))
    #expect(caption.number("y") < root.number("height") - 4)
  }
  #expect(captions.contains { $0.text == "1 · Shopper → Storefront" })
}

@Test func `Badges number every edge of the story and cover no card`() throws {
  let scene = SampleScenes.photoSharing.scene.framed()
  let root = try XMLReader.parse(renderAnimatedSVG(scene))
  let prefix = try #require(root["class"])
  let badges = root.all.filter { $0["class"] == prefix + "yb" }
  #expect(root.all.filter { $0["class"] == prefix + "yn" }.map(\.text) == ["1", "2", "2", "3"])
  for badge in badges {
    let frame = Rect(
      x: badge.number("x"), y: badge.number("y"), width: badge.number("width"),
      height: badge.number("height"))
    for node in scene.nodes { #expect(!node.outline.overlaps(frame)) }
  }
}

@Test func `A scene without edges is a picture that stands still`() throws {
  let scene = Scene(size: Size(width: 0, height: 0))
  #expect(!renderAnimatedSVG(scene).contains("animation"))
  #expect(try XMLReader.parse(renderAnimatedSVG(scene)).number("height") > 0)
}

@Test func `A scene that moves is drawn as its golden shows`() throws {
  try expectGolden(renderAnimatedSVG(SampleScenes.smallest.scene), "smallest-animated.svg")
  try expectGolden(renderFrames(SampleScenes.smallest.scene).index, "smallest-frames.json")
}
