/// An element of a parsed picture, its words decoded.
struct XMLElement {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [XMLElement] = []
  /// The text directly inside, in one piece.
  var text = ""

  /// The element and everything inside, in document order.
  var all: [XMLElement] { [self] + children.flatMap(\.all) }

  subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  func number(_ name: String) -> Double { self[name].flatMap(Double.init) ?? 0 }
}

/// Where a text stops being well-formed, in UTF-8 bytes.
struct XMLFault: Error {
  var offset: Int
  var reason: String
}

/// A strict reader of the part of XML 1.0 that a picture may use: elements, attributes, text and
/// references. Comments, CDATA sections, instructions and declarations are faults.
struct XMLReader {
  private let bytes: [UInt8]
  private var index = 0

  /// Parses a document of exactly one element.
  static func parse(_ text: String) throws -> XMLElement {
    var reader = XMLReader(bytes: Array(text.utf8))
    let root = try reader.element()
    reader.skipBlanks()
    guard reader.index == reader.bytes.count else { throw reader.fault("text after the root") }
    return root
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func element() throws -> XMLElement {
    try expect("<")
    var element = XMLElement(name: try name())
    while true {
      let hadBlank = skipBlanks()
      if accept("/>") { return element }
      if accept(">") { break }
      guard hadBlank else { throw fault("no blank before an attribute") }
      let attribute = try attribute()
      guard element[attribute.name] == nil else { throw fault("\(attribute.name) twice") }
      element.attributes.append(attribute)
    }
    try content(&element)
    return element
  }

  private mutating func content(_ element: inout XMLElement) throws {
    while true {
      element.text += try words(until: "<")
      if accept("</") {
        guard try name() == element.name else { throw fault("\(element.name) is not closed") }
        skipBlanks()
        return try expect(">")
      }
      element.children.append(try self.element())
    }
  }

  private mutating func attribute() throws -> (name: String, value: String) {
    let name = try name()
    try expect("=\"")
    let value = try words(until: "\"")
    try expect("\"")
    return (name, value)
  }

  /// Reads decoded text up to a delimiter, which stays.
  private mutating func words(until end: Character) throws -> String {
    var result: [UInt8] = []
    while let byte = peek, byte != end.asciiValue {
      switch byte {
      case UInt8(ascii: "<"): throw fault("< in a value")
      case UInt8(ascii: "&"): result += try reference()
      case 0x09, 0x0A, 0x0D, 0x20...:
        result.append(byte)
        index += 1
      default: throw fault("control byte \(byte)")
      }
    }
    guard peek != nil else { throw fault("the text ends early") }
    let text = String(decoding: result, as: UTF8.self)
    guard text.unicodeScalars.allSatisfy({ $0.value != 0xFFFE && $0.value != 0xFFFF }) else {
      throw fault("a code point that is no character")
    }
    return text
  }

  private mutating func reference() throws -> [UInt8] {
    for (name, byte) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&#39;", "'"),
    ]
    where accept(name) {
      return Array(byte.utf8)
    }
    throw fault("a bare &")
  }

  private mutating func name() throws -> String {
    let start = index
    while let byte = peek, Character(Unicode.Scalar(byte)).isASCIINameByte { index += 1 }
    guard index > start else { throw fault("no name") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let start = index
    while let byte = peek, byte == 0x20 || byte == 0x0A { index += 1 }
    return index > start
  }

  private mutating func accept(_ text: String) -> Bool {
    guard bytes[index...].starts(with: text.utf8) else { return false }
    index += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard accept(text) else { throw fault("expected \(text)") }
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ reason: String) -> XMLFault { XMLFault(offset: index, reason: reason) }
}

extension Character {
  fileprivate var isASCIINameByte: Bool {
    isASCII && (isLetter || isNumber || self == "-" || self == "_")
  }
}
