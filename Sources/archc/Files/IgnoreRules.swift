import ArchSource

/// The patterns of one `.gitignore` file.
///
/// The format is that of gitignore(5).
struct IgnoreRules {
  /// One line that holds a pattern.
  private struct Rule {
    var pattern: PathPattern
    /// A `!` in front: matching paths are not ignored after all.
    var isNegated: Bool
  }

  private let rules: [Rule]

  /// Reads the content of a file.
  init(_ bytes: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
    rules = text.split(separator: UInt8(ascii: "\n")).compactMap(Self.rule)
  }

  /// Whether a path is ignored; nil when no pattern says anything about it. The last pattern that
  /// matches decides.
  ///
  /// - Parameter path: The names from the folder of the `.gitignore` file on.
  func ignores(_ path: [ArraySlice<UInt8>], isFolder: Bool) -> Bool? {
    let rule = rules.last { $0.pattern.matches(path, isFolder: isFolder) }
    return rule.map { !$0.isNegated }
  }

  private static func rule(_ line: ArraySlice<UInt8>) -> Rule? {
    var text = line
    if text.last == UInt8(ascii: "\r") { text = text.dropLast() }
    if text.first == UInt8(ascii: "#") { return nil }
    text = withoutTrailingSpaces(text)
    let isNegated = text.first == UInt8(ascii: "!")
    if isNegated { text = text.dropFirst() }
    guard let pattern = PathPattern(text) else { return nil }
    return Rule(pattern: pattern, isNegated: isNegated)
  }

  /// Spaces at the end do not count unless a backslash stands before them.
  private static func withoutTrailingSpaces(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = text.startIndex
    var isEscaped = false
    for index in text.indices {
      if isEscaped || text[index] != UInt8(ascii: " ") { end = index + 1 }
      isEscaped = !isEscaped && text[index] == UInt8(ascii: "\\")
    }
    return text[..<end]
  }
}
