import ArchScene

extension Direction {
  /// The word for the direction in DOT, which Mermaid has taken over.
  var rankWord: StaticString {
    switch self {
    case .right: "LR"
    case .down: "TB"
    case .left: "RL"
    case .up: "BT"
    }
  }
}
