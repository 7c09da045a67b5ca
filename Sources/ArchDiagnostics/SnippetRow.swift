/// One row of an excerpt from a source, below the `-->` line of a problem.
enum SnippetRow {
  /// A line of the source, from 1.
  case line(number: Int, text: String)
  /// A line that a fix takes away or puts in.
  case change(number: Int, sign: Character, text: String)
  /// Marks below the row before.
  case underline(before: Int, count: Int, mark: Character, text: String)
  /// Lines that are left out.
  case gap

  /// The line number the row shows, to make room for it.
  var number: Int? {
    switch self {
    case .line(let number, _), .change(let number, _, _): number
    case .underline, .gap: nil
    }
  }
}
