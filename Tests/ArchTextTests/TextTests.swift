import ArchScene
import Testing

@testable import ArchText

private let nowhere = Rect(x: 0, y: 0, width: 0, height: 0)

private func pair(_ stroke: Stroke, label: String = "", count: Int = 1) -> Scene {
  Scene(
    size: Size(width: 0, height: 0),
    nodes: [
      SceneNode(id: "a", label: "A", frame: nowhere),
      SceneNode(id: "b", label: "B", frame: nowhere, count: count),
    ],
    edges: [
      SceneEdge(
        id: "a->b", source: .node(0), target: .node(1), stroke: stroke,
        hasTargetHead: stroke != .dotted, label: label, route: .line([]))
    ])
}

@Test func `Two boxes and a line`() {
  #expect(
    renderText(pair(.solid, label: "go"), TextOptions()).text == """
      ┌───┐  go  ┌───┐
      │ A ├─────▶│ B │
      └───┘      └───┘

      """)
}

@Test func `Strokes differ by what travels`() {
  #expect(renderText(pair(.dashed), TextOptions()).text.contains("├╌╌╌▶│"))
  #expect(renderText(pair(.dotted), TextOptions()).text.contains("├┄┄┄┄┤"))
  #expect(renderText(pair(.solid), TextOptions(charset: .ascii)).text.contains("+--->|"))
  #expect(renderText(pair(.dotted), TextOptions(charset: .ascii)).text.contains("+....+"))
}

@Test func `Several of a kind say how many`() {
  #expect(renderText(pair(.solid, count: 3), TextOptions()).text.contains("│ B ×3 │"))
  #expect(
    renderText(pair(.solid, count: 3), TextOptions(charset: .ascii)).text.contains("| B x3 |"))
}

@Test(arguments: [
  ("abc", 3), ("é", 1), ("e\u{301}", 1), ("注文", 4), ("ｗ", 2), ("한", 2), ("👩‍💻", 2), ("🇸🇪", 2),
  ("⚠️", 2), ("⚠", 1), ("│▶", 2), ("\u{200B}", 0), ("ก็", 1),
])
func `Text is as wide as terminals show it`(text: String, columns: Int) {
  #expect(text.columns == columns)
}

@Test func `What is too wide turns, then is numbered, and says so`() {
  var scene = pair(.solid)
  for index in 2..<9 {
    scene.nodes.append(SceneNode(id: "n\(index)", label: "Box number \(index)", frame: nowhere))
    scene.edges.append(
      SceneEdge(
        id: "e\(index)", source: .node(index - 1), target: .node(index), route: .line([])))
  }
  let turned = renderText(scene, TextOptions(width: 40))
  #expect(turned.notes.first?.contains("top down") == true)
  #expect(turned.text.contains("▼"))
  let numbered = renderText(scene, TextOptions(width: 9))
  #expect(numbered.notes.first?.contains("numbered") == true)
  #expect(numbered.text.contains("│ [3] │"))
}

@Test func `What the text names first stands first, whichever way the arrow points`() {
  var scene = pair(.solid)
  scene.edges[0].isReversed = true
  #expect(
    renderText(scene, TextOptions()).text == """
      ┌───┐    ┌───┐
      │ B │◀───┤ A │
      └───┘    └───┘

      """)
}

@Test func `What leads to the end of a chain stands beside it, not at the start`() {
  var scene = pair(.solid)
  for index in 2..<5 {
    scene.nodes.append(SceneNode(id: "n\(index)", label: "N\(index)", frame: nowhere))
  }
  for (source, target) in [(1, 2), (2, 3), (4, 3)] {
    scene.edges.append(
      SceneEdge(
        id: "\(source)->\(target)", source: .node(source), target: .node(target),
        route: .line([])))
  }
  let lines = renderText(scene, TextOptions()).text.split(separator: "\n")
  let columns = ["N2", "N4"].map { name in
    lines.compactMap { line in
      line.firstRange(of: name).map { line.distance(from: line.startIndex, to: $0.lowerBound) }
    }
  }
  #expect(columns[0] == columns[1])
}

@Test func `A label that is too long for its room has two rows`() {
  let scene = pair(.solid, label: "every accepted order of the day")
  #expect(
    renderText(scene, TextOptions()).text == """
             every accepted
      ┌───┐  order of the day  ┌───┐
      │ A ├───────────────────▶│ B │
      └───┘                    └───┘

      """)
}

@Test func `In ASCII a plus is where lines meet, not where they cross`() {
  var scene = pair(.solid)
  scene.groups = [SceneGroup(id: "g", label: "", frame: nowhere)]
  scene.nodes[1].parent = 0
  #expect(
    renderText(scene, TextOptions(charset: .ascii)).text == """
               +---------+
      +---+    |  +---+  |
      | A +----|->| B |  |
      +---+    |  +---+  |
               +---------+

      """)
}

@Test func `Flows are numbered, what is together has letters, replies point back`() {
  var scene = pair(.solid, label: "go")
  scene.flows = [
    SceneFlow(
      name: "Story",
      steps: [
        SceneStep(moves: [SceneMove(edge: 0)]),
        SceneStep(moves: [
          SceneMove(edge: 0, label: "one"), SceneMove(edge: 0, isReply: true, label: "two"),
        ]),
      ])
  ]
  #expect(
    renderText(scene, TextOptions()).text.hasSuffix(
      """

      Story:
      1.  A -> B: go
      2a. A -> B: one
      2b. A <- B: two

      """))
}
