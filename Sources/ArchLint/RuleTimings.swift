/// How long each rule took, where somebody wants to know.
package struct RuleTimings: Sendable {
  /// One rule, or another part of checking, and its time in seconds.
  package struct Entry: Sendable {
    package var name: String
    package var seconds: Double

    package init(name: String, seconds: Double) {
      self.name = name
      self.seconds = seconds
    }
  }

  package private(set) var entries: [Entry] = []
  private let isOn: Bool

  /// - Parameter isOn: Whether to measure at all.
  package init(isOn: Bool = false) { self.isOn = isOn }

  mutating func measure<Result>(_ name: String, _ body: () -> Result) -> Result {
    guard isOn else { return body() }
    let clock = ContinuousClock()
    let start = clock.now
    let result = body()
    entries.append(Entry(name: name, seconds: (clock.now - start).seconds))
    return result
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
