/// The escapes of string literals.
enum StringEscape {
  /// The character of `\u{…}`, or nil where the digits name none, or one that may stand nowhere.
  static func scalar(hexDigits: some Collection<UInt8>) -> Unicode.Scalar? {
    guard (1...6).contains(hexDigits.count),
      let value = UInt32(String(decoding: hexDigits, as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value), !scalar.isForbidden
    else { return nil }
    return scalar
  }

  /// The text that a literal's inside stands for. Escapes that the lexer reported are kept as
  /// written.
  static func unescaped(_ inside: ArraySlice<UInt8>) -> String {
    guard inside.contains(UInt8(ascii: "\\")) else {
      return String(decoding: inside, as: UTF8.self)
    }
    var result: [UInt8] = []
    var rest = inside
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let next = rest.first else {
        result.append(byte)
        continue
      }
      rest.removeFirst()
      switch next {
      case UInt8(ascii: "n"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "t"): result.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result.append(next)
      case UInt8(ascii: "u"): appendCharacter(&rest, to: &result)
      default: result += [byte, next]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads `{…}` after `\u`.
  private static func appendCharacter(_ rest: inout ArraySlice<UInt8>, to result: inout [UInt8]) {
    let digits = rest.dropFirst().prefix { $0.isHexDigit }
    guard let scalar = scalar(hexDigits: digits) else {
      result += Array("\\u".utf8)
      return
    }
    rest = rest.dropFirst(digits.count + 2)
    result += Array(String(scalar).utf8)
  }
}
