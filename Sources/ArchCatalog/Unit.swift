/// What kind of thing a number measures.
package enum Dimension: Sendable, Hashable {
  case number, duration, size, rate, percent

  /// The value of an amount in the dimension's own unit.
  package func value(_ amount: Double) -> Value {
    switch self {
    case .number: .number(amount)
    case .duration: .duration(seconds: amount)
    case .size: .size(bytes: amount)
    case .rate: .rate(perSecond: amount)
    case .percent: .percent(amount)
    }
  }

  /// The units people may write, smallest first.
  package var units: [Unit] { Unit.all.filter { $0.dimension == self } }
}

/// A unit behind a number, and how many of the dimension's own unit it stands for.
package struct Unit: Sendable, Hashable {
  package let symbol: String
  package let dimension: Dimension
  package let factor: Double

  private init(_ symbol: String, _ dimension: Dimension, _ factor: Double) {
    self.symbol = symbol
    self.dimension = dimension
    self.factor = factor
  }

  /// Every unit. Sizes follow IEC 80000-13: `KB` is 1,000 bytes and `KiB` 1,024.
  package static let all: [Unit] = [
    Unit("us", .duration, 1e-6), Unit("ms", .duration, 1e-3), Unit("s", .duration, 1),
    Unit("m", .duration, 60), Unit("min", .duration, 60), Unit("h", .duration, 3_600),
    Unit("d", .duration, 86_400), Unit("w", .duration, 604_800),
    Unit("B", .size, 1), Unit("KB", .size, 1e3), Unit("KiB", .size, 1_024),
    Unit("MB", .size, 1e6), Unit("MiB", .size, 1_048_576), Unit("GB", .size, 1e9),
    Unit("GiB", .size, 1_073_741_824), Unit("TB", .size, 1e12),
    Unit("TiB", .size, 1_099_511_627_776), Unit("PB", .size, 1e15),
    Unit("PiB", .size, 1_125_899_906_842_624),
    Unit("/s", .rate, 1), Unit("/min", .rate, 1.0 / 60), Unit("/m", .rate, 1.0 / 60),
    Unit("/h", .rate, 1.0 / 3_600), Unit("/d", .rate, 1.0 / 86_400),
    Unit("%", .percent, 1),
  ]

  private static let bySymbol = Dictionary(uniqueKeysWithValues: all.map { ($0.symbol, $0) })

  /// The unit of a symbol as written; `kb` and `Kb` are not `KB`.
  package static func named(_ symbol: String) -> Unit? { bySymbol[symbol] }

  /// The unit of a dimension that a symbol was meant for: `mb` and `M` for `MB`, `Sec` for `s`.
  package static func meant(by symbol: String, in dimension: Dimension) -> Unit? {
    let lowered = symbol.lowercased()
    let spellings = [spelledOut[lowered], lowered, dimension == .size ? lowered + "b" : nil]
    for spelling in spellings.compactMap({ $0?.lowercased() }) {
      let unit = dimension.units.first { $0.symbol.lowercased() == spelling }
      if let unit { return unit }
    }
    return nil
  }

  private static let spelledOut = [
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "mins": "m", "minute": "m",
    "minutes": "m", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "d", "days": "d",
    "week": "w", "weeks": "w", "millis": "ms", "milliseconds": "ms", "byte": "B", "bytes": "B",
  ]
}
