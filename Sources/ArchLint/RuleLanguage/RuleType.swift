import ArchCatalog

/// What an expression of a rule can come to, as far as the declarations tell.
enum RuleType {
  /// Nothing is known, so nothing is wrong.
  case anything
  case boolean
  case amount(Dimension)
  /// A text; the words it may be, where only some are allowed.
  case text([String]?)
  /// An element of one of these services.
  case element([Service])
  case list

  /// The type of an attribute.
  init(_ type: AttributeType, in services: [Service]) {
    switch type {
    case .integer, .number: self = .amount(.number)
    case .duration: self = .amount(.duration)
    case .size: self = .amount(.size)
    case .rate: self = .amount(.rate)
    case .percent: self = .amount(.percent)
    case .string, .cidr: self = .text(nil)
    case .boolean: self = .boolean
    case .enumeration(let words): self = .text(words)
    case .list: self = .list
    case .reference(let words):
      self = .element(
        words.isEmpty
          ? services : services.filter { service in words.contains(where: service.isNamed) })
    }
  }

  init(_ value: Value) {
    switch value {
    case .boolean: self = .boolean
    case .list: self = .list
    case .word, .string, .address, .reference: self = .text(nil)
    case .number: self = .amount(.number)
    case .duration: self = .amount(.duration)
    case .size: self = .amount(.size)
    case .rate: self = .amount(.rate)
    case .percent: self = .amount(.percent)
    }
  }

  /// What it is, for messages.
  var words: String {
    switch self {
    case .anything: "anything"
    case .boolean: "true or false"
    case .amount(.number): "a number"
    case .amount(.duration): "a duration"
    case .amount(.size): "a size"
    case .amount(.rate): "a rate"
    case .amount(.percent): "a percentage"
    case .text: "a word"
    case .element: "an element"
    case .list: "a list"
    }
  }

  /// Whether values of two types can be equal.
  func compares(with other: RuleType) -> Bool {
    switch (self, other) {
    case (.anything, _), (_, .anything): true
    case (.boolean, .boolean), (.text, .text), (.list, .list), (.element, .element): true
    case (.element, .text), (.text, .element): true
    case (.amount(let a), .amount(let b)): a == b
    default: false
    }
  }

  /// What either of two is.
  func joined(with other: RuleType) -> RuleType {
    switch (self, other) {
    case (.text(let a?), .text(let b?)): .text(a + b)
    case (.text, .text): .text(nil)
    case (.element(let a), .element(let b)): .element(a + b)
    case (.amount(let a), .amount(let b)) where a == b: self
    case (.boolean, .boolean), (.list, .list): self
    default: .anything
    }
  }
}
