import ArchScene
import ArchTestSupport

extension Scene {
  /// A scene with nodes, nested groups and edges of every kind.
  ///
  /// - Parameter most: how many nodes there are at most; a third as many groups, and four edges
  ///   for three nodes.
  static func random(_ seed: UInt64, most: Int = 18) -> Scene {
    var random = SplitMix64(seed: seed)
    var scene = Scene(
      direction: Direction.allCases[Int(seed % 4)], size: Size(width: 0, height: 0))
    let nowhere = Rect(x: 0, y: 0, width: 0, height: 0)
    for index in 0..<Int.random(in: 0...most / 3, using: &random) {
      let parent = Int.random(in: -1...max(index - 1, -1), using: &random)
      scene.groups.append(
        SceneGroup(
          id: "g\(index)", label: word(&random), parent: parent < 0 ? nil : parent, frame: nowhere))
    }
    for index in 0..<Int.random(in: 1...most, using: &random) {
      let parent = Int.random(in: -1..<scene.groups.count, using: &random)
      scene.nodes.append(
        SceneNode(
          id: "n\(index)", label: word(&random), caption: index % 3 == 0 ? "" : word(&random),
          parent: parent < 0 ? nil : parent, frame: nowhere,
          count: Int.random(in: 1...2, using: &random)))
    }
    for index in 0..<Int.random(in: 0...most * 4 / 3, using: &random) {
      scene.edges.append(
        SceneEdge(
          id: "e\(index)", source: end(scene, &random), target: end(scene, &random),
          stroke: Stroke.allCases[index % 3],
          hasSourceHead: Int.random(in: 0..<8, using: &random) == 0,
          hasTargetHead: index % 3 != 2,
          label: Int.random(in: 0..<3, using: &random) == 0 ? word(&random) : "", route: .line([])))
    }
    return scene
  }

  private static func end(_ scene: Scene, _ random: inout SplitMix64) -> SceneEdge.End {
    let isGroup = !scene.groups.isEmpty && Int.random(in: 0..<8, using: &random) == 0
    return isGroup
      ? .group(.random(in: scene.groups.indices, using: &random))
      : .node(.random(in: scene.nodes.indices, using: &random))
  }

  private static func word(_ random: inout SplitMix64) -> String {
    let words = [
      "Orders", "注文", "👩‍💻 Ada", "A rather long name of a box", "x", "e\u{301}tat", "S3 · 3 GB",
      "ｆｕｌｌ", "한국어", "what it hands over every morning at seven", "api", "Warteschlange",
      "tab\tand\nline", "¿?",
    ]
    return words[Int.random(in: words.indices, using: &random)]
  }
}
