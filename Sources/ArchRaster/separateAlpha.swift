/// Turns cairo's pixels into those of PNG, in place: from blue, green, red and alpha, with colours
/// multiplied by alpha, into red, green, blue and alpha, without.
///
/// - Parameter pixels: a multiple of four bytes.
func separateAlpha(_ pixels: UnsafeMutableBufferPointer<UInt8>) {
  pixels.withMemoryRebound(to: UInt32.self) { words in
    for index in words.indices { words[index] = withRedFirst(words[index]) }
  }
  // Nearly all pixels are opaque, and right as they are.
  for index in stride(from: 3, to: pixels.count, by: 4) where pixels[index] < 255 {
    let alpha = pixels[index]
    guard alpha > 0 else { continue }
    for channel in index - 3..<index { pixels[channel] = divided(pixels[channel], by: alpha) }
  }
}

/// Red and blue of a pixel change places; its bytes are those of a little-endian number.
private func withRedFirst(_ pixel: UInt32) -> UInt32 {
  let word = UInt32(littleEndian: pixel)
  return (word & 0xFF00_FF00 | (word & 0xFF) << 16 | (word >> 16) & 0xFF).littleEndian
}

/// The colour that gave this one when it was multiplied by alpha, rounded to the nearest.
private func divided(_ color: UInt8, by alpha: UInt8) -> UInt8 {
  UInt8(min(255, (UInt32(color) * 255 + UInt32(alpha) / 2) / UInt32(alpha)))
}
