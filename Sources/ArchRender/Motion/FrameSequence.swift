import ArchScene

/// The still pictures of a story, drawn one by one as they are asked for.
package struct FrameSequence: Sendable {
  /// One still picture.
  package struct Frame: Sendable, Equatable {
    /// The name of its file, such as `frame-0001.svg`.
    package var name: String
    /// When it begins, in milliseconds from the start of the loop.
    package var start: Int
    /// How long it stays, in milliseconds.
    package var duration: Int
    /// What the step says; empty in the pause.
    package var caption: String
    /// The flow that the step belongs to, if any.
    package var flow: String?
    /// The number of the step in its flow; nil in the pause.
    package var step: Int?
    /// The moment that it shows, in seconds.
    package var time: Double
  }

  /// In order of time, without gaps.
  package let frames: [Frame]
  private let scene: Scene
  private let storyboard: Storyboard

  /// Cuts the story of a framed scene into frames.
  init(_ scene: Scene, flow: String?, framesPerSecond: Int?) {
    self.scene = scene
    storyboard = Storyboard(scene, flow: flow)
    if let framesPerSecond, framesPerSecond > 0 {
      frames = storyboard.frames(perSecond: framesPerSecond)
    } else {
      frames = storyboard.framesByStep
    }
  }

  /// Draws one frame as SVG, in UTF-8.
  package func bytes(of frame: Frame) -> [UInt8] {
    let story = Story(storyboard, .still(frame.time), in: scene)
    var writer = SVGWriter(scene, story: story)
    writer.document()
    return Array(writer.out.text.utf8)
  }

  /// What the frames are, as JSON for the tool that puts them together: `{"version": 1, "width",
  /// "height", "frames": [{"file", "start", "duration", "caption", "flow", "step"}]}`. Times are
  /// milliseconds, lengths px; `flow` and `step` are null where there is none.
  package var index: String {
    let story = Story(storyboard, .still(0), in: scene)
    var json = JSONWriter(capacity: 256 + frames.count * 160)
    json.beginObject()
    json.lineBreak(2)
    json.key("version")
    json.number(1)
    json.lineBreak(2)
    json.key("width")
    json.number(scene.size.width)
    json.lineBreak(2)
    json.key("height")
    json.number(scene.size.height + story.captionHeight)
    json.lineBreak(2)
    json.key("frames")
    json.beginArray()
    for frame in frames { json.frame(frame) }
    json.lineBreak(2)
    json.endArray()
    json.lineBreak(0)
    json.endObject()
    return json.text + "\n"
  }
}

extension Storyboard {
  /// One frame for each step; the last one lasts through the pause.
  fileprivate var framesByStep: [FrameSequence.Frame] {
    guard !steps.isEmpty else { return frames(from: [(0, 0)]) }
    return frames(from: steps.map { ($0.startMilliseconds, ($0.start + $0.firstHalf)) })
  }

  /// Frames of equal length, whole milliseconds put aside.
  fileprivate func frames(perSecond rate: Int) -> [FrameSequence.Frame] {
    let total = Int((duration * 1000).rounded())
    let count = max(1, (total * rate + 999) / 1000)
    return frames(from: (0..<count).map { ($0 * 1000 / rate, Double($0) / Double(rate)) })
  }

  /// Returns frames that begin at some milliseconds and show some times in seconds.
  private func frames(from starts: [(start: Int, time: Double)]) -> [FrameSequence.Frame] {
    let total = Int((duration * 1000).rounded())
    return starts.enumerated().map { index, begin in
      let end = index + 1 < starts.count ? starts[index + 1].start : total
      let step = step(at: begin.time).map { steps[$0] }
      let digits = "\(index + 1)"
      let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      return FrameSequence.Frame(
        name: "frame-\(zeros)\(digits).svg", start: begin.start, duration: end - begin.start,
        caption: step?.caption ?? "", flow: step?.flow, step: step?.number, time: begin.time)
    }
  }
}

extension Storyboard.Step {
  /// How long after the start the first token to arrive is halfway, in seconds.
  fileprivate var firstHalf: Double {
    moves.reduce(end - start) { min($0, $1.duration) } / 2
  }
}

extension JSONWriter {
  fileprivate mutating func frame(_ frame: FrameSequence.Frame) {
    lineBreak(4)
    beginObject()
    key("file")
    string(frame.name)
    key("start")
    number(Double(frame.start))
    key("duration")
    number(Double(frame.duration))
    key("caption")
    string(frame.caption)
    key("flow")
    optional(frame.flow)
    key("step")
    if let step = frame.step { number(Double(step)) } else { literal(nil) }
    endObject()
  }
}
