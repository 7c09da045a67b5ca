/// Compresses the indices of a GIF's pixels.
///
/// Source: GIF89a specification (CompuServe, 1990), appendix F.
struct LZWEncoder {
  private static let slots = 16384
  /// The code of each known string, found by the code of all but its last index and that index.
  private var codes = [UInt16](repeating: 0, count: slots)
  /// What stands in each slot: a prefix's code and an index; or nothing, which is `UInt32.max`.
  private var keys = [UInt32](repeating: .max, count: slots)
  private let minimumSize: Int
  private var nextCode = 0
  private var codeSize = 0
  private var bits: UInt32 = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  private init(minimumSize: Int) { self.minimumSize = minimumSize }

  /// Returns the image data of some indices: the size of an index in bits, then blocks of up to 255
  /// bytes, then an empty one.
  static func encoded(_ indices: [UInt8], minimumSize: Int) -> [UInt8] {
    var encoder = LZWEncoder(minimumSize: minimumSize)
    encoder.encode(indices)
    var data = [UInt8(minimumSize)]
    for start in stride(from: 0, to: encoder.output.count, by: 255) {
      let block = encoder.output[start..<min(start + 255, encoder.output.count)]
      data.append(UInt8(block.count))
      data += block
    }
    data.append(0)
    return data
  }

  private mutating func encode(_ indices: [UInt8]) {
    clear()
    guard var prefix = indices.first.map(UInt32.init) else { return finish() }
    for index in indices.dropFirst() {
      let key = prefix << 8 | UInt32(index)
      let slot = slot(of: key)
      if keys[slot] == key {
        prefix = UInt32(codes[slot])
        continue
      }
      write(prefix)
      learn(key, in: slot)
      prefix = UInt32(index)
    }
    write(prefix)
    // The decoder learns a string from this code too, and may read the last one a bit wider.
    if nextCode == 1 << codeSize, codeSize < 12 { codeSize += 1 }
    finish()
  }

  /// Forgets all strings, and tells the decoder so.
  private mutating func clear() {
    if codeSize == 0 { codeSize = minimumSize + 1 }
    write(1 << UInt32(minimumSize))
    codeSize = minimumSize + 1
    nextCode = (1 << minimumSize) + 2
    for slot in keys.indices { keys[slot] = .max }
  }

  /// Gives a string the next code; when there is none left, begins anew.
  private mutating func learn(_ key: UInt32, in slot: Int) {
    guard nextCode < 4096 else { return clear() }
    if nextCode == 1 << codeSize { codeSize += 1 }
    keys[slot] = key
    codes[slot] = UInt16(nextCode)
    nextCode += 1
  }

  /// The slot in which a string stands or could stand.
  private func slot(of key: UInt32) -> Int {
    var slot = Int((key &* 0x9E37_79B1) >> 18)
    while keys[slot] != .max, keys[slot] != key { slot = (slot + 1) % Self.slots }
    return slot
  }

  private mutating func write(_ code: UInt32) {
    bits |= code << UInt32(bitCount)
    bitCount += codeSize
    while bitCount >= 8 {
      output.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }

  private mutating func finish() {
    write((1 << UInt32(minimumSize)) + 1)
    if bitCount > 0 { output.append(UInt8(truncatingIfNeeded: bits)) }
  }
}
