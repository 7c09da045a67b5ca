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
}
