/// Collects the bytes of a picture.
///
/// Numbers are written by our own integer code: it is the same on every machine, whatever the locale,
/// and many times as fast as a formatter.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  /// Creates an empty writer with room for a number of bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// What was written, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Appends our own words as they are.
  mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// Appends a string as it is: only for strings that no author can write.
  mutating func trusted(_ string: String) { bytes.append(contentsOf: string.utf8) }

  /// Appends one byte.
  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  /// Appends bytes as they are.
  mutating func slice(_ slice: Slice<UnsafeBufferPointer<UInt8>>) {
    bytes.append(contentsOf: slice)
  }

  /// Appends a whole number.
  mutating func integer(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    digits(value.magnitude)
  }

  /// Appends a number rounded to one decimal: `12`, `-0.5`, `88.1`. What is no number becomes 0, and
  /// what no picture can hold is cut off at ten million.
  mutating func number(_ value: Double) {
    let limited = value.isFinite ? min(max(value, -1e7), 1e7) : 0
    let tenths = Int((limited * 10).rounded())
    if tenths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    digits(whole)
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest))
  }

  private mutating func digits(_ value: UInt) {
    if value >= 10 { digits(value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}
