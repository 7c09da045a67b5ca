/// The words on a line: nothing, one row or two.
struct EdgeWords: Equatable {
  /// Without an empty one.
  private(set) var rows: [String]
  /// How many columns the longest row takes.
  private(set) var columns: Int

  /// Sets a text in one row, or in two where one is too long; nil where two are, too.
  init?(_ text: String, to most: Int) {
    let columns = text.columns
    guard columns > most else {
      (rows, self.columns) = (text.isEmpty ? [] : [text], columns)
      return
    }
    guard let halves = EdgeWords(halvesOf: text), halves.columns <= most else { return nil }
    self = halves
  }

  /// Sets a text in two rows, as even as its blanks allow; nil where it has none.
  init?(halvesOf text: String) {
    let lines = wrapped(text, to: text.columns - 1)
    guard lines.count == 2, lines.joined(separator: " ") == text else { return nil }
    (rows, columns) = (lines, lines.map(\.columns).max() ?? 0)
  }

  /// Stands for words on a list.
  init(number: Int) {
    rows = ["(\(number))"]
    columns = rows[0].utf8.count
  }

  var isEmpty: Bool { rows.isEmpty }
}
