import ArchScene
import Testing

private func scene(title: String?, strokes: [Stroke], origin: Double) -> Scene {
  let node = SceneNode(
    id: "a", label: "A", frame: Rect(x: origin, y: origin, width: 168, height: 56), count: 2)
  let start = Point(x: origin + 168, y: origin + 28.3)
  let edges = strokes.map {
    SceneEdge(
      id: $0.rawValue, source: .node(0), target: .node(0), kind: $0.rawValue, stroke: $0,
      label: "x", labelFrame: Rect(x: origin, y: origin + 90.7, width: 30, height: 16),
      route: .curve([
        start, Point(x: origin + 300, y: origin), Point(x: origin + 300, y: origin + 200),
        Point(x: origin + 84, y: origin + 56),
      ]))
  }
  return Scene(title: title, size: Size(width: 1, height: 1), nodes: [node], edges: edges)
}

@Test(arguments: [nil, "Shop", String(repeating: "A very long title ", count: 30)])
func `A framed scene holds everything within its margins`(title: String?) throws {
  for origin in [-400.5, 0, 77.25] {
    let framed = scene(title: title, strokes: Stroke.allCases, origin: origin).framed()
    let content = try #require(framed.contentBounds)
    let margin = PictureMetrics.margin
    let inner = Rect(
      x: margin, y: margin, width: framed.size.width - 2 * margin,
      height: framed.size.height - 2 * margin)
    #expect(inner.contains(content))
    #expect(TextMetrics.width(framed.displayTitle, in: .title) <= inner.width)
    for entry in framed.legend.entries {
      #expect(entry.origin.y > content.maxY && entry.origin.y < framed.size.height)
      #expect(entry.origin.x >= margin && entry.origin.x < inner.maxX)
    }
    #expect(framed.framed() == framed)
  }
}

@Test func `Where content stood before makes no difference`() {
  let here = scene(title: "T", strokes: [.solid], origin: 0).framed()
  #expect(scene(title: "T", strokes: [.solid], origin: 96).framed() == here)
}

@Test func `An empty scene has a size`() {
  let framed = Scene(size: Size(width: 0, height: 0)).framed()
  #expect(framed.size.width >= 64 && framed.size.height >= 64)
}

@Test func `A legend appears when edges differ, and names each kind once`() {
  #expect(scene(title: nil, strokes: [.solid, .solid], origin: 0).framed().legend.entries.isEmpty)
  let legend = scene(title: nil, strokes: [.dashed, .solid, .dashed], origin: 0).framed().legend
  #expect(legend.entries.map(\.text) == ["solid", "dashed"])
}
