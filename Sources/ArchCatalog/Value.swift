/// What an attribute says, in one unit for each dimension so that values compare.
package enum Value: Sendable, Hashable {
  case number(Double)
  case duration(seconds: Double)
  case size(bytes: Double)
  case rate(perSecond: Double)
  case percent(Double)
  case string(String)
  case boolean(Bool)
  /// A word of an enumeration, or any bare word where no type is known.
  case word(String)
  /// An address or a range of addresses in CIDR notation, as written.
  case address(String)
  /// The names of a path to an element, as written.
  case reference([String])
  case list([Value])

  /// The amount in the dimension's own unit, for values that have one.
  package var magnitude: Double? {
    switch self {
    case .number(let amount), .percent(let amount): amount
    case .duration(let amount): amount
    case .size(let amount): amount
    case .rate(let amount): amount
    default: nil
    }
  }

  /// The value as a person would write it, for messages.
  package var spelling: String {
    switch self {
    case .number(let amount): Self.shortest(amount)
    case .duration(let seconds): Measure.spelling(seconds, .duration)
    case .size(let bytes): Measure.spelling(bytes, .size)
    case .rate(let perSecond): Self.shortest(perSecond) + "/s"
    case .percent(let percent): Self.shortest(percent) + "%"
    case .string(let text): "\"\(text)\""
    case .boolean(let flag): flag ? "true" : "false"
    case .word(let text), .address(let text): text
    case .reference(let names): names.joined(separator: ".")
    case .list(let items): items.map(\.spelling).alternatives
    }
  }

  fileprivate static func shortest(_ amount: Double) -> String {
    amount == amount.rounded() && abs(amount) < 1e15 ? String(Int64(amount)) : String(amount)
  }
}

extension Measure {
  /// An amount in the largest unit that divides it, as in `15m` or `256KiB`.
  static func spelling(_ amount: Double, _ dimension: Dimension) -> String {
    let units = dimension.units.filter { $0.symbol != "w" && $0.symbol != "min" }
      .sorted { $0.factor > $1.factor }
    let unit = units.first { amount != 0 && (amount / $0.factor).isWhole } ?? units.last
    guard let unit else { return Value.shortest(amount) }
    return Value.shortest(amount / unit.factor) + unit.symbol
  }
}

extension Double {
  fileprivate var isWhole: Bool { self == rounded() }
}
