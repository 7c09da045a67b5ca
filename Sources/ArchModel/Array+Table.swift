/// A list used as a table by small numbers, which costs less to set up than a dictionary.
extension Array {
  /// The value stored for a number, or nil.
  func value<Value>(at index: Int) -> Value? where Element == Value? {
    index < count ? self[index] : nil
  }

  /// Stores a value for a number, making room for it.
  mutating func store<Value>(_ value: Value, at index: Int) where Element == Value? {
    if index >= count {
      self += repeatElement(nil, count: Swift.max(index + 1, count * 2) - count)
    }
    self[index] = value
  }
}
