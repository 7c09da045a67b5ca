import ArchRender
import ArchScene
import FoundationEssentials
import Testing

/// What `frames.json` promises.
private struct Index: Decodable {
  struct Frame: Decodable {
    var file, caption: String
    var start, duration: Int
    var flow: String?
    var step: Int?
  }
  var version: Int
  var width, height: Double
  var frames: [Frame]
}

@Test(arguments: SampleScenes.allCases, [nil, 1, 7, 24, 60])
func `Frames follow one another through the whole loop`(sample: SampleScenes, rate: Int?) throws {
  let sequence = renderFrames(sample.scene, framesPerSecond: rate)
  let loop = Int((Storyboard(sample.scene).duration * 1000).rounded())
  var time = 0
  for (index, frame) in sequence.frames.enumerated() {
    #expect(frame.start == time)
    #expect(frame.duration > 0)
    #expect(frame.name.hasSuffix("\(index + 1).svg") && frame.name.utf8.count == 14)
    time += frame.duration
  }
  #expect(time == loop)
  if let rate { #expect(sequence.frames.count == (loop * rate + 999) / 1000) }
}

@Test func `Without a rate there is one frame a step, and the last one waits`() {
  let scene = SampleScenes.photoSharing.scene
  let frames = renderFrames(scene).frames
  #expect(frames.map(\.step) == [1, 2, 3])
  #expect(frames.map(\.name) == ["frame-0001.svg", "frame-0002.svg", "frame-0003.svg"])
  #expect(frames.last?.duration == 3200)
  #expect(frames.map(\.flow) == ["Upload", "Upload", "Upload"])
}

@Test func `A frame shows its token on the line, the lit line and the caption`() throws {
  let scene = SampleScenes.smallest.scene
  let sequence = renderFrames(scene)
  let frame = try #require(sequence.frames.first)
  let root = try XMLReader.parse(String(decoding: sequence.bytes(of: frame), as: UTF8.self))
  let prefix = try #require(root["class"])
  let token = try #require(root.all.first { $0["href"] == "#\(prefix)yd" })
  let points = scene.framed().edges[0].route.points
  #expect(token.number("x") == ((points.first?.x ?? 0) + (points.last?.x ?? 0)) / 2)
  #expect(root.all.contains { $0["class"] == prefix + "ye" })
  #expect(root.all.filter { $0["class"] == prefix + "yr" }.count == 2)
  #expect(root.all.first { $0["class"] == prefix + "yt" }?.text == frame.caption)
}

@Test func `In the pause nothing is lit`() throws {
  let sequence = renderFrames(SampleScenes.smallest.scene, framesPerSecond: 10)
  let last = try #require(sequence.frames.last)
  #expect(last.step == nil && last.caption == "")
  let svg = String(decoding: sequence.bytes(of: last), as: UTF8.self)
  let root = try XMLReader.parse(svg)
  let prefix = try #require(root["class"])
  #expect(root.all.allSatisfy { $0["class"] != prefix + "ye" })
}

@Test func `The index says the same as the frames, and every frame has its size`() throws {
  let sequence = renderFrames(SampleScenes.orders.scene, framesPerSecond: 2)
  let index = try JSONDecoder().decode(Index.self, from: Data(sequence.index.utf8))
  #expect(index.version == 1)
  #expect(index.frames.map(\.file) == sequence.frames.map(\.name))
  #expect(index.frames.map(\.start) == sequence.frames.map(\.start))
  #expect(index.frames.map(\.caption) == sequence.frames.map(\.caption))
  for frame in sequence.frames {
    let root = try XMLReader.parse(String(decoding: sequence.bytes(of: frame), as: UTF8.self))
    #expect(root.number("width") == index.width)
    #expect(root.number("height") == index.height)
  }
}

@Test func `A scene without a story makes one frame`() {
  let sequence = renderFrames(Scene(size: Size(width: 0, height: 0)))
  #expect(sequence.frames.count == 1)
  #expect(sequence.frames.first?.step == nil)
}
