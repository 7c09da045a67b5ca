import FoundationEssentials

/// The files of the repository that these tests were built from.
enum Checkout {
  /// The path of the top folder.
  static let root: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/")
  }()

  /// A file below `Sources` or `Tests`.
  struct File: Sendable {
    /// The path from the top folder on.
    var path: String
    var text: String
    /// The text of a Swift file with comments and literals blanked out; empty for other files.
    var code: String

    init(path: String, text: String) {
      self.path = path
      self.text = text
      code = path.hasSuffix(".swift") ? SwiftCode.masked(text) : ""
    }

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

    /// The file name without its last extension.
    var baseName: String {
      let name = path.split(separator: "/").last ?? ""
      return String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex))
    }

    /// The folder below `Sources` or `Tests`.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  }

  /// Every Swift file below `Sources` and `Tests`.
  static let swiftFiles: [File] = files(under: ["Sources", "Tests"], endings: [".swift"])

  /// Every Swift file below `Sources`.
  static var sources: [File] { swiftFiles.filter { $0.path.hasPrefix("Sources/") } }

  /// The files below some folders whose names end in one of some ways, sorted.
  static func files(under folders: [String], endings: [String]) -> [File] {
    let paths = folders.flatMap { folder in
      let below = (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
      return below.map { "\(folder)/\($0)" }
    }
    let wanted = paths.filter { path in endings.contains { path.hasSuffix($0) } }
    return wanted.sorted().compactMap { path in text(path).map { File(path: path, text: $0) } }
  }

  /// The text of one file, nil when there is none.
  static func text(_ path: String) -> String? {
    guard let data = try? Data(contentsOf: URL(filePath: "\(root)/\(path)")) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// The names in a folder, sorted, without those that `.gitignore` excludes.
  static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(folder)")) ?? []
    let patterns = (text(".gitignore") ?? "").split(separator: "\n").map { line in
      line.hasSuffix("/") ? line.dropLast() : line
    }
    return names.sorted().filter { name in !patterns.contains { matches(name, $0) } }
  }

  /// Whether a name fits a pattern with at most one `*`, which is all our `.gitignore` needs.
  private static func matches(_ name: String, _ pattern: Substring) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return name == pattern }
    return name.hasPrefix(parts[0]) && name.hasSuffix(parts[1])
  }
}
