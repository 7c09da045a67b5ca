import ArchSource

extension TOMLReader {
  /// Reads any value.
  ///
  /// - Parameter depth: How many lists and inline tables are open.
  mutating func readValue(depth: Int) throws(TOMLProblem) -> TOMLValue {
    let start = offset
    let kind: TOMLValue.Kind
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): kind = .string(try readString(isKey: false))
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard depth < Self.depthLimit else {
        throw TOMLProblem("values stand at most \(Self.depthLimit) deep in one another", here)
      }
      kind =
        byte == UInt8(ascii: "[")
        ? .array(try readArray(depth: depth + 1)) : .table(try readInlineTable(depth: depth + 1))
    default: kind = try readWord()
    }
    return TOMLValue(kind: kind, range: ByteRange(start, offset))
  }

  private mutating func readArray(depth: Int) throws(TOMLProblem) -> [TOMLValue] {
    let opening = ByteRange(offset, offset + 1)
    offset += 1
    var values: [TOMLValue] = []
    while true {
      try skipBlankLines()
      if byte == UInt8(ascii: "]") { break }
      if byte == nil { throw TOMLProblem("this '[' is never closed", opening) }
      values.append(try readValue(depth: depth))
      try skipBlankLines()
      if byte == UInt8(ascii: "]") { break }
      if byte == nil { throw TOMLProblem("this '[' is never closed", opening) }
      guard byte == UInt8(ascii: ",") else {
        throw TOMLProblem("a ',' is missing between these values", here)
      }
      offset += 1
    }
    offset += 1
    return values
  }

  /// Reads `{ a = 1, b = 2 }` and returns the index of its table.
  private mutating func readInlineTable(depth: Int) throws(TOMLProblem) -> Int {
    let table = document.tables.count
    document.tables.append(TOMLTable(origin: .inline, place: here))
    offset += 1
    skipSpaces()
    if byte == UInt8(ascii: "}") {
      offset += 1
      return table
    }
    while true {
      try readMember(of: table, depth: depth)
      skipSpaces()
      if byte == UInt8(ascii: "}") {
        offset += 1
        return table
      }
      guard byte == UInt8(ascii: ",") else {
        throw TOMLProblem(
          "a '}' is missing here", here, notes: ["a table in braces stands on one line"])
      }
      offset += 1
    }
  }

  /// Reads `true`, `false` or a number.
  private mutating func readWord() throws(TOMLProblem) -> TOMLValue.Kind {
    let start = offset
    while let byte, isWordByte(byte) { offset += 1 }
    let range = ByteRange(start, offset)
    let word = text(range)
    switch word {
    case "": throw TOMLProblem("a value is missing here", here)
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    default: break
    }
    if let number = integer(word) { return .integer(number) }
    let isNumber = word.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    throw isNumber
      ? TOMLProblem("'\(word)' is no whole number", range, notes: [Self.valueForm])
      : TOMLProblem("'\(word)' is no value", range, notes: [Self.valueForm])
  }

  private static let valueForm =
    "values are \"strings\" in quotation marks, true, false, whole numbers and [lists]"

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...:
      true
    default: false
    }
  }

  /// A whole number as TOML writes it: a sign, digits with single `_` between them, no zero in
  /// front, or `0x`, `0o`, `0b` and digits of that base. Nil for others and beyond 64 bits.
  private func integer(_ word: String) -> Int? {
    let bases: [(prefix: String, radix: Int)] = [("0x", 16), ("0o", 8), ("0b", 2)]
    let isSigned = word.hasPrefix("+") || word.hasPrefix("-")
    let unsigned = isSigned ? word.dropFirst() : word[...]
    let base = isSigned ? nil : bases.first { unsigned.hasPrefix($0.prefix) }
    let groups = unsigned.dropFirst(base == nil ? 0 : 2).split(
      separator: "_", omittingEmptySubsequences: false)
    guard groups.allSatisfy({ !$0.isEmpty && !$0.hasPrefix("-") && !$0.hasPrefix("+") }) else {
      return nil
    }
    let digits = groups.joined()
    if base == nil, digits.count > 1, digits.hasPrefix("0") { return nil }
    return Int((word.hasPrefix("-") ? "-" : "") + digits, radix: base?.radix ?? 10)
  }
}
