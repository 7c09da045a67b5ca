import ArchRender
import ArchScene
import Testing

private let elements: Set = [
  "svg", "title", "desc", "style", "defs", "g", "a", "rect", "path", "circle", "ellipse", "text",
  "use",
]
private let attributes: Set = [
  "xmlns", "viewBox", "width", "height", "class", "role", "aria-roledescription", "aria-labelledby",
  "aria-label", "aria-hidden", "id", "transform", "x", "y", "rx", "ry", "cx", "cy", "r", "d",
  "href",
  "style",
]

@Test(arguments: HostileWords.all)
func `No words break a picture or add anything to it`(words: String) throws {
  let root = try XMLReader.parse(renderSVG(scene(saying: words)))
  let prefix = try #require(root["class"])
  for element in root.all {
    #expect(elements.contains(element.name))
    for (name, value) in element.attributes {
      #expect(attributes.contains(name))
      switch name {
      case "id", "class", "aria-labelledby":
        for part in value.split(separator: " ") { #expect(part.hasPrefix(prefix)) }
      case "href": #expect(element.name == "a" ? isHarmless(value) : value.hasPrefix("#" + prefix))
      case "style": #expect(value.hasPrefix("fill:#") || value.hasPrefix("stroke:#"))
      default: break
      }
    }
  }
}

@Test(arguments: HostileWords.all)
func `Words come out as they went in, without what is invisible`(words: String) throws {
  let root = try XMLReader.parse(renderSVG(scene(saying: words)))
  let seen = shown(words)
  #expect(root.children.first { $0.name == "title" }?.text == seen)
  let labels = root.all.compactMap { $0["aria-label"] }
  for words in labels { #expect(words.contains(seen)) }
  if !words.isEmpty {
    #expect(root.all.filter { $0.name == "title" && $0.text == seen }.count == 5)
  }
}

@Test(arguments: HostileWords.links)
func `A link with a scheme that runs or reads something is left out`(link: String) throws {
  let root = try XMLReader.parse(renderSVG(scene(saying: link)))
  let links = root.all.filter { $0.name == "a" }.compactMap { $0["href"] }
  #expect(links.allSatisfy(isHarmless))
  #expect(links.isEmpty)
}

@Test(arguments: [
  "https://example.com/a?b=c&d=e#f", "http://example.com", "HTTPS://EXAMPLE.COM",
  "mailto:a@example.com",
  "docs/runbook.md", "../a.svg", "#part", "/top", "?q=1",
])
func `An ordinary link stays`(link: String) throws {
  let root = try XMLReader.parse(renderSVG(scene(saying: link)))
  #expect(
    root.all.filter { $0.name == "a" }.compactMap { $0["href"] } == Array(repeating: link, count: 4)
  )
}

@Test(arguments: SampleScenes.allCases)
func `A picture names no other file and runs nothing`(sample: SampleScenes) throws {
  var scene = sample.scene
  for index in scene.nodes.indices { scene.nodes[index].style.link = nil }
  let svg = renderSVG(scene)
  #expect(svg.split(separator: "http").count == 2)  // The name space, which is no address.
  for word in ["url(", "@import", "<script", "foreignObject", "<image", "<!"] {
    #expect(!svg.contains(word))
  }
}

private func isHarmless(_ link: String) -> Bool {
  ["http://", "https://", "mailto:"].contains { link.lowercased().hasPrefix($0) }
    || !(link.contains(":") || link.contains("\\") || link.hasPrefix("//"))
}
