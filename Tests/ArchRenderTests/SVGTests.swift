import ArchRender
import ArchScene
import Testing

@Test(arguments: SampleScenes.allCases)
func `The same scene gives the same bytes`(sample: SampleScenes) {
  #expect(renderSVG(sample.scene) == renderSVG(sample.scene))
  #expect(renderSVG(sample.scene.framed()) == renderSVG(sample.scene))
}

@Test(arguments: SampleScenes.allCases)
func `Everything is drawn inside the picture`(sample: SampleScenes) throws {
  let root = try XMLReader.parse(renderSVG(sample.scene))
  let page = Rect(x: 0, y: 0, width: root.number("width"), height: root.number("height"))
  #expect(root["viewBox"] == "0 0 \(root["width"] ?? "") \(root["height"] ?? "")")
  let drawn = root.children.filter { $0.name != "defs" }.flatMap { extents(of: $0, dx: 0, dy: 0) }
  #expect(drawn.count > 8)
  for rect in drawn { #expect(page.contains(rect), "\(rect) leaves \(page)") }
}

/// Returns the rectangles that the shapes and words inside an element cover.
private func extents(of element: XMLElement, dx: Double, dy: Double) -> [Rect] {
  let shift = numbers(in: element["transform"] ?? "0 0")
  let (dx, dy) = (dx + shift[0], dy + shift[1])
  let x = element.number("x") + dx
  let y = element.number("y") + dy
  switch element.name {
  case "rect":
    return [Rect(x: x, y: y, width: element.number("width"), height: element.number("height"))]
  case "path":
    let values = numbers(in: element["d"] ?? "")
    return stride(from: 0, to: values.count - 1, by: 2).map {
      Rect(x: values[$0] + dx, y: values[$0 + 1] + dy, width: 0, height: 0)
    }
  case "text":
    let isCentered = element["class"]?.hasSuffix("l") == true
    let isTitle = element["class"]?.hasSuffix("h") == true
    let width = TextMetrics.width(element.text, in: isTitle ? .title : .caption)
    return [Rect(x: isCentered ? x - width / 2 : x, y: y - 10, width: width, height: 12)]
  default: return element.children.flatMap { extents(of: $0, dx: dx, dy: dy) }
  }
}

private func numbers(in text: String) -> [Double] {
  text.split { !($0.isNumber || $0 == "." || $0 == "-") }.compactMap { Double(String($0)) }
}

@Test func `Two pictures in one page share no id and no class`() throws {
  let first = try names(in: renderSVG(SampleScenes.photoSharing.scene))
  let second = try names(in: renderSVG(SampleScenes.orders.scene))
  #expect(first.count > 40)
  #expect(first.isDisjoint(with: second))
  var dark = SampleScenes.orders.scene
  dark.theme = .dark
  #expect(try names(in: renderSVG(dark)).isDisjoint(with: second))
}

private func names(in svg: String) throws -> Set<String> {
  var names: Set<String> = []
  for element in try XMLReader.parse(svg).all {
    if let id = element["id"] { names.insert(id) }
    for name in (element["class"] ?? "").split(separator: " ") { names.insert(String(name)) }
  }
  return names
}

@Test(arguments: SampleScenes.allCases)
func `Every id is unique and every reference leads to one`(sample: SampleScenes) throws {
  let all = try XMLReader.parse(renderSVG(sample.scene)).all
  let ids = all.compactMap { $0["id"] }
  #expect(Set(ids).count == ids.count)
  for element in all where element.name == "use" {
    #expect(ids.contains(String((element["href"] ?? "").dropFirst())))
  }
}

@Test func `Boxes and edges have names for people who cannot see them`() throws {
  let root = try XMLReader.parse(renderSVG(SampleScenes.photoSharing.scene))
  let labels = root.all.compactMap { $0["aria-label"] }
  #expect(labels.contains("Upload, ECS · 512 MiB, 3 of them, in Private subnet"))
  #expect(labels.contains("Reader to Edge: GET /p/42"))
  #expect(labels.contains("Metrics and Albums"))
  #expect(labels.contains("Private subnet, 10.0.1.0/24, in VPC"))
  let text = root.children.first { $0.name == "desc" }?.text
  #expect(text?.hasPrefix("16 elements, 13 connections: Reader to Edge; ") == true)
}

@Test func `A theme decides for the reader only when it is not automatic`() {
  var scene = SampleScenes.orders.scene
  #expect(renderSVG(scene).contains("prefers-color-scheme:dark"))
  for (theme, page) in [(Theme.light, "#fbfcfd"), (.dark, "#0f1720")] {
    scene.theme = theme
    #expect(!renderSVG(scene).contains("prefers-color-scheme"))
    #expect(renderSVG(scene).contains("p{fill:\(page)}"))
  }
}

@Test func `An arrowhead ends two px before the border it points at`() throws {
  let root = try XMLReader.parse(renderSVG(SampleScenes.smallest.scene))
  let head = try #require(
    root.all.last { $0.name == "path" && $0["class"]?.hasSuffix("a") == true })
  let border = 32 + 256.0
  #expect(numbers(in: head["d"] ?? "").first == border - 2)
}

@Test func `The open head of a relation is two strokes and no area`() throws {
  var scene = SampleScenes.smallest.scene
  for index in scene.edges.indices { scene.edges[index].head = .open }
  let root = try XMLReader.parse(renderSVG(scene))
  let paths = root.all.filter { $0.name == "path" }
  #expect(!paths.contains { $0["class"]?.hasSuffix("a") == true })
  let head = try #require(paths.last { $0["class"]?.hasSuffix("e") == true })
  #expect(head["d"]?.hasSuffix("z") == false)
  // Left, tip, right: the tip is the second point.
  #expect(numbers(in: head["d"] ?? "").dropFirst(2).first == 32 + 256.0 - 2)
}

@Test func `A group shows its glyph in its corner, and its title beside it`() throws {
  func titleStart(_ icon: String) throws -> (Double, glyphs: Int) {
    let group = SceneGroup(
      id: "g", label: "Net", style: SceneStyle(icon: icon), look: .vpc,
      frame: Rect(x: 0, y: 0, width: 200, height: 120))
    let root = try XMLReader.parse(
      renderSVG(Scene(size: Size(width: 200, height: 120), groups: [group])))
    let title = try #require(root.all.last { $0.name == "text" })
    return (try #require(Double(title["x"] ?? "")), root.all.count { $0.name == "use" })
  }
  let (plain, none) = try titleStart("group")
  let (moved, one) = try titleStart("cloud")
  #expect(moved == plain + 20)
  #expect(none == 0)
  #expect(one == 1)
}

@Test func `A bend is rounded, and a straight corner is not`() {
  func path(_ points: [Point]) -> String {
    let edge = SceneEdge(
      id: "e", source: .node(0), target: .node(0), hasTargetHead: false, route: .line(points))
    return renderSVG(Scene(size: Size(width: 0, height: 0), edges: [edge]))
  }
  let bent = path([Point(x: 0, y: 0), Point(x: 40, y: 0), Point(x: 40, y: 40)])
  #expect(bent.contains("M32 32L64 32Q72 32 72 40L72 72"))
  let straight = path([Point(x: 0, y: 0), Point(x: 40, y: 0), Point(x: 90, y: 0)])
  #expect(!straight.contains("Q"))
}

@Test(arguments: [Double.nan, .infinity, -.infinity, 1e300, -1e300])
func `A coordinate that is no place gives a picture all the same`(value: Double) throws {
  let frame = Rect(x: value, y: 0, width: value, height: 56)
  let node = SceneNode(id: "a", label: "A", frame: frame)
  let edge = SceneEdge(
    id: "e", source: .node(7), target: .group(9),
    route: .curve([Point(x: 0, y: value), Point(x: 0, y: 0)]))
  let scene = Scene(size: Size(width: 0, height: 0), nodes: [node], edges: [edge])
  _ = try XMLReader.parse(renderSVG(scene))
  #expect(renderJSON(scene).contains("\"nodes\""))
  #expect(!renderDOT(scene).contains("->"))
}

@Test func `A card takes well under 1.5 KB`() {
  var builder = SceneBuilder(title: nil)
  let empty = renderSVG(builder.scene).utf8.count
  for index in 0..<100 {
    builder.node(
      "n\(index)", "Order queue \(index)", "SQS · 6 min", "integration", x: 0, y: Double(index) * 96
    )
  }
  #expect((renderSVG(builder.scene).utf8.count - empty) / 100 < 700)
}
