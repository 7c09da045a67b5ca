extension Animation {
  /// Returns the animation as an APNG file that loops for ever.
  ///
  /// Every picture after the first is a rectangle that replaces what was there. Viewers without
  /// animation show the first picture.
  ///
  /// Source: PNG specification, third edition (W3C), section 11.3.6.
  ///
  /// - Parameter compress: makes zlib's format (RFC 1950) of bytes.
  package func apng(
    compress: ([UInt8]) throws(RasterFailure) -> [UInt8]
  ) throws(RasterFailure) -> [UInt8] {
    var file = PNGFile(width: width, height: height)
    file.append("acTL", bigEndian(UInt32(patches.count)) + bigEndian(UInt32(0)))
    var sequence: UInt32 = 0
    for (index, patch) in patches.enumerated() {
      file.append("fcTL", bigEndian(sequence) + control(patch))
      sequence += 1
      let data = try compress(markedRows(patch.image.pixels, width: patch.image.width))
      if index == 0 {
        file.append("IDAT", data)
      } else {
        file.append("fdAT", bigEndian(sequence) + data)
        sequence += 1
      }
    }
    file.append("IEND", [])
    return file.bytes
  }

  /// The size, place and time of a picture; it stays when the next one comes, and covers the last.
  private func control(_ patch: Patch) -> [UInt8] {
    let numbers = [patch.image.width, patch.image.height, patch.x, patch.y]
    let time = bigEndian(UInt16(clamping: patch.milliseconds)) + bigEndian(UInt16(1000))
    return numbers.flatMap { bigEndian(UInt32($0)) } + time + [0, 0]
  }
}
