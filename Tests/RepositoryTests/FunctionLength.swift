/// One function of a source and the number of lines from its first to its last.
struct FunctionLength: Equatable {
  var line: Int
  var count: Int

  /// Finds the functions, initializers and subscripts that have a body.
  ///
  /// - Parameter code: Source with comments and literals blanked out.
  static func all(in code: String) -> [FunctionLength] {
    let bytes = Array(code.utf8)
    var functions: [FunctionLength] = []
    var line = 1
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      guard startsFunction(bytes, index), let end = endOfBody(bytes, from: index) else { continue }
      let count = bytes[index..<end].count { $0 == UInt8(ascii: "\n") } + 1
      functions.append(FunctionLength(line: line, count: count))
    }
    return functions
  }

  private static func startsFunction(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard [UInt8(ascii: "f"), UInt8(ascii: "i"), UInt8(ascii: "s")].contains(bytes[index]) else {
      return false
    }
    if index > 0, isPartOfName(bytes[index - 1]) || bytes[index - 1] == UInt8(ascii: ".") {
      return false
    }
    let rest = bytes[index...].prefix(12)
    return ["func ", "init(", "init?(", "init<", "subscript(", "subscript<"].contains {
      rest.starts(with: $0.utf8)
    }
  }

  /// The index after the brace that closes the body; nil for a requirement of a protocol.
  private static func endOfBody(_ bytes: [UInt8], from start: Int) -> Int? {
    var parentheses = 0
    var braces = 0
    var lineStart = false
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("): parentheses += 1
      case UInt8(ascii: ")"): parentheses -= 1
      case UInt8(ascii: "{"): braces += 1
      case UInt8(ascii: "}"):
        braces -= 1
        if braces == 0 { return index + 1 }
        if braces < 0 { return nil }
      case UInt8(ascii: "\n"): lineStart = true
      case UInt8(ascii: " "): break
      default:
        if lineStart, parentheses == 0, braces == 0, startsMember(bytes[index...]) { return nil }
        lineStart = false
      }
    }
    return nil
  }

  private static func startsMember(_ rest: ArraySlice<UInt8>) -> Bool {
    ["func ", "var ", "let ", "init(", "static ", "case ", "package ", "private ", "mutating "]
      .contains { rest.starts(with: $0.utf8) }
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80 || Character(Unicode.Scalar(byte)).isLetter
      || Character(Unicode.Scalar(byte)).isNumber
  }
}
