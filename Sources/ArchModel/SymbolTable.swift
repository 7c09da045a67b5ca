/// Gives equal names equal numbers, so that resolving compares numbers and not text.
///
/// Open addressing with linear probing over FNV-1a hashes of the bytes; a name becomes a `String`
/// once, when it is first seen.
struct SymbolTable {
  private var slots: [Int32]
  private var hashes: [UInt32] = []
  private(set) var names: [String] = []

  init(capacity: Int = 256) {
    var count = 512
    while count < capacity * 2 { count *= 2 }
    slots = [Int32](repeating: -1, count: count)
  }

  /// The number of a name.
  mutating func symbol(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { symbol($0) }
  }

  /// The number of the name that some bytes spell.
  mutating func symbol(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { symbol($0) }
  }

  private mutating func symbol(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if names.count * 2 >= slots.count { grow() }
    let hash = Self.hash(bytes)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let symbol = Int(slots[slot])
      if hashes[symbol] == hash, names[symbol].utf8.elementsEqual(bytes) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: names.count)
    names.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    return names.count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for symbol in names.indices {
      var slot = Int(hashes[symbol]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: symbol)
    }
  }

  /// FNV-1a, 32 bits.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }
}
