import ArchRender
import ArchScene
import FoundationEssentials
import Testing

/// What `archc build --format json` promises.
private struct Picture: Decodable {
  struct Box: Decodable {
    var id, service, label: String
    var parent: String?
    var x, y, width, height: Double
  }
  struct Edge: Decodable {
    var id, source, target, kind, label: String
    var points: [[Double]]
  }
  struct Move: Decodable {
    var edge, label: String
    var reply: Bool
    var duration: Double?
  }
  struct Flow: Decodable {
    var name: String
    var steps: [[Move]]
  }
  var version: Int
  var title: String?
  var width, height: Double
  var nodes, groups: [Box]
  var edges: [Edge]
  var flows: [Flow]
}

private func decode(_ scene: Scene) throws -> Picture {
  try JSONDecoder().decode(Picture.self, from: Data(renderJSON(scene).utf8))
}

@Test func `Scripts find boxes, lines and flows by name`() throws {
  let picture = try decode(SampleScenes.photoSharing.scene)
  #expect(picture.version == 1)
  #expect(picture.title == "Photo sharing")
  let upload = try #require(picture.nodes.first { $0.id == "upload" })
  #expect(upload.parent == "eu.main.private")
  #expect(picture.groups.first { $0.id == "eu.main.private" }?.parent == "eu.main")
  #expect(picture.edges[0].source == "reader" && picture.edges[0].target == "edge")
  #expect(picture.flows[0].steps[1].map(\.edge) == ["e5", "e6"])
  #expect(picture.flows[0].steps[2][0].reply)
}

@Test(arguments: SampleScenes.allCases)
func `Every line and box of the JSON lies inside its width and height`(sample: SampleScenes) throws
{
  let picture = try decode(sample.scene)
  let page = Rect(x: 0, y: 0, width: picture.width, height: picture.height)
  for box in picture.nodes + picture.groups {
    #expect(page.contains(Rect(x: box.x, y: box.y, width: box.width, height: box.height)))
  }
  for point in picture.edges.flatMap(\.points) {
    #expect(point.count == 2 && page.contains(Point(x: point[0], y: point[1])))
  }
}

@Test(arguments: HostileWords.all)
func `No word is lost or changed in JSON`(words: String) throws {
  let picture = try decode(scene(saying: words))
  #expect(picture.title.map { Array($0.unicodeScalars) } == Array(words.unicodeScalars))
  for said in [
    picture.nodes[1].label, picture.groups[0].id, picture.edges[0].kind, picture.flows[0].name,
  ] {
    #expect(Array(said.unicodeScalars) == Array(words.unicodeScalars))
  }
}

@Test(arguments: HostileWords.all)
func `JSON has no control character but its line breaks`(words: String) {
  for scalar in renderJSON(scene(saying: words)).unicodeScalars where scalar != "\n" {
    #expect(
      scalar.properties.generalCategory != .control && scalar != "\u{2028}" && scalar != "\u{202E}")
  }
}
