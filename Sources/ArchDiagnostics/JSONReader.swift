/// Why a text is no JSON document, and where.
package struct JSONProblem: Error, Equatable {
  /// "a ',' or ']' is missing".
  package var message: String
  /// The byte at which reading ended.
  package var offset: Int
}

/// Reads JSON as RFC 8259 has it, and nothing else: no comments, no commas at the end.
package struct JSONReader {
  private let bytes: [UInt8]
  private var offset = 0

  /// Deeper nesting is refused, as this reader calls itself for each level.
  private static let depthLimit = 128

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of a document.
  package static func value(of bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.readValue(depth: 0)
    reader.skipSpace()
    if reader.byte != nil { throw reader.problem("something follows the end of the document") }
    return value
  }

  private mutating func readValue(depth: Int) throws(JSONProblem) -> JSONValue {
    skipSpace()
    guard depth < Self.depthLimit else { throw problem("values are nested too deep") }
    switch byte ?? 0 {
    case UInt8(ascii: "{"): return try readObject(depth: depth + 1)
    case UInt8(ascii: "["): return try readArray(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try readNumber()
    default: break
    }
    for (word, value) in [("true", JSONValue.bool(true)), ("false", .bool(false)), ("null", .null)]
    where bytes[offset...].starts(with: word.utf8) {
      offset += word.utf8.count
      return value
    }
    throw problem("a value is missing")
  }

  private mutating func readObject(depth: Int) throws(JSONProblem) -> JSONValue {
    offset += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if skip(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw problem("a name is missing") }
      let key = try readString()
      skipSpace()
      guard skip(UInt8(ascii: ":")) else { throw problem("a ':' is missing") }
      members.append(JSONValue.Member(key, try readValue(depth: depth)))
      skipSpace()
      if skip(UInt8(ascii: "}")) { return .object(members) }
      guard skip(UInt8(ascii: ",")) else { throw problem("a ',' or '}' is missing") }
    }
  }

  private mutating func readArray(depth: Int) throws(JSONProblem) -> JSONValue {
    offset += 1
    var elements: [JSONValue] = []
    skipSpace()
    if skip(UInt8(ascii: "]")) { return .array([]) }
    while true {
      elements.append(try readValue(depth: depth))
      skipSpace()
      if skip(UInt8(ascii: "]")) { return .array(elements) }
      guard skip(UInt8(ascii: ",")) else { throw problem("a ',' or ']' is missing") }
    }
  }

  // MARK: Numbers

  private mutating func readNumber() throws(JSONProblem) -> JSONValue {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    if !skip(UInt8(ascii: "0")) { try skipDigits() }
    var isWhole = true
    if skip(UInt8(ascii: ".")) {
      isWhole = false
      try skipDigits()
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isWhole = false
      if !skip(UInt8(ascii: "-")) { _ = skip(UInt8(ascii: "+")) }
      try skipDigits()
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if isWhole, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else { throw problem("a number is too large") }
    return .number(number)
  }

  private mutating func skipDigits() throws(JSONProblem) {
    let start = offset
    while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
    if offset == start { throw problem("a digit is missing") }
  }

  // MARK: Strings

  private mutating func readString() throws(JSONProblem) -> String {
    offset += 1
    var content: [UInt8] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        guard let text = String(validating: content, as: UTF8.self) else {
          throw problem("a string is not UTF-8 text")
        }
        return text
      case UInt8(ascii: "\\"): try readEscape(into: &content)
      case ..<0x20: throw problem("a control character stands in a string")
      default:
        content.append(byte)
        offset += 1
      }
    }
    throw problem("a string has no end")
  }

  private mutating func readEscape(into content: inout [UInt8]) throws(JSONProblem) {
    offset += 1
    let escape = byte
    offset += 1
    switch escape {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(escape ?? 0)
    case UInt8(ascii: "b"): content.append(0x08)
    case UInt8(ascii: "f"): content.append(0x0C)
    case UInt8(ascii: "n"): content.append(0x0A)
    case UInt8(ascii: "r"): content.append(0x0D)
    case UInt8(ascii: "t"): content.append(0x09)
    case UInt8(ascii: "u"): content += Array(String(try readScalar()).utf8)
    default:
      offset -= 1
      throw problem("an escape means nothing")
    }
  }

  /// Reads the digits behind `\u`, and the second half of a pair of surrogates.
  private mutating func readScalar() throws(JSONProblem) -> Character {
    let first = UInt32(try readUnit())
    if let scalar = Unicode.Scalar(first) { return Character(scalar) }
    guard first < 0xDC00, skip(UInt8(ascii: "\\")), skip(UInt8(ascii: "u")) else {
      throw problem("an escape names half a character")
    }
    let second = UInt32(try readUnit())
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem("an escape names half a character") }
    return Character(scalar)
  }

  private mutating func readUnit() throws(JSONProblem) -> UInt16 {
    let digits = String(decoding: bytes[min(offset, bytes.count)...].prefix(4), as: UTF8.self)
    guard digits.utf8.count == 4, !digits.hasPrefix("+"), !digits.hasPrefix("-"),
      let unit = UInt16(digits, radix: 16)
    else { throw problem("an escape names no character") }
    offset += 4
    return unit
  }

  // MARK: Bytes

  private var byte: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skip(_ expected: UInt8) -> Bool {
    guard byte == expected else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { offset += 1 }
  }

  private func problem(_ message: String) -> JSONProblem {
    JSONProblem(message: message, offset: min(offset, bytes.count))
  }
}
