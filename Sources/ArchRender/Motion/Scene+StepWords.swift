import ArchScene

extension Scene {
  /// Returns what a step says without its number: the labels of its moves, or their ends where
  /// there is none, such as `Orders → Worker`. Moves from one place are told together:
  /// `Bus → To pick, To write`.
  func words(of moves: [SceneMove]) -> String {
    var parts: [(from: SceneEdge.End?, target: String, words: String)] = []
    for move in moves {
      if !move.label.isEmpty {
        if parts.last?.words != move.label { parts.append((nil, "", move.label)) }
        continue
      }
      let ends = ends(of: move)
      let target = label(of: ends.to)
      if let last = parts.last, last.from == ends.from {
        // Two boxes of one name are told once.
        if last.target != target { parts[parts.count - 1].words += ", " + target }
        parts[parts.count - 1].target = target
      } else {
        parts.append((ends.from, target, label(of: ends.from) + " → " + target))
      }
    }
    return parts.map(\.words).joined(separator: "; ")
  }

  /// Returns where a move starts and where it arrives; its edge must exist.
  func ends(of move: SceneMove) -> (from: SceneEdge.End, to: SceneEdge.End) {
    let edge = edges[move.edge]
    return move.isReply ? (edge.target, edge.source) : (edge.source, edge.target)
  }
}
