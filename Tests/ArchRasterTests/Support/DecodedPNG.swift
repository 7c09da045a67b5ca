/// A PNG or APNG file as a viewer shows it: every picture whole, in the order they come.
struct DecodedPNG {
  struct Frame: Equatable {
    var milliseconds: Int
    var pixels: [UInt8]
  }

  var width = 0
  var height = 0
  /// How often the animation runs, 0 for ever; nil without one.
  var loops: Int?
  var frames: [Frame] = []
  private var place = (x: 0, y: 0, width: 0, height: 0, milliseconds: 0)

  /// Reads a file; nil where it is damaged or of another kind than archc writes.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else { return nil }
    var (index, sequence, isEnded) = (8, 0, false)
    while index + 12 <= bytes.count, !isEnded {
      let length = number(bytes, index)
      guard index + 12 + length <= bytes.count else { return nil }
      let named = Array(bytes[index + 4..<index + 8 + length])
      guard checksum(named) == number(bytes, index + 8 + length) else { return nil }
      guard take(String(decoding: named[..<4], as: UTF8.self), Array(named[4...]), &sequence)
      else { return nil }
      isEnded = named.starts(with: "IEND".utf8)
      index += 12 + length
    }
    guard isEnded, index == bytes.count else { return nil }
  }

  private mutating func take(_ name: String, _ data: [UInt8], _ sequence: inout Int) -> Bool {
    switch name {
    case "IHDR":
      (width, height) = (number(data, 0), number(data, 4))
      place = (0, 0, width, height, 0)
      return data[8...] == [8, 6, 0, 0, 0]
    case "acTL": loops = number(data, 4)
    case "fcTL":
      guard number(data, 0) == sequence, data[24...] == [0, 0] else { return false }
      sequence += 1
      let (top, bottom) = (number(data, 20) >> 16, number(data, 20) & 0xFFFF)
      let time = top * 1000 / bottom
      place = (number(data, 12), number(data, 16), number(data, 4), number(data, 8), time)
    case "IDAT": return draw(data)
    case "fdAT":
      guard number(data, 0) == sequence else { return false }
      sequence += 1
      return draw(Array(data[4...]))
    case "IEND": break
    default: return false
    }
    return true
  }

  private mutating func draw(_ data: [UInt8]) -> Bool {
    guard let rows = Inflate.bytes(of: data),
      rows.count == place.height * (place.width * 4 + 1)
    else { return false }
    var pixels = frames.last?.pixels ?? [UInt8](repeating: 0, count: width * height * 4)
    for row in 0..<place.height {
      let source = row * (place.width * 4 + 1)
      guard rows[source] == 0 else { return false }
      let target = ((place.y + row) * width + place.x) * 4
      pixels.replaceSubrange(
        target..<target + place.width * 4, with: rows[source + 1..<source + 1 + place.width * 4])
    }
    frames.append(Frame(milliseconds: place.milliseconds, pixels: pixels))
    return true
  }
}

private func number(_ bytes: [UInt8], _ index: Int) -> Int {
  bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
}

/// The checksum of a chunk, bit by bit.
private func checksum(_ bytes: [UInt8]) -> Int {
  var value = UInt32.max
  for byte in bytes {
    value ^= UInt32(byte)
    for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return Int(~value)
}
