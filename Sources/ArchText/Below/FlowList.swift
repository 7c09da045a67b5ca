import ArchScene

/// The flows of a picture as numbered lists.
struct FlowList {
  private let scene: Scene
  private let names: BoxNames
  private let charset: TextOptions.Charset
  private let width: Int

  init(_ scene: Scene, _ names: BoxNames, _ charset: TextOptions.Charset, width: Int) {
    (self.scene, self.names, self.charset, self.width) = (scene, names, charset, width)
  }

  /// The lines of all flows, an empty one before each.
  var lines: [String] {
    scene.flows.flatMap { flow in
      let name = cleaned(flow.name, charset)
      return [""] + (name.isEmpty ? [] : [name + ":"]) + lines(of: flow)
    }
  }

  /// What happens `together` shares a number and has a letter of its own: 3a, 3b.
  private func lines(of flow: SceneFlow) -> [String] {
    let digits = "\(flow.steps.count)".count
    let isLettered = flow.steps.contains { $0.moves.count > 1 }
    let indent = digits + (isLettered ? 1 : 0) + 2
    var lines: [String] = []
    for (index, step) in flow.steps.enumerated() {
      for (place, move) in step.moves.enumerated() {
        guard let words = words(of: move) else { continue }
        let number = "\(index + 1)" + (step.moves.count > 1 ? letter(place) : "") + "."
        let start = String(repeating: " ", count: digits - "\(index + 1)".count) + number
        lines += hanging(start.padded(to: indent), words, width)
      }
    }
    return lines
  }

  private func words(of move: SceneMove) -> String? {
    guard scene.edges.indices.contains(move.edge) else { return nil }
    let edge = scene.edges[move.edge]
    let arrow = move.isReply ? "<-" : "->"
    let label = cleaned(move.label.isEmpty ? edge.label : move.label, charset)
    let ends = "\(names[edge.source]) \(arrow) \(names[edge.target])"
    return label.isEmpty || move.isReply && move.label.isEmpty ? ends : "\(ends): \(label)"
  }

  /// `a` to `z`, then `aa` and so on.
  private func letter(_ place: Int) -> String {
    let last = String(UnicodeScalar(UInt8(97 + place % 26)))
    return place < 26 ? last : letter(place / 26 - 1) + last
  }
}

/// A list's entry in lines of at most so many columns, those after the first indented by the start.
func hanging(_ start: String, _ words: String, _ width: Int) -> [String] {
  let indent = start.columns
  let lines = filled(words, max(width - indent, 16))
  return lines.enumerated().map { index, line in
    (index == 0 ? start : String(repeating: " ", count: indent)) + line
  }
}

extension String {
  /// The text with blanks behind it, so that it takes so many columns.
  fileprivate func padded(to columns: Int) -> String {
    self + String(repeating: " ", count: max(0, columns - self.columns))
  }
}
