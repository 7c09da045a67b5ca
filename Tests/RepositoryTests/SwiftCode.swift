/// Swift source with comments and the content of literals blanked out, so that a plain search finds
/// only code. Lines and columns stay what they were.
struct SwiftCode {
  private let bytes: [UInt8]
  private var masked: [UInt8]
  private var index = 0

  /// Blanks out a source text.
  static func masked(_ text: String) -> String {
    var code = SwiftCode(text)
    code.scan(until: nil)
    return String(decoding: code.masked, as: UTF8.self)
  }

  private init(_ text: String) {
    bytes = Array(text.utf8)
    masked = bytes
  }

  /// Scans code up to the end or, within an interpolation, up to the parenthesis that closes it.
  private mutating func scan(until close: UInt8?) {
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if !marks.contains(byte) {
        index += 1
      } else if starts("//") {
        blank { $0.bytes[$0.index] == newline }
      } else if starts("/*") {
        blankBlockComment()
      } else if let hashes = openingOfString() {
        scanString(hashes: hashes)
      } else if isOpeningOfRegex {
        blankRegex()
      } else {
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        if depth < 0, byte == close { return }
        index += 1
      }
    }
  }

  /// The number of `#` before the quote of a literal that begins here.
  private func openingOfString() -> Int? {
    let hashes = bytes[index...].prefix { $0 == UInt8(ascii: "#") }.count
    let quote = index + hashes
    return quote < bytes.count && bytes[quote] == UInt8(ascii: "\"") ? hashes : nil
  }

  private mutating func scanString(hashes: Int) {
    let marks = String(repeating: "#", count: hashes)
    index += hashes
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    index += quote.utf8.count
    while index < bytes.count {
      if starts(quote + marks) {
        index += quote.utf8.count + hashes
        return
      }
      if starts("\\\(marks)(") {
        blankBytes(2 + hashes)
        let start = index
        scan(until: UInt8(ascii: ")"))
        for place in start..<min(index + 1, bytes.count) where bytes[place] != newline {
          masked[place] = space
        }
        index += 1
      } else if hashes == 0, bytes[index] == UInt8(ascii: "\\") {
        blankBytes(2)
      } else {
        blankBytes(1)
      }
    }
  }

  private mutating func blankBlockComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        blankBytes(2)
      } else if starts("*/") {
        depth -= 1
        blankBytes(2)
      } else {
        blankBytes(1)
      }
    } while depth > 0 && index < bytes.count
  }

  /// Whether a slash begins a regular expression: it follows what an operand cannot follow.
  private var isOpeningOfRegex: Bool {
    guard bytes[index] == UInt8(ascii: "/"), index + 1 < bytes.count,
      bytes[index + 1] != space, bytes[index + 1] != newline
    else { return false }
    let before = bytes[..<index].last { $0 != space }
    return before.map { Array("(,=:[{".utf8).contains($0) } ?? false
  }

  private mutating func blankRegex() {
    index += 1
    blank {
      $0.bytes[$0.index] == UInt8(ascii: "/") && $0.bytes[$0.index - 1] != UInt8(ascii: "\\")
    }
    index += 1
  }

  private mutating func blank(until isEnd: (SwiftCode) -> Bool) {
    while index < bytes.count, !isEnd(self), bytes[index] != newline { blankBytes(1) }
  }

  private mutating func blankBytes(_ count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] != newline { masked[index] = space }
      index += 1
    }
  }

  private func starts(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }
}

/// The bytes at which something else than plain code may begin or end.
private let marks = Array("/\"#()".utf8)
private let newline = UInt8(ascii: "\n")
private let space = UInt8(ascii: " ")
