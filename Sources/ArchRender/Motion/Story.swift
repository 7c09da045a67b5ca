import ArchScene

/// A storyboard on its way into a picture, and who moves it.
struct Story: Sendable {
  /// Who decides which step shows.
  enum Telling: Sendable, Equatable {
    /// The style sheet, in an endless loop.
    case looping
    /// The script of the page that the picture stands in; it has captions of its own.
    case scripted
    /// Nobody: the moment at a time in seconds.
    case still(Double)
  }

  var storyboard: Storyboard
  var telling: Telling
  /// The caption of each step as it is set, in one line or two.
  private(set) var captions: [[String]]
  /// The lengths of the steps in milliseconds, each once, shortest first: steps of one length
  /// share their keyframes.
  private(set) var lengths: [Int]
  /// The times that tokens travel in milliseconds, each once, shortest first.
  private(set) var travels: [Int]

  /// Prepares the story of a framed scene.
  init(_ storyboard: Storyboard, _ telling: Telling, in scene: Scene) {
    self.storyboard = storyboard
    self.telling = telling
    let room = scene.size.width - 2 * PictureMetrics.margin
    captions = storyboard.steps.map { TextMetrics.wrapped($0.caption, to: room, in: .label) }
    lengths = Self.distinct(storyboard.steps.map(\.milliseconds))
    travels = Self.distinct(storyboard.steps.flatMap { $0.moves.map(\.milliseconds) })
  }

  private static func distinct(_ values: [Int]) -> [Int] {
    var result: [Int] = []
    for value in values.sorted() where result.last != value { result.append(value) }
    return result
  }

  /// The room below the picture that captions take, in px.
  var captionHeight: Double {
    if telling == .scripted || captions.isEmpty { return 0 }
    return captions.contains { $0.count > 1 } ? 44 : 28
  }

  /// The indices of the steps to draw: the one that goes on, or all where that changes.
  var drawnSteps: Range<Int> {
    guard case .still(let time) = telling else { return storyboard.steps.indices }
    guard let step = storyboard.step(at: time) else { return 0..<0 }
    return step..<step + 1
  }

  /// What tells this story from any other of the same picture.
  var identity: String {
    let steps = storyboard.steps.map { "\($0.startMilliseconds) \($0.moves.count) \($0.caption)" }
    let kind =
      switch telling {
      case .looping: "looping"
      case .scripted: "scripted"
      case .still: "still"
      }
    return kind + steps.joined(separator: "\n")
  }
}

extension Storyboard {
  /// Returns the index of the step that goes on at a time in seconds; nil in the pause.
  func step(at time: Double) -> Int? {
    steps.firstIndex { time < $0.end && time >= $0.start }
  }
}
