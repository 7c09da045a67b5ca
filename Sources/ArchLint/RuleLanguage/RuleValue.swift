import ArchCatalog
import ArchModel

/// What an expression of a rule comes to.
enum RuleValue: Equatable {
  /// Nobody said, and there is no default.
  case unknown
  case value(Value)
  case element(ElementID)

  /// Whether it is true or false; nil for anything else.
  var truth: Bool? {
    if case .value(.boolean(let flag)) = self { flag } else { nil }
  }

  static func truth(_ flag: Bool?) -> RuleValue { flag.map { .value(.boolean($0)) } ?? .unknown }
}

extension RuleExpression.Calculation {
  /// The result for two amounts that go together; unknown for others.
  func callAsFunction(_ left: Value, _ right: Value) -> RuleValue {
    guard let a = left.magnitude, let b = right.magnitude else { return .unknown }
    switch self {
    case .sum: return left.isAlike(right) ? .value(left.withMagnitude(a + b)) : .unknown
    case .difference: return left.isAlike(right) ? .value(left.withMagnitude(a - b)) : .unknown
    case .product:
      if case .number = left { return .value(right.withMagnitude(a * b)) }
      if case .number = right { return .value(left.withMagnitude(a * b)) }
      return .unknown
    case .quotient:
      guard b != 0 else { return .unknown }
      if case .number = right { return .value(left.withMagnitude(a / b)) }
      return left.isAlike(right) ? .value(.number(a / b)) : .unknown
    }
  }
}

extension Value {
  /// Whether two amounts measure the same.
  func isAlike(_ other: Value) -> Bool {
    switch (self, other) {
    case (.number, .number), (.duration, .duration), (.size, .size), (.rate, .rate),
      (.percent, .percent):
      true
    default: false
    }
  }

  func withMagnitude(_ amount: Double) -> Value {
    switch self {
    case .duration: .duration(seconds: amount)
    case .size: .size(bytes: amount)
    case .rate: .rate(perSecond: amount)
    case .percent: .percent(amount)
    default: .number(amount)
    }
  }

  /// A word, a string or an address as plain text.
  var plainText: String? {
    switch self {
    case .word(let text), .string(let text), .address(let text): text
    case .reference(let names): names.joined(separator: ".")
    default: nil
    }
  }
}

extension Condition.Comparison {
  /// The answer for two values of a rule; nil where they cannot be compared.
  func holds(_ left: RuleValue, _ right: RuleValue, in model: Model) -> Bool? {
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return nil
    case (.element(let a), .element(let b)):
      switch self {
      case .equal: return model.isSame(a, b)
      case .notEqual: return !model.isSame(a, b)
      default: return nil
      }
    case (.element(let a), .value(let b)): return holds(.string(model.word(for: a)), b)
    case (.value(let a), .element(let b)): return holds(a, .string(model.word(for: b)))
    case (.value(let a), .value(let b)): return holds(a, b)
    }
  }

  private func holds(_ left: Value, _ right: Value) -> Bool? {
    switch self {
    case .equal: return left.means(right)
    case .notEqual: return left.means(right).map { !$0 }
    case .oneOf:
      guard case .list(let items) = right else { return nil }
      return items.contains { left.means($0) == true }
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard left.isAlike(right), let a = left.magnitude, let b = right.magnitude else { return nil }
      switch self {
      case .less: return a < b
      case .lessOrEqual: return a <= b
      case .greater: return a > b
      default: return a >= b
      }
    }
  }
}

extension Model {
  /// Whether two elements are the same, or are drawn twice for the same place.
  fileprivate func isSame(_ left: ElementID, _ right: ElementID) -> Bool {
    left == right
      || self[left].service == self[right].service
        && identity(ofPlace: left) == identity(ofPlace: right)
  }

  /// What an element is compared with a word by: its name, or the code of the place it is.
  fileprivate func word(for id: ElementID) -> String {
    let identity = identity(ofPlace: id)
    return identity == path(of: id) ? self[id].name : identity
  }
}

extension Value {
  /// Whether two values are the same, a word being as good as a string; nil where they are of kinds
  /// that do not compare.
  fileprivate func means(_ other: Value) -> Bool? {
    if let a = plainText, let b = other.plainText { return a == b }
    if isAlike(other) || self == other { return magnitude == other.magnitude && self == other }
    switch (self, other) {
    case (.boolean, .boolean), (.list, .list): return self == other
    default: return plainText != nil || other.plainText != nil ? false : nil
    }
  }
}
