/// A number literal taken apart: `1h30m` is two parts, `5` one without a unit.
package struct Measure: Sendable {
  /// A number and the unit behind it, empty where there is none.
  package struct Part: Sendable {
    package var amount: Double
    package var unit: String
  }

  package var parts: [Part]
  package var isNegative: Bool

  /// Takes apart the text of a `number` node; nil where it holds no number.
  package init?(_ text: String) {
    var rest = Substring(text)
    isNegative = rest.first == "-"
    if isNegative { rest = rest.dropFirst().drop { $0.isWhitespace } }
    parts = []
    while let first = rest.first, first.isASCII, first.isNumber {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let unit = rest.prefix { !($0.isASCII && $0.isNumber) }
      rest = rest.dropFirst(unit.count)
      guard let amount = Double(digits) else { return nil }
      parts.append(Part(amount: amount, unit: String(unit)))
    }
    guard rest.isEmpty, !parts.isEmpty else { return nil }
  }

  /// The first unit that is none of ours.
  package var unknownUnit: String? {
    parts.first { !$0.unit.isEmpty && Unit.named($0.unit) == nil }?.unit
  }

  /// What the literal measures and how much, or nil where units are unknown or do not go together.
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
    return dimension.map { ($0, isNegative ? -sum : sum) }
  }
}
