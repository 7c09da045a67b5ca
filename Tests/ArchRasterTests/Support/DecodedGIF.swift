/// A GIF file as a viewer shows it: every picture whole, nil where nothing was ever drawn.
struct DecodedGIF {
  struct Frame: Equatable {
    var hundredths: Int
    /// Red, green and blue of each pixel.
    var pixels: [[UInt8]?]
  }

  var width: Int
  var height: Int
  var loopsForever = false
  var frames: [Frame] = []
  private let bytes: [UInt8]
  private var index = 13
  private var colors: [[UInt8]] = []

  /// Reads a file; nil where it is damaged or of another kind than archc writes.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "GIF89a".utf8), bytes.count > 13, bytes[10] & 0x80 != 0 else {
      return nil
    }
    self.bytes = bytes
    width = Int(bytes[6]) | Int(bytes[7]) << 8
    height = Int(bytes[8]) | Int(bytes[9]) << 8
    for _ in 0..<2 << Int(bytes[10] & 7) {
      colors.append(Array(bytes[index..<index + 3]))
      index += 3
    }
    var (delay, transparent) = (0, -1)
    while index < bytes.count, bytes[index] != 0x3B {
      if bytes[index] == 0x2C {
        guard image(delay, transparent) else { return nil }
      } else {
        let kind = bytes[index + 1]
        index += 2
        let data = blocks()
        if kind == 0xF9 {
          guard data[0] == 0x05 else { return nil }
          (delay, transparent) = (Int(data[1]) | Int(data[2]) << 8, Int(data[3]))
        } else {
          loopsForever = data == Array("NETSCAPE2.0".utf8) + [1, 0, 0]
        }
      }
    }
    guard index == bytes.count - 1 else { return nil }
  }

  /// The bytes of some blocks, joined.
  private mutating func blocks() -> [UInt8] {
    var data: [UInt8] = []
    while index < bytes.count, bytes[index] > 0 {
      data += bytes[index + 1..<index + 1 + Int(bytes[index])]
      index += 1 + Int(bytes[index])
    }
    index += 1
    return data
  }

  private mutating func image(_ delay: Int, _ transparent: Int) -> Bool {
    let numbers = stride(from: index + 1, to: index + 9, by: 2).map {
      Int(bytes[$0]) | Int(bytes[$0 + 1]) << 8
    }
    let size = Int(bytes[index + 10])
    index += 11
    guard let entries = decompressed(blocks(), size), entries.count == numbers[2] * numbers[3]
    else { return false }
    var pixels = frames.last?.pixels ?? [[UInt8]?](repeating: nil, count: width * height)
    for (place, entry) in entries.enumerated() where entry != transparent {
      let (row, column) = (numbers[1] + place / numbers[2], numbers[0] + place % numbers[2])
      pixels[row * width + column] = colors[entry]
    }
    frames.append(Frame(hundredths: delay, pixels: pixels))
    return true
  }
}

/// The entries that some LZW data stands for; nil where it has a code that means nothing, or does
/// not end as it should.
private func decompressed(_ data: [UInt8], _ minimumSize: Int) -> [Int]? {
  let clear = 1 << minimumSize
  var (size, strings, last, result) = (minimumSize + 1, [[Int]](), [Int](), [Int]())
  var bit = 0
  while bit + size <= data.count * 8 {
    var code = 0
    for index in 0..<size {
      let byte = Int(data[(bit + index) / 8])
      code |= ((byte >> ((bit + index) % 8)) & 1) << index
    }
    bit += size
    if code == clear {
      strings = (0..<clear + 2).map { $0 < clear ? [$0] : [] }
      (size, last) = (minimumSize + 1, [])
      continue
    }
    if code == clear + 1 { return data.count * 8 - bit < 8 ? result : nil }
    guard code < strings.count || (code == strings.count && !last.isEmpty) else { return nil }
    let string = code < strings.count ? strings[code] : last + last[..<1]
    result += string
    if !last.isEmpty, strings.count < 4096 { strings.append(last + string[..<1]) }
    if strings.count == 1 << size, size < 12 { size += 1 }
    last = string
  }
  return nil
}
