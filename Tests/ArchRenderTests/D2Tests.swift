import ArchRender
import ArchScene
import Testing

/// Returns a D2 text with each string emptied, read as D2 reads it; nil when a string never ends,
/// goes over a line, or has a dollar sign that brings in a variable.
private func skeleton(_ text: String) -> String? {
  var result = ""
  var (isInside, isEscaped) = (false, false)
  for scalar in text.unicodeScalars {
    if !isInside {
      isInside = scalar == "\""
      result.unicodeScalars.append(scalar)
      continue
    }
    if scalar == "\n" || (scalar == "$" && !isEscaped) { return nil }
    if scalar == "\"", !isEscaped {
      isInside = false
      result += "\""
    }
    isEscaped = scalar == "\\" && !isEscaped
  }
  return isInside ? nil : result
}

/// A scene whose colours, categories and links are not made of the words.
private func diagram(saying words: String) -> String {
  var scene = scene(saying: words)
  let style = SceneStyle(service: "lambda", category: "compute", tooltip: "t " + words)
  for index in scene.nodes.indices { scene.nodes[index].style = style }
  scene.groups[0].style = style
  scene.edges[0].style = style
  return renderD2(scene)
}

@Test(arguments: HostileWords.all.filter { !shown($0).allSatisfy { $0 == " " } })
func `No words change the structure of a D2 file`(words: String) {
  #expect(skeleton(diagram(saying: words)) == skeleton(diagram(saying: "plain")))
}

@Test func `Shapes, lines and ends of a D2 file say what the scene says`() {
  let text = renderD2(SampleScenes.orders.scene)
  #expect(text.hasPrefix("direction: down\nclasses: {\n"))
  #expect(text.contains("title: \"Order processing\" {\n  shape: text\n  near: top-center"))
  #expect(text.contains("n5: \"Orders\\nAurora PostgreSQL\" {\n        class: database"))
  #expect(text.contains("g1.g2.g3.n5 <-> g1.g2.g4.n6: \"replicates\" {"))
  #expect(text.contains("g1.g2.n11 -- g1.g2.g4: \"encrypts\" {"))
  #expect(text.contains("n1 -> g1.g2.n3: \"checkout\" {"))
  #expect(text.contains("style.multiple: true"))
  #expect(text.contains("link: \"https://example.com/runbook?a=1&b=2\""))
}

@Test(arguments: HostileWords.links)
func `A D2 file links only where it is safe`(link: String) {
  var scene = scene(saying: "x")
  for index in scene.nodes.indices { scene.nodes[index].style.link = link }
  scene.groups[0].style.link = nil
  scene.edges[0].style.link = nil
  #expect(!renderD2(scene).contains("link:"))
}

@Test func `What D2 would take for a board is a path, and an address is no tooltip of a link`() {
  var scene = scene(saying: "x")
  scene.nodes[0].style.link = "layers.a"
  scene.nodes[0].style.tooltip = "https://example.com"
  let text = renderD2(scene)
  #expect(text.contains("link: \"./layers.a\""))
  #expect(!text.contains("tooltip: \"https"))
}
