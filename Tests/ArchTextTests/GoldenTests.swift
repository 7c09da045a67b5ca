import ArchScene
import ArchTestSupport
import ArchText
import Testing

@Test(arguments: [
  "photo-sharing", "three-tier-web", "event-driven-orders", "concepts/vpc", "concepts/sqs",
])
func `Examples are written as their goldens show`(name: String) throws {
  let scene = try #require(exampleScene("Examples/\(name).arch"))
  let file = name.split(separator: "/").last.map(String.init) ?? name
  for (charset, ending) in [(TextOptions.Charset.unicode, "unicode"), (.ascii, "ascii")] {
    let picture = renderText(scene, TextOptions(charset: charset, direction: scene.direction))
    let notes = picture.notes.map { "note: \($0)\n" }.joined()
    expectGolden(notes + picture.text, "\(file).\(ending).txt")
  }
}
