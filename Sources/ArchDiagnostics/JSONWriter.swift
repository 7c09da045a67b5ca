/// Writes JSON values as text: the same value gives the same bytes everywhere.
///
/// Strings hold no control or format character literally, so the text is also safe to print.
package struct JSONWriter {
  /// How much space the text has for people to read it.
  package enum Layout: Sendable {
    /// Everything on one line, without spaces.
    case compact
    /// One member or element a line, indented by two spaces.
    case pretty
  }

  private let layout: Layout
  private var output = ""

  private init(_ layout: Layout) { self.layout = layout }

  /// The text of a value, without a newline at the end.
  package static func text(_ value: JSONValue, _ layout: Layout = .compact) -> String {
    var writer = JSONWriter(layout)
    writer.write(value, depth: 0)
    return writer.output
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: output += "null"
    case .bool(let bool): output += bool ? "true" : "false"
    case .integer(let integer): output += String(integer)
    case .number(let number): write(number)
    case .string(let string): write(string)
    case .array(let elements):
      writeList(elements, "[", "]", depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      writeList(members, "{", "}", depth) { writer, member in
        writer.write(member.key)
        writer.output += writer.layout == .pretty ? ": " : ":"
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ depth: Int,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    output += open
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      breakLine(depth + 1)
      writeElement(&self, element)
    }
    if !elements.isEmpty { breakLine(depth) }
    output += close
  }

  private mutating func breakLine(_ depth: Int) {
    guard layout == .pretty else { return }
    output += "\n" + String(repeating: "  ", count: depth)
  }

  /// The shortest digits that read back as the same number; whole numbers without a fraction.
  private mutating func write(_ number: Double) {
    precondition(number.isFinite, "JSON has no infinity and no NaN")
    let digits = number.description
    output += digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }

  private mutating func write(_ string: String) {
    output += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.isUnsafeToShow:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
