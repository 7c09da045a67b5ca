import FoundationEssentials
import Testing

/// A file of the language in this repository.
package struct RepositorySource: Sendable, CustomTestStringConvertible {
  /// The path from the root of the repository.
  package var path: String
  package var bytes: [UInt8]

  package var testDescription: String { path }
}

/// Every `.arch` file below `Examples`, `Sources` and `Tests`, sorted by path.
package func repositorySources() -> [RepositorySource] {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")
  return ["Examples", "Sources", "Tests"].flatMap { sources(in: $0, root: root) }
}

private func sources(in folder: String, root: String) -> [RepositorySource] {
  let path = "\(root)/\(folder)"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  return names.sorted().flatMap { name in
    if name.hasSuffix(".arch"), let data = FileManager.default.contents(atPath: "\(path)/\(name)") {
      return [RepositorySource(path: "\(folder)/\(name)", bytes: [UInt8](data))]
    }
    return name.contains(".") ? [] : sources(in: "\(folder)/\(name)", root: root)
  }
}
