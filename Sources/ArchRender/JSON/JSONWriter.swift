/// Writes JSON as it goes: commas and line breaks fall into place by themselves.
struct JSONWriter: ~Copyable {
  private(set) var out: ByteWriter
  private var needsComma = false
  private var pendingBreak: Int?

  /// Creates an empty writer with room for a number of bytes.
  init(capacity: Int) { out = ByteWriter(capacity: capacity) }

  /// What was written, as text.
  var text: String { out.text }

  /// Begins `{`.
  mutating func beginObject() { open("{") }
  /// Ends with `}`.
  mutating func endObject() { close("}") }
  /// Begins `[`.
  mutating func beginArray() { open("[") }
  /// Ends with `]`.
  mutating func endArray() { close("]") }

  /// Puts what comes next on a line of its own, indented by a number of blanks.
  mutating func lineBreak(_ indentation: Int) { pendingBreak = indentation }

  /// Writes the name of a member; its value must follow.
  mutating func key(_ name: StaticString) {
    separate()
    out.raw("\"")
    out.raw(name)
    out.raw("\": ")
    needsComma = false
  }

  /// Writes a string.
  mutating func string(_ value: String) {
    separate()
    out.jsonString(value)
    needsComma = true
  }

  /// Writes a number rounded to one decimal.
  mutating func number(_ value: Double) {
    separate()
    out.number(value)
    needsComma = true
  }

  /// Writes `true`, `false` or `null`.
  mutating func literal(_ value: Bool?) {
    separate()
    out.raw(value == nil ? "null" : value == true ? "true" : "false")
    needsComma = true
  }

  /// Writes a string, or `null` when there is none.
  mutating func optional(_ value: String?) {
    if let value { string(value) } else { literal(nil) }
  }

  private mutating func open(_ bracket: StaticString) {
    separate()
    out.raw(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: StaticString) {
    needsComma = false
    separate()
    out.raw(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { out.raw(pendingBreak == nil ? ", " : ",") }
    guard let indentation = pendingBreak else { return }
    out.raw("\n")
    for _ in 0..<indentation { out.raw(" ") }
    pendingBreak = nil
  }
}

extension ByteWriter {
  /// Appends a JSON string with its quotes (RFC 8259, 7).
  ///
  /// Nothing is lost. Besides what JSON demands, everything that could harm a terminal or a
  /// script it is pasted into is escaped: all control and format characters, U+2028 and U+2029.
  mutating func jsonString(_ string: String) {
    raw("\"")
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) {
      trusted(string)
      return raw("\"")
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "\r": raw("\\r")
      case "\t": raw("\\t")
      default: jsonScalar(scalar)
      }
    }
    raw("\"")
  }

  private mutating func jsonScalar(_ scalar: Unicode.Scalar) {
    if scalar.value >= 0x20, scalar.value < 0x7F { return byte(UInt8(scalar.value)) }
    guard scalar.isInvisible else {
      for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
      return
    }
    for unit in String(scalar).utf16 {
      raw("\\u")
      for shift in [12, 8, 4, 0] {
        let digit = UInt8(unit >> shift & 0xF)
        byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether the code point steers text instead of showing in it.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x2069, 0xFEFF, 0xFFF0...0xFFFB, 0xFFFE, 0xFFFF:
      true
    default: false
    }
  }
}
