import ArchRender
import Testing

@Test(arguments: SampleScenes.allCases)
func `A scene is drawn as its goldens show`(sample: SampleScenes) throws {
  try expectGolden(renderSVG(sample.scene), sample.rawValue + ".svg")
  try expectGolden(renderJSON(sample.scene), sample.rawValue + ".json")
  try expectGolden(renderDOT(sample.scene), sample.rawValue + ".dot")
  try expectGolden(renderMermaid(sample.scene), sample.rawValue + ".mmd")
  try expectGolden(renderD2(sample.scene), sample.rawValue + ".d2")
}
