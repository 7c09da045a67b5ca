import ArchSource

extension TOMLReader {
  /// Reads a string in one or three quotation marks of either kind; a key takes only one line.
  mutating func readString(isKey: Bool) throws(TOMLProblem) -> String {
    let quote = bytes[offset]
    let isBlock = bytes[offset...].starts(with: [quote, quote, quote])
    let opening = ByteRange(offset, offset + (isBlock ? 3 : 1))
    if isBlock, isKey { throw TOMLProblem("a name stands on one line", opening) }
    offset = Int(opening.upper)
    if isBlock { _ = skipNewline() }
    var content: [UInt8] = []
    while let byte {
      if byte == quote, let rest = closing(quote, isBlock: isBlock) {
        offset += rest.skipped
        content += [UInt8](repeating: quote, count: rest.kept)
        return String(decoding: content, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        try readEscape(into: &content, isBlock: isBlock)
        continue
      }
      let start = offset
      if byte == UInt8(ascii: "\n") || isCarriageReturnOfNewline {
        guard isBlock, skipNewline() else { break }
      } else {
        guard byte >= 0x20 && byte != 0x7F || byte == UInt8(ascii: "\t") else {
          throw TOMLProblem("a control character does not belong here", here)
        }
        offset += 1
      }
      content += bytes[start..<offset]
    }
    throw TOMLProblem("this string has no closing quotation mark", opening)
  }

  /// How many quotation marks to pass at the end of a string, and how many of them belong to it: a
  /// block may end in up to two of its own. Nil where the mark is content.
  private func closing(_ quote: UInt8, isBlock: Bool) -> (skipped: Int, kept: Int)? {
    guard isBlock else { return (1, 0) }
    let count = bytes[offset...].prefix(5).prefix { $0 == quote }.count
    return count >= 3 ? (count, count - 3) : nil
  }

  private mutating func readEscape(
    into content: inout [UInt8], isBlock: Bool
  ) throws(TOMLProblem) {
    let start = offset
    offset += 1
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "b"): 0x08, UInt8(ascii: "t"): 0x09, UInt8(ascii: "n"): 0x0A,
      UInt8(ascii: "f"): 0x0C, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "\""): UInt8(ascii: "\""),
      UInt8(ascii: "\\"): UInt8(ascii: "\\"),
    ]
    if let byte, let meant = simple[byte] {
      offset += 1
      content.append(meant)
    } else if byte == UInt8(ascii: "u") || byte == UInt8(ascii: "U") {
      content += try readScalar(start: start)
    } else if !isBlock || !skipLineEnding() {
      offset = start + 1
      throw TOMLProblem(
        "this escape means nothing", ByteRange(start, Int(here.upper)),
        notes: [#"write '\\' for a backslash, or 'text' between single quotation marks"#])
    }
  }

  /// Skips what a backslash at the end of a line takes away: all space up to the next character.
  private mutating func skipLineEnding() -> Bool {
    skipSpaces()
    guard skipNewline() else { return false }
    repeat { skipSpaces() } while skipNewline()
    return true
  }

  /// Reads the digits behind `\u` or `\U`.
  private mutating func readScalar(start: Int) throws(TOMLProblem) -> [UInt8] {
    let count = byte == UInt8(ascii: "u") ? 4 : 8
    offset += 1
    let digits = bytes[offset...].prefix(count).prefix(while: isHexadecimal)
    let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    offset += digits.count
    guard digits.count == count, let value, let scalar = Unicode.Scalar(value) else {
      throw TOMLProblem("this escape names no character", ByteRange(start, offset))
    }
    return Array(String(Character(scalar)).utf8)
  }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
    UInt8(ascii: "A")...UInt8(ascii: "F"):
    true
  default: false
  }
}
