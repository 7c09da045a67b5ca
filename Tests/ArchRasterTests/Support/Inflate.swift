/// Decompresses zlib's format (RFC 1950 and 1951), bit by bit: slow, and nobody else's code.
struct Inflate {
  private let bytes: [UInt8]
  private var position = 16
  private var output: [UInt8] = []

  /// What the bytes decompress to; nil where they are damaged.
  static func bytes(of data: [UInt8]) -> [UInt8]? {
    var inflate = Inflate(bytes: data)
    guard data.count > 6, inflate.run() else { return nil }
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in inflate.output {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let sum = data.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    return sum == b << 16 | a ? inflate.output : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() -> Bool {
    var isLast = false
    while !isLast {
      isLast = bits(1) == 1
      switch bits(2) {
      case 0: guard stored() else { return false }
      case 1:
        let lengths = [(144, 8), (112, 9), (24, 7), (8, 8)].flatMap { (count: Int, length: Int) in
          [Int](repeating: length, count: count)
        }
        guard block(Code(lengths), Code([Int](repeating: 5, count: 30))) else { return false }
      case 2: guard dynamic() else { return false }
      default: return false
      }
    }
    return true
  }

  private mutating func stored() -> Bool {
    position = (position + 7) / 8 * 8
    let length = bits(16)
    guard length ^ bits(16) == 0xFFFF, position / 8 + length <= bytes.count else { return false }
    output += bytes[position / 8..<position / 8 + length]
    position += length * 8
    return true
  }

  private mutating func dynamic() -> Bool {
    let (literals, distances, count) = (bits(5) + 257, bits(5) + 1, bits(4) + 4)
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for index in order.prefix(count) { lengths[index] = bits(3) }
    let code = Code(lengths)
    lengths = []
    while lengths.count < literals + distances {
      guard let symbol = symbol(code) else { return false }
      switch symbol {
      case 16: lengths += [Int](repeating: lengths.last ?? 0, count: 3 + bits(2))
      case 17: lengths += [Int](repeating: 0, count: 3 + bits(3))
      case 18: lengths += [Int](repeating: 0, count: 11 + bits(7))
      default: lengths.append(symbol)
      }
    }
    return block(Code(Array(lengths[..<literals])), Code(Array(lengths[literals...])))
  }

  private mutating func block(_ literals: Code, _ distances: Code) -> Bool {
    while let symbol = symbol(literals) {
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      if symbol == 256 { return true }
      let length = length(symbol - 257)
      guard let place = self.symbol(distances) else { return false }
      let extra = max(0, place / 2 - 1)
      let distance = place < 4 ? place + 1 : ((2 + (place & 1)) << extra) + 1 + bits(extra)
      guard distance <= output.count else { return false }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
    return false
  }

  private mutating func length(_ symbol: Int) -> Int {
    if symbol < 8 { return symbol + 3 }
    if symbol == 28 { return 258 }
    let extra = symbol / 4 - 1
    return ((4 + symbol % 4) << extra) + 3 + bits(extra)
  }

  private mutating func bits(_ count: Int) -> Int {
    var value = 0
    for index in 0..<count where position / 8 < bytes.count {
      value |= Int(bytes[position / 8] >> UInt8(position % 8) & 1) << index
      position += 1
    }
    return value
  }

  private mutating func symbol(_ code: Code) -> Int? {
    var (value, first, index) = (0, 0, 0)
    for length in 1...15 {
      guard position / 8 < bytes.count else { return nil }
      value |= bits(1)
      let count = code.counts[length]
      if value - count < first { return code.symbols[index + value - first] }
      index += count
      first = (first + count) << 1
      value <<= 1
    }
    return nil
  }
}

/// A Huffman code: how many words there are of each length, and their symbols in order.
private struct Code {
  var counts = [Int](repeating: 0, count: 16)
  var symbols: [Int] = []

  init(_ lengths: [Int]) {
    for length in lengths where length > 0 { counts[length] += 1 }
    for length in 1...15 {
      symbols += lengths.indices.filter { lengths[$0] == length }
    }
  }
}
