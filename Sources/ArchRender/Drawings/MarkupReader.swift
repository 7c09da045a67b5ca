/// An element of an author's SVG file, as it is written.
struct MarkupElement {
  var name: String
  var attributes: [(name: String, value: String)] = []
  var children: [MarkupElement] = []
  /// Whether words stand directly inside.
  var hasText = false
}

/// Why a file is no drawing, in words: "line 3: <path> is not closed".
package struct DrawingFailure: Error, Equatable {
  package var reason: String

  package init(reason: String) { self.reason = reason }
}

/// Reads the part of XML 1.0 that drawings are made of: elements and attributes in the UTF-8
/// encoding.
///
/// Comments, instructions and the words of CDATA sections are passed over. A document type may name
/// a file, which is never read, but declare nothing: there are no entities to expand.
struct MarkupReader {
  private let bytes: [UInt8]
  private var index = 0
  /// Whether a document type was passed over.
  private(set) var hasDocumentType = false

  /// How deep elements may stand in each other.
  private static let depthLimit = 64

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the one element that a document is.
  mutating func document() throws(DrawingFailure) -> MarkupElement {
    _ = accept("\u{FEFF}")
    try skipBesides()
    guard peek == UInt8(ascii: "<") else { throw failure("there is no element") }
    let root = try element(depth: 0)
    try skipBesides()
    guard index == bytes.count else { throw failure("something stands behind the end") }
    return root
  }

  /// Skips what may stand before and behind the root.
  private mutating func skipBesides() throws(DrawingFailure) {
    while true {
      skipBlanks()
      if accept("<!DOCTYPE") {
        hasDocumentType = true
        try skipDocumentType()
      } else if try !skipRemark() {
        return
      }
    }
  }

  private mutating func skipDocumentType() throws(DrawingFailure) {
    while let byte = peek, byte != UInt8(ascii: ">") {
      if byte == UInt8(ascii: "[") { throw failure("it declares entities of its own") }
      index += 1
    }
    try expect(">")
  }

  /// Skips a comment or an instruction; false where there is neither.
  private mutating func skipRemark() throws(DrawingFailure) -> Bool {
    if accept("<!--") {
      try skip(behind: "-->")
    } else if accept("<?") {
      try skip(behind: "?>")
    } else {
      return false
    }
    return true
  }

  // MARK: Elements

  private mutating func element(depth: Int) throws(DrawingFailure) -> MarkupElement {
    guard depth < Self.depthLimit else { throw failure("elements stand too deep in each other") }
    try expect("<")
    var element = MarkupElement(name: try name())
    while true {
      skipBlanks()
      if accept("/>") { return element }
      if accept(">") { break }
      let attribute = try attribute()
      if element.attributes.contains(where: { $0.name == attribute.name }) {
        throw failure("'\(attribute.name)' is stated twice")
      }
      element.attributes.append(attribute)
    }
    try content(&element, depth: depth)
    return element
  }

  private mutating func content(
    _ element: inout MarkupElement, depth: Int
  ) throws(DrawingFailure) {
    while true {
      if skipText() { element.hasText = true }
      if accept("</") {
        guard try name() == element.name else { throw failure("<\(element.name)> is not closed") }
        skipBlanks()
        return try expect(">")
      }
      guard peek != nil else { throw failure("<\(element.name)> is not closed") }
      if accept("<![CDATA[") {
        element.hasText = true
        try skip(behind: "]]>")
      } else if try !skipRemark() {
        element.children.append(try self.element(depth: depth + 1))
      }
    }
  }

  private mutating func attribute() throws(DrawingFailure) -> (name: String, value: String) {
    let name = try name()
    skipBlanks()
    try expect("=")
    skipBlanks()
    guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("the value of '\(name)' has no quotation marks")
    }
    let start = index + 1
    guard let end = bytes[start...].firstIndex(of: quote),
      !bytes[start..<end].contains(UInt8(ascii: "<"))
    else { throw failure("the value of '\(name)' does not end") }
    index = end + 1
    return (name, String(decoding: bytes[start..<end], as: UTF8.self))
  }

  private mutating func name() throws(DrawingFailure) -> String {
    let start = index
    while let byte = peek, byte.isMarkupNameByte { index += 1 }
    guard index > start else { throw failure("a name is missing") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  // MARK: Bytes

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while let byte = peek, byte.isMarkupBlank { index += 1 }
  }

  /// Skips the text before the next tag; true where it has words.
  private mutating func skipText() -> Bool {
    let start = index
    while let byte = peek, byte != UInt8(ascii: "<") { index += 1 }
    return !bytes[start..<index].allSatisfy(\.isMarkupBlank)
  }

  private mutating func accept(_ words: StaticString) -> Bool {
    let isHere = words.withUTF8Buffer { bytes[index...].starts(with: $0) }
    if isHere { index += words.utf8CodeUnitCount }
    return isHere
  }

  private mutating func expect(_ words: StaticString) throws(DrawingFailure) {
    if !accept(words) { throw failure("'\(words)' is missing") }
  }

  private mutating func skip(behind words: StaticString) throws(DrawingFailure) {
    while index < bytes.count {
      if accept(words) { return }
      index += 1
    }
    throw failure("'\(words)' is missing")
  }

  private func failure(_ reason: String) -> DrawingFailure {
    let line = bytes[..<min(index, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
    return DrawingFailure(reason: "line \(line): \(reason)")
  }
}

extension UInt8 {
  fileprivate var isMarkupBlank: Bool {
    self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
  }

  fileprivate var isMarkupNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
