import ArchSource

extension TOMLDocument {
  /// Reads a text, up to its first mistake.
  init(_ source: SourceText) throws(TOMLProblem) {
    var reader = try TOMLReader(source)
    try reader.readDocument()
    self = reader.document
  }
}

/// Reads TOML 1.0 byte by byte. Every method begins at `offset` and leaves it behind what it read.
struct TOMLReader {
  let bytes: [UInt8]
  var offset = 0
  var document = TOMLDocument()
  /// The table that the last header named.
  private var current = 0

  /// How many brackets, or parts of a name, may stand in one another: deeper nesting is no
  /// configuration, and this reader calls itself for each level.
  static let depthLimit = 32

  init(_ source: SourceText) throws(TOMLProblem) {
    bytes = source.bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    if bytes.starts(with: mark) { offset = mark.count }
    if let place = firstInvalidByte(of: bytes) {
      throw TOMLProblem("the file is not UTF-8 text", ByteRange(place, place + 1))
    }
  }

  // MARK: Lines

  mutating func readDocument() throws(TOMLProblem) {
    while true {
      try skipBlankLines()
      guard let byte else { return }
      if byte == UInt8(ascii: "[") {
        try readHeader()
      } else {
        try readMember(of: current, depth: 0)
      }
      try endLine()
    }
  }

  private mutating func readHeader() throws(TOMLProblem) {
    let start = offset
    offset += 1
    let isElement = byte == UInt8(ascii: "[")
    if isElement { offset += 1 }
    let path = try readKey()
    for _ in 0..<(isElement ? 2 : 1) {
      guard byte == UInt8(ascii: "]") else {
        throw TOMLProblem("a ']' is missing here", here, notes: [Self.headerForm])
      }
      offset += 1
    }
    let header = ByteRange(start, offset)
    current =
      isElement ? try addElement(path, header: header) : try defineTable(path, header: header)
  }

  private static let headerForm =
    "a table begins with [name], one of a list of tables with [[name]]"

  /// Reads `key = value` into a table.
  mutating func readMember(of table: Int, depth: Int) throws(TOMLProblem) {
    let path = try readKey()
    guard byte == UInt8(ascii: "=") else {
      let isRule = byte == UInt8(ascii: "/")
      throw TOMLProblem(
        "a '=' is missing after this name", path.range,
        notes: [isRule ? Self.ruleForm : Self.memberForm])
    }
    offset += 1
    skipSpaces()
    let value = try readValue(depth: depth)
    try insert(value, at: path, of: table)
  }

  private static let memberForm = "a line is name = value, a [table] or a # comment"

  private static let ruleForm =
    "a name with a '/' stands in quotation marks: \"sqs/missing-dlq\" = \"off\""

  private mutating func endLine() throws(TOMLProblem) {
    skipSpaces()
    try skipComment()
    if offset == bytes.count || skipNewline() { return }
    throw TOMLProblem("this does not belong to the line", restOfLine)
  }

  // MARK: Keys

  /// Reads a name, dotted or not, and the spaces around its parts.
  private mutating func readKey() throws(TOMLProblem) -> [TOMLKey] {
    var path: [TOMLKey] = []
    while true {
      skipSpaces()
      path.append(try readKeyPart())
      skipSpaces()
      guard byte == UInt8(ascii: ".") else { return path }
      offset += 1
      if path.count == Self.depthLimit {
        throw TOMLProblem("a name has at most \(Self.depthLimit) parts", path.range)
      }
    }
  }

  private mutating func readKeyPart() throws(TOMLProblem) -> TOMLKey {
    let start = offset
    if let byte, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      let name = try readString(isKey: true)
      return TOMLKey(name: name, range: ByteRange(start, offset))
    }
    while let byte, isBareKeyByte(byte) { offset += 1 }
    let range = ByteRange(start, offset)
    guard !range.isEmpty else {
      throw TOMLProblem(
        "a name is missing here", here,
        notes: ["names are letters, digits, '-' and '_', or stand in quotation marks"])
    }
    return TOMLKey(name: text(range), range: range)
  }

  // MARK: Bytes

  /// The byte at the offset; nil at the end.
  var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// The character at the offset; nothing at the end of a line.
  var here: ByteRange {
    guard let byte, byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") else {
      return ByteRange(offset, offset)
    }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return ByteRange(offset, end)
  }

  private var restOfLine: ByteRange {
    let line = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
    let end = line.last == UInt8(ascii: "\r") ? line.endIndex - 1 : line.endIndex
    return ByteRange(offset, max(end, offset))
  }

  func text(_ range: ByteRange) -> String { String(decoding: bytes[range.indices], as: UTF8.self) }

  mutating func skipSpaces() {
    while let byte, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { offset += 1 }
  }

  /// Skips one line end; false where there is none.
  mutating func skipNewline() -> Bool {
    let rest = bytes[offset...]
    if rest.first == UInt8(ascii: "\n") {
      offset += 1
    } else if rest.starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")]) {
      offset += 2
    } else {
      return false
    }
    return true
  }

  /// Skips spaces, comments and line ends.
  mutating func skipBlankLines() throws(TOMLProblem) {
    repeat {
      skipSpaces()
      try skipComment()
    } while skipNewline()
  }

  private mutating func skipComment() throws(TOMLProblem) {
    guard byte == UInt8(ascii: "#") else { return }
    while let byte, byte != UInt8(ascii: "\n"), !isCarriageReturnOfNewline {
      guard byte >= 0x20 && byte != 0x7F || byte == UInt8(ascii: "\t") else {
        throw TOMLProblem("a control character does not belong here", here)
      }
      offset += 1
    }
  }

  var isCarriageReturnOfNewline: Bool {
    bytes[offset...].starts(with: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }
}

extension [TOMLKey] {
  /// From the first part to the last; a key has at least one.
  var range: ByteRange {
    guard let first, let last else { return ByteRange.at(0) }
    return first.range.union(last.range)
  }
}

private func isBareKeyByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
    true
  default: false
  }
}

/// The offset of the first byte that belongs to no character; nil where all is UTF-8.
private func firstInvalidByte(of bytes: [UInt8]) -> Int? {
  var parser = UTF8.ForwardParser()
  var rest = bytes.makeIterator()
  var offset = 0
  while true {
    switch parser.parseScalar(from: &rest) {
    case .valid(let scalar): offset += scalar.count
    case .error: return offset
    case .emptyInput: return nil
    }
  }
}
