/// Puts before each row of pixels the byte that says how it is prepared: not at all. The areas and
/// letters of a diagram repeat as they are, so compression finds more in them than in differences.
///
/// Source: PNG specification, third edition (W3C), section 9, filter type 0.
func markedRows(_ pixels: [UInt8], width: Int) -> [UInt8] {
  let length = width * 4
  var rows: [UInt8] = []
  rows.reserveCapacity(pixels.count + pixels.count / length)
  for start in stride(from: 0, to: pixels.count, by: length) {
    rows.append(0)
    rows += pixels[start..<start + length]
  }
  return rows
}
