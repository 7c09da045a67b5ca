/// What string literals stand for.
package enum StringLiteral {
  /// The text of a literal with its quotes: `"a\nb"`, or a block between `"""`.
  ///
  /// A block string loses the line break after its opening quotes, the last line if only the
  /// closing quotes stand there, and from each line the indentation of the closing quotes.
  package static func value(of literal: ArraySlice<UInt8>) -> String {
    let quotes = literal.starts(with: [UInt8](repeating: UInt8(ascii: "\""), count: 3))
    guard quotes, literal.count >= 6 else { return simpleValue(of: literal) }
    return blockValue(of: literal.dropFirst(3).dropLast(3))
  }

  private static func simpleValue(of literal: ArraySlice<UInt8>) -> String {
    guard literal.first == UInt8(ascii: "\"") else {
      // Between quotation marks of another kind, which the lexer has reported.
      let text = String(decoding: literal, as: UTF8.self).unicodeScalars
      return String(String.UnicodeScalarView(text.dropFirst().dropLast()))
    }
    var inside = literal.dropFirst()
    if inside.last == UInt8(ascii: "\"") { inside = inside.dropLast() }
    return StringEscape.unescaped(inside)
  }

  private static func blockValue(of inside: ArraySlice<UInt8>) -> String {
    var lines = inside.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    guard lines.count > 1 else { return StringEscape.unescaped(inside.trimmingSpaces()) }
    if lines.first?.trimmingSpaces().isEmpty == true { lines.removeFirst() }
    var indentation = 0
    if let last = lines.last, last.trimmingSpaces().isEmpty {
      indentation = last.count
      lines.removeLast()
    }
    return lines.map { line in
      let blanks = line.prefix(indentation).prefix { $0 == UInt8(ascii: " ") || $0 == 9 }
      return StringEscape.unescaped(line.dropFirst(blanks.count))
    }.joined(separator: "\n")
  }

  /// A literal that stands for a text.
  package static func literal(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without blanks at either end.
  fileprivate func trimmingSpaces() -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let start = drop(while: isBlank)
    return start.dropLast(start.reversed().prefix(while: isBlank).count)
  }
}
