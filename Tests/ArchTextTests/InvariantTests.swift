import ArchScene
import ArchTestSupport
import Testing

@testable import ArchText

/// What holds for every picture in text.
struct InvariantTests {
  @Test(arguments: 0..<10)
  func `Random graphs are drawn soundly and the same way twice`(part: UInt64) {
    for seed in part * 50..<part * 50 + 50 {
      let scene = Scene.random(seed)
      for problem in problems(scene, width: 120) { Issue.record("graph \(seed): \(problem)") }
      guard seed.isMultiple(of: 10) else { continue }
      let options = TextOptions(width: 80, direction: scene.direction)
      #expect(renderText(scene, options) == renderText(scene, options), "graph \(seed)")
    }
  }

  @Test(arguments: 0..<10)
  func `Graphs of up to 60 boxes are drawn soundly, too`(part: UInt64) {
    for seed in part * 20 + 1000..<part * 20 + 1020 {
      let scene = Scene.random(seed, most: 60)
      let width = [60, 100, 120, 200][Int(seed / 4 % 4)]
      for problem in problems(scene, width: width) { Issue.record("graph \(seed): \(problem)") }
    }
  }

  @Test(arguments: repositorySources().filter { $0.path.hasPrefix("Examples/") })
  func `Every example is drawn soundly`(file: RepositorySource) throws {
    let scene = try #require(exampleScene(file.path))
    #expect(problems(scene, width: 120) == [])
    #expect(problems(scene, width: 60) == [])
  }

  @Test(arguments: repositorySources().filter { $0.path.hasPrefix("Examples/") })
  func `Every example fits, has all its lines, and ends no line in a blank`(
    file: RepositorySource
  ) throws {
    let scene = try #require(exampleScene(file.path))
    for charset in TextOptions.Charset.allCases {
      let picture = renderText(scene, TextOptions(charset: charset, direction: scene.direction))
      let lines = picture.text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { String($0).columns <= 120 && $0.last != " " })
      #expect(!picture.notes.contains { $0.contains("found no way") })
    }
  }

  private func problems(_ scene: Scene, width: Int) -> [String] {
    let options = TextOptions(width: width, direction: scene.direction)
    let (layout, _, _) = bestLayout(scene, Containment(scene), options)
    return ArchTextTests.problems(layout, scene)
  }
}
