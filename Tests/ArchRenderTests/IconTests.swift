import ArchCatalog
import ArchRender
import ArchScene
import Testing

private let names = Icon.all.map { "\($0.name)" }

@Test func `Every icon is path data that stays inside the grid`() throws {
  for icon in Icon.all {
    let data = try #require(PathData("\(icon.path)"), "\(icon.name)")
    #expect(data.points.count > 1)
    for point in data.points {
      #expect((2...22).contains(point.x) && (2...22).contains(point.y), "\(icon.name) at \(point)")
    }
  }
}

@Test func `The drawn icons are those that services can name`() {
  #expect(names.sorted() == IconNames.all.map(\.name))
  #expect(Set(names).count == names.count)
  for name in names { #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name)") }
}

@Test func `No two icons look the same`() {
  #expect(Set(Icon.all.map { "\($0.path)" }).count == Icon.all.count)
}

@Test func `Every icon is that of a service or of a category`() {
  let usual = Vocabulary.categories.map { category in
    var service = Catalog.component
    service.category = category
    return service.iconName
  }
  let used = Set(usual + Catalog().services.map(\.iconName))
  #expect(Set(names).subtracting(used).sorted() == [])
  #expect(used.subtracting(names).sorted() == [])
}

@Test func `An icon is defined once, however many cards have it`() throws {
  var builder = SceneBuilder(title: nil)
  for index in 0..<4 {
    builder.node("n\(index)", "Queue", "", "integration", x: 0, y: Double(index) * 96)
  }
  builder.node("db", "Orders", "", "database", x: 200, y: 0)
  builder.node("odd", "Odd", "", "generic", x: 200, y: 96) { $0.icon = "no such thing" }
  let all = try XMLReader.parse(renderSVG(builder.scene)).all
  let drawn = all.first { $0.name == "defs" }?.children.compactMap { $0["d"] }
  let wanted = ["queue", "database", "component"].map { name in
    Icon.all.first { "\($0.name)" == name }.map { "\($0.path)" }
  }
  #expect(drawn == wanted)
  #expect(all.count { $0.name == "use" } == 6)
}

@Test func `Two pictures that differ only in an icon share no id`() {
  var scene = SampleScenes.smallest.scene
  let before = renderSVG(scene)
  scene.nodes[0].style.icon = "browser"
  let prefix = before.firstMatch(of: /id="([a-z0-9]+)-title"/)?.output.1 ?? "?"
  #expect(!renderSVG(scene).contains(prefix))
}
