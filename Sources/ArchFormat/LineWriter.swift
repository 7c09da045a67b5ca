/// The lines of the result, kept apart until the end so that trailing comments can be aligned.
struct LineWriter {
  /// One line; one that holds a block string or text in error covers several.
  private struct Line {
    var indentation: Int
    /// The block or list the line stands in: comments are aligned within one.
    var block: Int
    var hasBlankLineBefore: Bool
    /// Where the text begins in the writer's bytes, where it ends, and where its comment ends.
    var start: Int
    var textEnd: Int
    var end: Int
    /// The width of the (last) line without its comment.
    var column: Int
    var coversSeveral = false

    var hasComment: Bool { end > textEnd }
  }

  private var bytes: [UInt8] = []
  private var lines: [Line] = []
  private var blockCount = 0
  private var block = 0

  init(byteCount: Int) { bytes.reserveCapacity(byteCount + byteCount / 8) }

  // MARK: Writing

  /// Whether any line has been written.
  var isEmpty: Bool { lines.isEmpty }

  /// The width of the current line so far, in characters.
  var column: Int { lines.last?.column ?? 0 }

  /// The indentation of the current line.
  var indentation: Int { lines.last?.indentation ?? 0 }

  mutating func startLine(_ indentation: Int, afterBlank hasBlankLineBefore: Bool = false) {
    lines.append(
      Line(
        indentation: indentation, block: block, hasBlankLineBefore: hasBlankLineBefore,
        start: bytes.count, textEnd: bytes.count, end: bytes.count, column: indentation))
  }

  /// Adds text to the current line.
  mutating func write(_ text: some Collection<UInt8>) {
    bytes += text
    let last = lines.count - 1
    for byte in text {
      if byte == UInt8(ascii: "\n") {
        lines[last].column = 0
        lines[last].coversSeveral = true
      } else if !byte.isContinuation {
        lines[last].column += 1
      }
    }
    lines[last].textEnd = bytes.count
    lines[last].end = bytes.count
  }

  /// Puts a comment behind the current line, which is complete then.
  mutating func writeTrailingComment(_ comment: some Collection<UInt8>) {
    bytes += comment
    lines[lines.count - 1].end = bytes.count
  }

  /// Begins a block or list of its own, to which the lines that follow belong, and returns the
  /// outer one.
  mutating func enterBlock() -> Int {
    blockCount += 1
    defer { block = blockCount }
    return block
  }

  /// Returns to the block that `enterBlock` left.
  mutating func leaveBlock(to outer: Int) { block = outer }

  // MARK: The result

  /// All lines, with LF endings and aligned comments.
  func finished() -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + lines.count * 8)
    var index = 0
    while index < lines.count {
      let end = endOfRun(from: index)
      let column = lines[index..<end].map(\.column).max() ?? 0
      for line in lines[index..<end] { append(line, commentColumn: column + 2, to: &result) }
      index = end
    }
    return result
  }

  /// One past the lines below a line whose comments stand in one column with its own.
  private func endOfRun(from index: Int) -> Int {
    var end = index + 1
    while end < lines.count, lines[end - 1].hasComment, lines[end].hasComment,
      lines[end].block == lines[index].block, !lines[end].hasBlankLineBefore,
      !lines[end].coversSeveral
    {
      end += 1
    }
    return end
  }

  private func append(_ line: Line, commentColumn: Int, to result: inout [UInt8]) {
    if line.hasBlankLineBefore { result.append(UInt8(ascii: "\n")) }
    result += repeatElement(UInt8(ascii: " "), count: line.indentation)
    result += bytes[line.start..<line.textEnd]
    if line.hasComment {
      let gap = commentColumn - line.column
      result += repeatElement(UInt8(ascii: " "), count: gap)
      result += bytes[line.textEnd..<line.end]
    }
    result.append(UInt8(ascii: "\n"))
  }
}

extension UInt8 {
  /// Whether the byte is a later one of a character in UTF-8.
  var isContinuation: Bool { self & 0xC0 == 0x80 }
}
