import FoundationEssentials
import Testing

/// Compares text with a file of `Golden`, or rewrites the file when `UPDATE_GOLDEN=1` is set.
///
/// A rewritten file fails too, so that nobody records what nobody has looked at.
func expectGolden(
  _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  let url = folder.appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    try Data(actual.utf8).write(to: url)
    Issue.record(
      "\(name) was written; run again without UPDATE_GOLDEN", sourceLocation: sourceLocation)
    return
  }
  let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
  guard actual != expected else { return }
  let pair = zip(
    actual.split(separator: "\n", omittingEmptySubsequences: false),
    expected.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = pair.enumerated().first { $1.0 != $1.1 }
  Issue.record(
    """
    \(name) differs from line \((difference?.offset ?? -1) + 1) on:
    - \(difference?.element.1 ?? "(end)")
    + \(difference?.element.0 ?? "(end)")
    """, sourceLocation: sourceLocation)
}
