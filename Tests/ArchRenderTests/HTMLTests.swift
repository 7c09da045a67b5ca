import ArchRender
import ArchScene
import FoundationEssentials
import Testing

/// What the script of a page is told.
private struct Island: Decodable {
  struct Step: Decodable {
    var caption: String
    var length, flow: Int
  }
  var prefix: String
  var pause: Int
  var steps: [Step]
}

/// Returns the names of the tags of a page in order, without those that words may bring.
private func tags(_ page: String) -> [String] {
  page.split(separator: "<").dropFirst().map {
    String($0.prefix { $0.isLetter || $0 == "/" || $0 == "!" })
  }
  .filter { !["a", "/a", "title", "/title"].contains($0) }
}

private func island(of page: String) throws -> (text: String, value: Island) {
  let start = try #require(page.firstRange(of: "<script type=\"application/json\" id=\"story\">"))
  let rest = page[start.upperBound...]
  let end = try #require(rest.firstRange(of: "</script>"))
  let text = String(rest[..<end.lowerBound])
  return (text, try JSONDecoder().decode(Island.self, from: Data(text.utf8)))
}

@Test(arguments: HostileWords.all)
func `No words break a page or reach its script as anything but words`(words: String) throws {
  let page = renderHTML(scene(saying: words))
  let harmless = renderHTML(scene(saying: words.isEmpty ? "" : "x"))
  #expect(tags(page).count == tags(harmless).count)
  #expect(tags(page) == tags(harmless))
  let story = try island(of: page)
  #expect(!story.text.contains("<"))
  #expect(story.value.steps.count == 1)
  if !words.isEmpty { #expect(story.value.steps[0].caption == "1 · \(words)") }
}

@Test(arguments: SampleScenes.allCases)
func `A page names no other file and says so to the browser`(sample: SampleScenes) {
  var scene = sample.scene
  for index in scene.nodes.indices { scene.nodes[index].style.link = nil }
  let page = renderHTML(scene)
  #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
  #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; "))
  #expect(page.split(separator: "http").count == 3)  // The policy's attribute and the name space.
  for word in ["src=", "url(", "@import", "<link", "fetch(", "innerHTML", "eval("] {
    #expect(!page.contains(word), "\(word)")
  }
}

@Test func `Every step is a button and every flow a choice`() throws {
  var scene = SampleScenes.smallest.scene
  let steps = [SceneStep(moves: [SceneMove(edge: 0, label: "go")])]
  scene.flows = [SceneFlow(name: "A", steps: steps), SceneFlow(name: "B", steps: steps + steps)]
  let page = renderHTML(scene)
  #expect(page.split(separator: "<button type=\"button\" data-to=").count == 4)
  #expect(page.contains("<option value=\"1\">B</option>"))
  #expect(!renderHTML(scene, flow: "B").contains("id=\"flow\""))
  let story = try island(of: page).value
  #expect(story.steps.map(\.flow) == [0, 1, 1])
  #expect(story.steps.map(\.length) == [1200, 1200, 1200])
  #expect(story.pause == 2000)
}

@Test func `A page begins with the colours of the theme and can show both`() {
  var scene = SampleScenes.smallest.scene
  scene.theme = .dark
  let page = renderHTML(scene)
  #expect(page.contains("<option value=\"dark\" selected>"))
  #expect(page.split(separator: "prefers-color-scheme:dark").count > 3)
}

@Test func `A page without a story has a picture and no player`() {
  let page = renderHTML(Scene(size: Size(width: 0, height: 0)))
  #expect(page.contains("<svg xmlns"))
  #expect(!page.contains("id=\"play\""))
}
