import ArchModel

/// The name and label of an element in small letters, to look for words in.
///
/// Only the letters of ASCII are made small.
struct NameText {
  let text: String

  init(_ element: Element) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(element.name.utf8.count + element.label.utf8.count + 1)
    bytes += element.name.utf8
    bytes.append(UInt8(ascii: " "))
    bytes += element.label.utf8
    for index in bytes.indices where bytes[index] >= 65 && bytes[index] <= 90 {
      bytes[index] |= 0x20
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the text has a run of characters anywhere.
  func contains(_ part: String) -> Bool {
    var text = text
    var part = part
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard !part.isEmpty, text.count >= part.count else { return part.isEmpty }
        return (0...text.count - part.count).contains { start in
          text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
        }
      }
    }
  }

  /// Whether one of some runs of characters is in the text.
  func contains(oneOf parts: [String]) -> Bool { parts.contains(where: contains) }
}
