import FoundationEssentials
package import Testing

/// Compares a text with the golden file `Golden/<name>` beside the calling test.
///
/// With `UPDATE_GOLDEN=1` in the environment the file is written, and the test still fails: the
/// next run without it is the proof.
///
/// - Parameter filePath: The calling test; leave it out.
package func expectGolden(
  _ text: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectFile(text, goldenFolder(beside: filePath) + "/" + name, sourceLocation: sourceLocation)
}

/// Compares a text with a file, which `UPDATE_GOLDEN=1` writes.
func expectFile(_ text: String, _ path: String, sourceLocation: SourceLocation) {
  let name = path.split(separator: "/").last.map(String.init) ?? path
  let golden = try? String(contentsOfFile: path, encoding: .utf8)
  if golden == text { return }
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
    let outcome = update(path, text)
    Issue.record("golden file '\(name)' \(outcome)", sourceLocation: sourceLocation)
    return
  }
  let difference = golden.map { lineDifference($0, text) } ?? "there is no such file"
  Issue.record(
    "golden file '\(name)' (UPDATE_GOLDEN=1 writes it):\n\(difference)",
    sourceLocation: sourceLocation)
}

/// The names of the files in the folder `Golden` beside a test that end in a suffix, sorted: one
/// test case each.
package func goldenNames(ending suffix: String, filePath: String = #filePath) -> [String] {
  let folder = goldenFolder(beside: filePath)
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { $0.hasSuffix(suffix) }.sorted()
}

/// The bytes of a file in the folder `Golden` beside a test.
package func goldenBytes(_ name: String, filePath: String = #filePath) throws -> [UInt8] {
  let path = goldenFolder(beside: filePath) + "/" + name
  return [UInt8](try Data(contentsOf: URL(filePath: path)))
}

private func goldenFolder(beside filePath: String) -> String {
  let parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast().joined(separator: "/") + "/Golden"
}

private func update(_ path: String, _ text: String) -> String {
  let folder = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
  do {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
    return "was written: look at it, then run again"
  } catch {
    return "cannot be written: \(error)"
  }
}
