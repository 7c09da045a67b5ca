package import ArchScene

/// What happens when in a picture that moves: the steps of its flows, one after another, with
/// start and end in seconds.
///
/// Times are whole milliseconds without gaps; every move names an edge that the scene has. A scene
/// without flows tells the breadth-first story from its sources.
///
/// Example: three steps of a flow without `takes` start at 0, 1.2 and 2.4; the loop starts again
/// at 5.6, after the pause.
package struct Storyboard: Sendable, Equatable {
  /// What happens at once.
  package struct Step: Sendable, Equatable {
    /// Counted from 1 within its flow.
    package var number: Int
    /// The flow it belongs to; nil in the story that a scene tells without one.
    package var flow: String?
    /// What it says, such as `3 · enqueue`, after the flow's name where there are several.
    package var caption: String
    /// Seconds from the start of the loop.
    package var start: Double
    /// Seconds from the start of the loop.
    package var end: Double
    /// At least one.
    package var moves: [Move]
  }

  /// One token on its way along one edge.
  package struct Move: Sendable, Equatable {
    /// An index in `Scene.edges`.
    package var edge: Int
    /// Whether it travels from target to source.
    package var isReply: Bool
    /// How long it travels, in seconds; no longer than its step.
    package var duration: Double
    /// Whether something travels at all; nothing does along an association that no flow names.
    package var hasToken: Bool
  }

  /// In order of time.
  package private(set) var steps: [Step] = []

  /// How long a step takes unless its moves say otherwise, in seconds.
  package static let usualStep = 1.2
  /// How long the loop rests after the last step, in seconds.
  package static let pause = 2.0
  /// What `takes` can shorten and lengthen a move to, in seconds: a shorter one could not be seen,
  /// a longer one would be taken for a standstill.
  package static let possibleDurations = 0.4...10.0

  /// How long the loop takes, its pause included, in seconds.
  package var duration: Double { (steps.last?.end ?? 0) + Self.pause }

  /// Tells the flows of a scene, or only those of one name.
  package init(_ scene: Scene, flow name: String? = nil) {
    let flows = scene.flows.filter { name == nil || $0.name == name }
    let told = flows.map { ($0.name, $0.steps.map { Self.moves(of: $0, in: scene) }) }
      .filter { $0.1.contains { !$0.isEmpty } }
    for (name, steps) in told {
      append(steps, of: name, isOneOfSeveral: told.count > 1, in: scene)
    }
    guard told.isEmpty, name == nil else { return }
    append(scene.breadthFirstMoves, of: nil, isOneOfSeveral: false, in: scene)
  }

  /// The names of the flows it tells, in order; none where the scene has no flow.
  package var flows: [String] {
    var names: [String] = []
    for step in steps where step.number == 1 {
      if let flow = step.flow { names.append(flow) }
    }
    return names
  }

  private mutating func append(
    _ steps: [[SceneMove]], of flow: String?, isOneOfSeveral: Bool, in scene: Scene
  ) {
    var number = 0
    for moves in steps where !moves.isEmpty {
      number += 1
      let timed = moves.map { Move($0, in: scene, isToldByAuthor: flow != nil) }
      let start = self.steps.last?.end ?? 0
      let length = timed.reduce(0) { max($0, $1.duration) }
      let words = scene.words(of: moves)
      let prefix = isOneOfSeveral ? (flow ?? "") + ": " : ""
      self.steps.append(
        Step(
          number: number, flow: flow, caption: "\(prefix)\(number) · \(words)", start: start,
          end: Self.wholeMilliseconds(start + length), moves: timed))
    }
  }

  /// Returns the moves of a step whose edges the scene has.
  private static func moves(of step: SceneStep, in scene: Scene) -> [SceneMove] {
    step.moves.filter { scene.edges.indices.contains($0.edge) }
  }

  /// Returns a time in seconds without what is below a millisecond.
  fileprivate static func wholeMilliseconds(_ seconds: Double) -> Double {
    (seconds * 1000).rounded() / 1000
  }
}

extension Storyboard.Move {
  fileprivate init(_ move: SceneMove, in scene: Scene, isToldByAuthor: Bool) {
    let asked = move.duration ?? Storyboard.usualStep
    let range = Storyboard.possibleDurations
    let possible = asked.isFinite ? asked : Storyboard.usualStep
    self.init(
      edge: move.edge, isReply: move.isReply,
      duration: Storyboard.wholeMilliseconds(
        min(max(possible, range.lowerBound), range.upperBound)),
      hasToken: isToldByAuthor || scene.edges[move.edge].stroke != .dotted)
  }
}

extension Storyboard.Step {
  /// The start in milliseconds.
  package var startMilliseconds: Int { Int((start * 1000).rounded()) }
  /// How long it takes in milliseconds.
  package var milliseconds: Int { Int((end * 1000).rounded()) - startMilliseconds }
}

extension Storyboard.Move {
  /// How long it travels in milliseconds.
  package var milliseconds: Int { Int((duration * 1000).rounded()) }
}
