import ArchScene

/// Returns a scene in which every string is the same words.
func scene(saying words: String) -> Scene {
  let style = SceneStyle(
    service: words, category: words, color: words, isMuted: true, tooltip: words, link: words)
  let frame = Rect(x: 24, y: 32, width: 168, height: 56)
  let group = SceneGroup(
    id: words, label: words, caption: words, style: style, look: .plain,
    frame: Rect(x: 0, y: 0, width: 480, height: 120))
  let nodes = [0.0, 264].map {
    SceneNode(
      id: words + "\($0)", label: words, caption: words, style: style, parent: 0,
      frame: frame.offset(dx: $0, dy: 0), count: 2)
  }
  let edge = SceneEdge(
    id: words, source: .node(0), target: .node(1), kind: words, label: words,
    labelFrame: Rect(x: 200, y: 50, width: 60, height: 16),
    route: .line([Point(x: 200, y: 60), Point(x: 288, y: 60)]), style: style)
  let flow = SceneFlow(
    name: words, steps: [SceneStep(moves: [SceneMove(edge: 0, label: words, duration: 1.5)])])
  return Scene(
    title: words, summary: words, size: Size(width: 0, height: 0), groups: [group], nodes: nodes,
    edges: [edge], flows: [flow])
}
