/// A number literal taken apart: `1h30m` is two parts, `5` one without a unit.
package struct Measure: Sendable {
  /// A number and the unit behind it, empty where there is none.
  package struct Part: Sendable {
    package var amount: Double
    package var unit: String
  }

  package var parts: [Part] = []
  package var isNegative = false

  /// Takes apart the text of a `number` node; nil where it holds no number.
  package init?(_ text: String) {
    self.init(Array(text.utf8)[...])
  }

  /// Takes apart the bytes of a `number` node; nil where they hold no number.
  package init?(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") {
      isNegative = true
      rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
    while let first = rest.first, first.isDigit {
      guard let amount = Self.takeNumber(&rest) else { return nil }
      let unit = rest.prefix { !$0.isDigit }
      rest = rest.dropFirst(unit.count)
      parts.append(Part(amount: amount, unit: String(decoding: unit, as: UTF8.self)))
    }
    guard rest.isEmpty, !parts.isEmpty else { return nil }
  }

  /// Reads digits, with a dot and more digits if they follow.
  private static func takeNumber(_ rest: inout ArraySlice<UInt8>) -> Double? {
    var whole = 0
    var digits = rest
    while let digit = digits.first, digit.isDigit {
      let (value, overflow) = whole.multipliedReportingOverflow(by: 10)
      if overflow || value > 1 << 52 { break }
      whole = value + Int(digit - UInt8(ascii: "0"))
      digits = digits.dropFirst()
    }
    let isPlain = digits.first.map { !$0.isDigit && $0 != UInt8(ascii: ".") } ?? true
    if isPlain {
      rest = digits
      return Double(whole)
    }
    let text = rest.prefix { $0.isDigit || $0 == UInt8(ascii: ".") }
    rest = rest.dropFirst(text.count)
    return Double(String(decoding: text, as: UTF8.self))
  }

  /// The first unit that is none of ours.
  package var unknownUnit: String? {
    parts.first { !$0.unit.isEmpty && Unit.named($0.unit) == nil }?.unit
  }

  /// What the literal measures and how much, or nil where units are unknown or do not go
  /// together, or the number is beyond all measure.
  package var quantity: (dimension: Dimension, amount: Double)? {
    var dimension: Dimension?
    var sum = 0.0
    for part in parts {
      let unit = part.unit.isEmpty ? nil : Unit.named(part.unit)
      if !part.unit.isEmpty, unit == nil { return nil }
      let own = unit?.dimension ?? .number
      guard dimension == nil || (dimension == own && own == .duration) else { return nil }
      dimension = own
      sum += part.amount * (unit?.factor ?? 1)
    }
    guard let dimension, sum.isFinite else { return nil }
    return (dimension, isNegative ? -sum : sum)
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}
