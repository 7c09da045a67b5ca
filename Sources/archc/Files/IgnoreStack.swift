/// The `.gitignore` files that apply in one folder: its own and those of the folders above it.
struct IgnoreStack {
  /// From the outermost folder inward: the rules and the number of names from `/` to their folder.
  private var levels: [(rules: IgnoreRules, depth: Int)] = []

  /// More than anybody writes by hand; what is longer is not read.
  private static let sizeLimit = 1 << 20

  /// Collects the files from the root of the repository down to a folder, or only the folder's own
  /// where it is in no repository.
  ///
  /// - Parameter folder: A canonical path.
  init(for folder: String) {
    let folders = foldersUpward(from: folder)
    let root = folders.firstIndex { (try? status(of: joinPath($0, ".git"))) != nil }
    for folder in folders[...(root ?? 0)].reversed() { descend(into: folder) }
  }

  /// Adds the rules of one more folder; a file that cannot be read has none, as in Git.
  mutating func descend(into folder: String) {
    let path = joinPath(folder, ".gitignore")
    guard let bytes = try? readFile(path, limit: Self.sizeLimit) else { return }
    levels.append((IgnoreRules(bytes), names(of: folder).count))
  }

  /// Whether a canonical path is ignored: the innermost file that has something to say decides.
  func ignores(_ path: String, isFolder: Bool) -> Bool {
    let names = names(of: path)
    for level in levels.reversed() {
      if let answer = level.rules.ignores(Array(names.dropFirst(level.depth)), isFolder: isFolder) {
        return answer
      }
    }
    return false
  }

  private func names(of path: String) -> [ArraySlice<UInt8>] {
    Array(path.utf8).split(separator: UInt8(ascii: "/"))
  }
}
