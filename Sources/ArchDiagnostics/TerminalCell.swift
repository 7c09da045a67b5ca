/// The smallest part of a line that a terminal shows as one: a character, a tab, an escape.
struct TerminalCell {
  /// What is printed.
  var text: String
  /// The number of columns it takes.
  var width: Int
  /// The bytes of the source it stands for.
  var bytes: Range<Int>
}

/// The distance between tab stops, in columns.
private let tabWidth = 4

/// Splits a line into cells; what is not UTF-8 becomes U+FFFD, as in `LineTable`.
///
/// - Parameter line: Bytes of a source; indices stay those of the whole source.
func terminalCells(_ line: ArraySlice<UInt8>) -> [TerminalCell] {
  var cells: [TerminalCell] = []
  var column = 0
  var valid = line.startIndex
  var next = line.startIndex
  func append(_ text: String, _ width: Int, _ bytes: Range<Int>) {
    cells.append(TerminalCell(text: text, width: width, bytes: bytes))
    column += width
  }
  func flush() {
    var offset = valid
    for character in String(decoding: line[valid..<next], as: UTF8.self) {
      let end = offset + character.utf8.count
      let (text, width) = shown(character, atColumn: column)
      append(text, width, offset..<end)
      offset = end
    }
  }
  var parser = UTF8.ForwardParser()
  var bytes = line.makeIterator()
  while true {
    switch parser.parseScalar(from: &bytes) {
    case .valid(let scalar):
      next += scalar.count
    case .error(let length):
      flush()
      append("\u{FFFD}", 1, next..<next + length)
      next += length
      valid = next
    case .emptyInput:
      flush()
      return cells
    }
  }
}

private func shown(_ character: Character, atColumn column: Int) -> (String, Int) {
  if character == "\t" {
    let width = tabWidth - column % tabWidth
    return (String(repeating: " ", count: width), width)
  }
  let text = visibleText(String(character))
  let isEscaped = text.unicodeScalars.count != character.unicodeScalars.count
  return (text, isEscaped ? text.unicodeScalars.count : cellWidth(character))
}
