extension Animation {
  /// Returns the animation as a GIF file that loops for ever.
  ///
  /// All pictures share one table of 255 colours and one entry that shows what lies below. Pixels
  /// that are more than half transparent from the beginning stay so; others stand on white.
  /// Durations are kept to a hundredth of a second, and errors of rounding do not add up.
  ///
  /// Source: GIF89a specification (CompuServe, 1990); the loop is Netscape's extension.
  package func gif() -> [UInt8] {
    let table = ColorTable(for: patches.map(\.image))
    // The entries must be a power of two, and one is for what lies below.
    let bits = max(2, table.colors.count.bitWidth - table.colors.count.leadingZeroBitCount)
    let below = UInt8((1 << bits) - 1)
    var bytes = Array("GIF89a".utf8) + littleEndian(width) + littleEndian(height)
    bytes += [0xF0 | UInt8(bits - 1), below, 0]
    for color in table.colors { bytes += [color.red, color.green, color.blue] }
    bytes += [UInt8](repeating: 0, count: ((1 << bits) - table.colors.count) * 3)
    bytes += [0x21, 0xFF, 11] + Array("NETSCAPE2.0".utf8) + [3, 1, 0, 0, 0]
    var canvas = Canvas(width: width, height: height, below: below, table: table)
    var (milliseconds, hundredths) = (0, 0)
    for patch in patches {
      milliseconds += patch.milliseconds
      let delay = min(max(0, (milliseconds + 5) / 10 - hundredths), 65535)
      hundredths += delay
      bytes += [0x21, 0xF9, 4, 0x05] + littleEndian(delay) + [below, 0, 0x2C]
      bytes += [patch.x, patch.y, patch.image.width, patch.image.height].flatMap(littleEndian)
      bytes.append(0)
      bytes += LZWEncoder.encoded(canvas.indices(of: patch), minimumSize: bits)
    }
    bytes.append(0x3B)
    return bytes
  }
}

/// What a viewer of the GIF shows, as entries of the table.
private struct Canvas {
  let width: Int
  /// The entry that shows what lies below.
  let below: UInt8
  let table: ColorTable
  private var entries: [UInt8]

  init(width: Int, height: Int, below: UInt8, table: ColorTable) {
    self.width = width
    self.below = below
    self.table = table
    entries = [UInt8](repeating: below, count: width * height)
  }

  /// Draws a patch; the entries that bring it about, where what stays is what lies below.
  mutating func indices(of patch: Animation.Patch) -> [UInt8] {
    let image = patch.image
    var result: [UInt8] = []
    result.reserveCapacity(image.width * image.height)
    image.pixels.withUnsafeBufferPointer { pixels in
      for row in 0..<image.height {
        for column in 0..<image.width {
          let place = (patch.y + row) * width + patch.x + column
          let entry = entry(pixels, (row * image.width + column) * 4, over: entries[place])
          result.append(entry == entries[place] ? below : entry)
          entries[place] = entry
        }
      }
    }
    return result
  }

  /// The entry for a pixel. A GIF cannot take away what it has shown, so that is covered in white.
  private func entry(_ pixels: UnsafeBufferPointer<UInt8>, _ index: Int, over old: UInt8) -> UInt8 {
    if pixels[index + 3] < 128, old == below { return below }
    let (red, green, blue) = flattened(pixels, index)
    return table.entry(red, green, blue)
  }
}

/// The two bytes of a number, the lower first.
private func littleEndian(_ value: Int) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
}
