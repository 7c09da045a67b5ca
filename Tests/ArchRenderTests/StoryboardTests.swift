import ArchRender
import ArchScene
import Testing

/// Numbers that look random and are the same in every run.
private struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func roll(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % count
  }
}

/// Returns a scene of boxes, some in containers, joined at random, with up to three flows of which
/// some moves name edges that are not there.
private func randomScene(_ seed: Int, hasFlows: Bool) -> Scene {
  var dice = Dice(seed)
  var builder = SceneBuilder(title: nil)
  for index in 0..<dice.roll(4) {
    builder.group(
      "g\(index)", "G\(index)", look: .plain, in: index > 0 ? dice.roll(index) : nil, x: 0,
      y: 0, width: 400, height: 400)
  }
  let groups = builder.scene.groups.count
  for index in 0...dice.roll(12) {
    let parent = groups > 0 && dice.roll(2) == 0 ? dice.roll(groups) : nil
    builder.node("n\(index)", "N\(index)", "", "compute", in: parent, x: 0, y: 0)
  }
  func end() -> SceneEdge.End {
    groups > 0 && dice.roll(4) == 0
      ? .group(dice.roll(groups)) : .node(dice.roll(builder.scene.nodes.count))
  }
  for _ in 0..<dice.roll(24) {
    let heads = (dice.roll(3) == 0, dice.roll(3) > 0)
    builder.edge(end(), end(), heads: heads, through: [(0, 0), (40, 40)])
  }
  guard hasFlows else { return builder.scene }
  let durations: [Double?] = [nil, nil, 0.02, 0.4, 2.5, 900, .nan, .infinity, -3]
  for flow in 0..<dice.roll(4) {
    let steps = (0..<dice.roll(9)).map { _ in
      SceneStep(
        moves: (0..<dice.roll(4)).map { _ in
          SceneMove(
            edge: dice.roll(26) - 1, isReply: dice.roll(2) == 0,
            label: dice.roll(2) == 0 ? "" : "does it",
            duration: durations[dice.roll(durations.count)])
        })
    }
    builder.scene.flows.append(SceneFlow(name: "F\(flow)", steps: steps))
  }
  return builder.scene
}

@Test(arguments: 1...200)
func `Times have no gaps, and every move follows an edge that is there`(seed: Int) {
  let scene = randomScene(seed, hasFlows: seed.isMultiple(of: 2))
  let story = Storyboard(scene)
  var time = 0.0
  for step in story.steps {
    #expect(step.start == time)
    #expect(step.end.isFinite && step.end - step.start > 0.39 && step.end - step.start < 10.01)
    #expect(!step.moves.isEmpty)
    #expect(step.caption.contains("\(step.number) · "))
    let longest = step.moves.map(\.duration).max() ?? 0
    #expect(abs(step.end - step.start - longest) < 0.001)
    for move in step.moves { #expect(scene.edges.indices.contains(move.edge)) }
    time = step.end
  }
  #expect(story.duration == time + 2)
  #expect(Storyboard(scene) == story)
}

@Test(arguments: 1...200)
func `A scene without flows tells each of its edges once`(seed: Int) {
  let scene = randomScene(seed, hasFlows: false)
  let told = Storyboard(scene).steps.flatMap { $0.moves.map(\.edge) }
  #expect(told.sorted() == Array(scene.edges.indices))
}

@Test func `A step takes 1.2 s unless a move says otherwise, and together the longest counts`() {
  var scene = SampleScenes.photoSharing.scene
  scene.flows = [
    SceneFlow(
      name: "Upload",
      steps: [
        SceneStep(moves: [SceneMove(edge: 1, label: "POST /photos")]),
        SceneStep(moves: [SceneMove(edge: 5), SceneMove(edge: 6, duration: 2.5)]),
        SceneStep(moves: [SceneMove(edge: 1, isReply: true)]),
      ])
  ]
  let story = Storyboard(scene)
  #expect(story.steps.map(\.start) == [0, 1.2, 3.7])
  #expect(story.duration == 6.9)
  #expect(
    story.steps.map(\.caption)
      == [
        "1 · POST /photos", "2 · Orders → Upload; Upload → Resize jobs", "3 · Edge → Editor",
      ].map { $0.replacing("Orders", with: scene.nodes[4].label) }
      .map { $0.replacing("Editor", with: scene.nodes[1].label) })
}

@Test func `Several flows follow one another with their names, and one can be chosen`() {
  var scene = SampleScenes.smallest.scene
  let steps = [SceneStep(moves: [SceneMove(edge: 0, label: "go")])]
  scene.flows = [
    SceneFlow(name: "Buy", steps: steps + steps), SceneFlow(name: "Look", steps: steps),
  ]
  let story = Storyboard(scene)
  #expect(story.steps.map(\.caption) == ["Buy: 1 · go", "Buy: 2 · go", "Look: 1 · go"])
  #expect(story.steps.map(\.start) == [0, 1.2, 2.4])
  #expect(story.flows == ["Buy", "Look"])
  #expect(Storyboard(scene, flow: "Look").steps.map(\.caption) == ["1 · go"])
  #expect(Storyboard(scene, flow: "Sell").steps.isEmpty)
}

/// Returns what the story of a scene says, whose nodes are letters in the order of the text.
private func captions(_ letters: String, _ edges: [(Int, Int)]) -> [String] {
  var builder = SceneBuilder(title: nil)
  for letter in letters { builder.node("\(letter)", "\(letter)", "", "compute", x: 0, y: 0) }
  for (from, to) in edges { builder.edge(.node(from), .node(to), through: [(0, 0), (9, 9)]) }
  return Storyboard(builder.scene).steps.map(\.caption)
}

@Test func `Without a flow the story goes from the sources outward, box after box`() {
  #expect(captions("ABC", [(1, 2), (0, 1)]) == ["1 · A → B", "2 · B → C"])
  #expect(
    captions("ABCDE", [(3, 4), (0, 1), (0, 2), (1, 3), (2, 3)])
      == ["1 · A → B, C", "2 · B → D", "3 · C → D", "4 · D → E"])
  #expect(captions("AB", []) == [])
}

@Test func `Where everything goes round the story begins with the first box of the text`() {
  #expect(captions("ABC", [(1, 2), (2, 0), (0, 1)]) == ["1 · A → B", "2 · B → C", "3 · C → A"])
}

@Test func `A story with very many boxes is told depth by depth`() {
  let edges = (1...60).flatMap { [(0, $0), ($0, 61)] }
  let letters = String(repeating: "x", count: 62)
  #expect(captions(letters, edges).count == 2)
}
