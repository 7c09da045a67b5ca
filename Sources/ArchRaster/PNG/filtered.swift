/// Prepares rows of pixels for compression: each byte less the one above it, which makes noughts of
/// all that goes straight down, and a byte before each row that says so.
///
/// Source: PNG specification, third edition (W3C), section 9, filter type 2.
func filtered(_ pixels: [UInt8], width: Int) -> [UInt8] {
  let length = width * 4
  let rows = pixels.count / length
  return [UInt8](unsafeUninitializedCapacity: pixels.count + rows) { buffer, count in
    var target = 0
    for row in 0..<rows {
      buffer[target] = 2
      target += 1
      for index in row * length..<(row + 1) * length {
        buffer[target] = pixels[index] &- (row > 0 ? pixels[index - length] : 0)
        target += 1
      }
    }
    count = target
  }
}
