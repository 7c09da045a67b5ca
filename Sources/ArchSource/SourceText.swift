/// The text of one file as the bytes that were read, with the name it goes by in messages.
///
/// Bytes are kept as they are, also where they are not UTF-8: the lexer reports such places and the
/// tree still reproduces every byte.
package struct SourceText: Sendable {
  /// What messages call the file: a path relative to where the command runs, or `<stdin>`.
  package let name: String
  /// The bytes of the file, unchanged.
  package let bytes: [UInt8]

  /// Creates a source from bytes as read from a file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Creates a source from a string.
  package init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// The text of a span, with U+FFFD for what is not UTF-8.
  package subscript(range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
