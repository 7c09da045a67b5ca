/// How often each element occurs in an XML text, and whether the text is well formed.
///
/// Knows what reports are made of: a declaration, elements, attributes and text, no more.
struct XMLTally {
  private(set) var counts: [String: Int] = [:]
  private(set) var isWellFormed = true
  private var open: [String] = []

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    let body = text.trimmingPrefix(/<\?xml version="1\.0" encoding="UTF-8"\?>/)
    let tag = /<(\/?)([a-zA-Z][\w-]*)((?:\s+[a-zA-Z][\w-]*="[^"<]*")*)\s*(\/?)>/
    var end = body.startIndex
    for match in body.matches(of: tag) {
      expectText(body[end..<match.range.lowerBound])
      expectReferences(match.output.3)
      end = match.range.upperBound
      read(String(match.output.2), isEnd: match.output.1 == "/", isEmpty: match.output.4 == "/")
    }
    expectText(body[end...])
    if !open.isEmpty || counts.isEmpty { isWellFormed = false }
  }

  private mutating func read(_ name: String, isEnd: Bool, isEmpty: Bool) {
    if isEnd {
      if open.popLast() != name { isWellFormed = false }
      return
    }
    counts[name, default: 0] += 1
    if !isEmpty { open.append(name) }
  }

  private mutating func expectText(_ text: Substring) {
    if text.contains("<") || (open.isEmpty && text.contains { !$0.isWhitespace }) {
      isWellFormed = false
    }
    expectReferences(text)
  }

  /// Every `&` begins a reference, and the controls that XML forbids do not occur.
  private mutating func expectReferences(_ text: Substring) {
    let rest = text.replacing(/&(?:amp|lt|gt|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);/, with: "")
    let isForbidden = rest.unicodeScalars.contains {
      $0.value < 0x20 && !["\n", "\r", "\t"].contains($0)
    }
    if rest.contains("&") || isForbidden { isWellFormed = false }
  }
}
