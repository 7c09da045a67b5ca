import ArchDiagnostics
import ArchModel

extension RuleReport {
  /// Reports a loop once: at the first of its edges in the text, with the others and the way round
  /// as evidence.
  mutating func report(
    _ message: String, loop: [Architecture.Edge], in architecture: Architecture
  ) {
    let indices = loop.indices
    guard let first = indices.min(by: { loop[$0].connection < loop[$1].connection }) else { return }
    let turned = Array(loop[first...] + loop[..<first])
    report(
      message, at: turned[0],
      secondary: turned.dropFirst().filter { $0.connection != turned[0].connection }.map { edge in
        Label(
          architecture.connection(edge).declaration,
          "from '\(architecture.name(edge.source))' to '\(architecture.name(edge.target))'")
      },
      evidence: [architecture.names(along: turned)])
  }
}
