/// A place in a text as people and editors count: both numbers start at 1.
package struct LineColumn: Sendable, Hashable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Where the lines of a source begin, to turn byte offsets into lines and columns.
///
/// A line ends at LF, CRLF or a lone CR. Building the table reads the text once, so it is made only
/// when something is to be reported.
package struct LineTable: Sendable {
  private let bytes: [UInt8]
  /// The offset of each line's first byte; never empty.
  private let starts: [Int]

  package init(_ source: SourceText) {
    bytes = source.bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(index)
      } else if byte == UInt8(ascii: "\r") {
        if index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
        starts.append(index)
      }
    }
    self.starts = starts
  }

  /// The number of lines; an empty text has one.
  package var count: Int { starts.count }

  /// The line (from 1) that holds a byte offset.
  package func line(at offset: Int) -> Int {
    max(1, starts.partitioningIndex { $0 > offset })
  }

  /// The line and column of a byte offset; the column counts Unicode scalars.
  package func position(at offset: Int) -> LineColumn {
    let line = line(at: offset)
    let scalars = scalarCount(from: starts[line - 1], to: offset)
    return LineColumn(line: line, column: scalars + 1)
  }

  /// The bytes of a line (from 1) without its ending.
  package func content(ofLine line: Int) -> Range<Int> {
    let lower = starts[line - 1]
    var upper = line < starts.count ? starts[line] : bytes.count
    while upper > lower,
      bytes[upper - 1] == UInt8(ascii: "\n") || bytes[upper - 1] == UInt8(ascii: "\r")
    {
      upper -= 1
    }
    return lower..<upper
  }

  /// The number of UTF-16 code units between the start of its line and an offset, from 0: what
  /// SARIF and language clients without UTF-8 support count in.
  package func utf16Column(at offset: Int) -> Int {
    let start = starts[line(at: offset) - 1]
    return String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self).utf16.count
  }

  private func scalarCount(from lower: Int, to upper: Int) -> Int {
    String(decoding: bytes[lower..<min(upper, bytes.count)], as: UTF8.self).unicodeScalars.count
  }
}
