/// Collects the bytes of a picture in one block of memory that grows as needed.
///
/// Numbers are written by our own integer code: it is the same on every machine, whatever the
/// locale, and many times as fast as a formatter.
struct ByteWriter: ~Copyable {
  private var storage: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  /// Creates an empty writer with room for a number of bytes.
  init(capacity: Int) {
    self.capacity = max(capacity, 64)
    storage = .allocate(capacity: self.capacity)
  }

  deinit { storage.deallocate() }

  /// What was written, as text.
  var text: String {
    String(decoding: UnsafeBufferPointer(start: storage, count: count), as: UTF8.self)
  }

  /// Appends our own words as they are.
  mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { append($0) }
  }

  /// Appends a string as it is: only for strings that no author can write.
  mutating func trusted(_ string: String) {
    var string = string
    string.withUTF8 { append($0) }
  }

  /// Appends bytes as they are.
  mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let start = source.baseAddress else { return }
    reserve(source.count)
    (storage + count).update(from: start, count: source.count)
    count += source.count
  }

  /// Appends two blanks for each level of an outline.
  mutating func indent(_ depth: Int) {
    for _ in 0..<depth { raw("  ") }
  }

  /// Appends one byte.
  mutating func byte(_ byte: UInt8) {
    reserve(1)
    storage[count] = byte
    count += 1
  }

  /// Appends a whole number.
  mutating func integer(_ value: Int) {
    reserve(24)
    if value < 0 { put(UInt8(ascii: "-")) }
    putDigits(value.magnitude)
  }

  /// Appends a number rounded to one decimal: `12`, `-0.5`, `88.1`. What is no number becomes 0,
  /// and what no picture can hold is cut off at ten million.
  mutating func number(_ value: Double) {
    let limited = value.isFinite ? min(max(value, -1e7), 1e7) : 0
    // Adding a half before cutting off rounds halves away from zero.
    let tenths = Int(limited * 10 + (limited < 0 ? -0.5 : 0.5))
    reserve(24)
    if tenths < 0 { put(UInt8(ascii: "-")) }
    let whole = tenths.magnitude / 10
    putDigits(whole)
    let rest = UInt8(truncatingIfNeeded: tenths.magnitude - whole * 10)
    guard rest > 0 else { return }
    put(UInt8(ascii: "."))
    put(UInt8(ascii: "0") + rest)
  }

  /// Writes the digits of a number from the last to the first, into room that is there.
  private mutating func putDigits(_ value: UInt) {
    var length = 1
    var limit: UInt = 10
    while value >= limit, length < 19 {
      length += 1
      limit *= 10
    }
    var rest = value
    for index in stride(from: count + length - 1, through: count, by: -1) {
      storage[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Writes a byte into room that is there.
  private mutating func put(_ byte: UInt8) {
    storage[count] = byte
    count += 1
  }

  /// Makes room for a number of bytes more.
  private mutating func reserve(_ more: Int) {
    if count + more > capacity { grow(to: max(2 * capacity, count + more)) }
  }

  private mutating func grow(to size: Int) {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
    larger.update(from: storage, count: count)
    storage.deallocate()
    storage = larger
    capacity = size
  }
}
