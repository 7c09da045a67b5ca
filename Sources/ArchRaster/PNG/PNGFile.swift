/// Collects the chunks of a PNG file.
///
/// Source: PNG specification, third edition (W3C), sections 5 and 11.
struct PNGFile {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Begins a file of 8 bits a channel with red, green, blue and alpha.
  init(width: Int, height: Int) {
    append("IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 6, 0, 0, 0])
  }

  /// Appends a chunk: its length, its name, its data and their checksum.
  mutating func append(_ name: String, _ data: [UInt8]) {
    let named = Array(name.utf8) + data
    bytes += bigEndian(UInt32(data.count))
    bytes += named
    bytes += bigEndian(CRC32.checksum(of: named))
  }
}

/// The bytes of a number, the highest first.
func bigEndian(_ value: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: value.bigEndian) { Array($0) }
}
