/// A pattern for paths below a folder, with the meaning of a line of gitignore(5): a `/` in front
/// or in the middle ties it to the folder, without one it is held against single names at any
/// depth; a `/` at the end makes it speak of folders only.
package struct PathPattern: Sendable, Hashable {
  private let pattern: WildcardPattern
  private let isForFolders: Bool
  private let isAnchored: Bool

  /// Reads a pattern; nil where it can match nothing, as with an unclosed bracket.
  package init?(_ text: some Sequence<UInt8>) {
    var text = Array(text)[...]
    isForFolders = text.last == slash
    if isForFolders { text = text.dropLast() }
    isAnchored = text.contains(slash)
    if text.first == slash { text = text.dropFirst() }
    guard !text.isEmpty, let pattern = WildcardPattern(text) else { return nil }
    self.pattern = pattern
  }

  /// Whether the pattern matches a path.
  ///
  /// - Parameter names: The names from the folder of the pattern on.
  package func matches(_ names: [ArraySlice<UInt8>], isFolder: Bool) -> Bool {
    if isForFolders, !isFolder { return false }
    return pattern.matches(isAnchored ? names : Array(names.suffix(1)))
  }

  /// Whether the pattern matches a file or a folder that holds it, at any depth.
  ///
  /// - Parameter path: The path of the file from the folder of the pattern on.
  package func covers(_ path: String) -> Bool {
    let names = Array(path.utf8).split(separator: slash)
    return names.indices.contains { index in
      matches(Array(names[...index]), isFolder: index < names.count - 1)
    }
  }
}

private let slash = UInt8(ascii: "/")
