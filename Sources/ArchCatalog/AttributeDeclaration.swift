package import ArchSource

/// What an attribute may say.
package indirect enum AttributeType: Sendable, Equatable {
  case integer, number, duration, size, rate, percent, string, boolean, cidr
  /// An element of one of these services or traits; of any, where the list is empty.
  case reference([String])
  case list(AttributeType)
  /// One of these words.
  case enumeration([String])

  /// What the numbers of this type measure, or nil where it has none.
  package var dimension: Dimension? {
    switch self {
    case .integer, .number: .number
    case .duration: .duration
    case .size: .size
    case .rate: .rate
    case .percent: .percent
    default: nil
    }
  }

  /// The type in words, as in "expected a duration, such as 30s".
  package var description: String {
    switch self {
    case .integer: "a whole number"
    case .number: "a number"
    case .duration: "a duration, such as 30s"
    case .size: "a size, such as 256KB"
    case .rate: "a rate, such as 100/s"
    case .percent: "a percentage, such as 99.9%"
    case .string: "a \"string\""
    case .boolean: "true or false"
    case .cidr: "a range of addresses, such as 10.0.0.0/16"
    case .reference(let services):
      "the name of an element" + (services.isEmpty ? "" : " (\(services.alternatives))")
    case .list(let item): "a list, each item \(item.description)"
    case .enumeration(let words): words.alternatives
    }
  }

  /// The type as it is declared: `duration`, `standard | fifo`, `reference sqs`.
  package var spelling: String {
    switch self {
    case .integer: "integer"
    case .number: "number"
    case .duration: "duration"
    case .size: "size"
    case .rate: "rate"
    case .percent: "percent"
    case .string: "string"
    case .boolean: "boolean"
    case .cidr: "cidr"
    case .reference(let services):
      (["reference"] + [services.joined(separator: ", ")])
        .filter { !$0.isEmpty }.joined(separator: " ")
    case .list(let item): "list \(item.spelling)"
    case .enumeration(let words): words.joined(separator: " | ")
    }
  }
}

/// The values a number may have, in its dimension's own unit.
package struct Bounds: Sendable, Equatable {
  /// The least and the most.
  package var lower: Double?
  package var upper: Double?
  /// The only values, where they are listed.
  package var choices: [Double] = []
  /// The range as declared, for messages: `0s..12h`.
  package var text: String

  /// Whether an amount, in the dimension's own unit, lies within.
  package func contains(_ amount: Double) -> Bool {
    guard choices.isEmpty else { return choices.contains(amount) }
    return amount >= lower ?? -.infinity && amount <= upper ?? .infinity
  }
}

/// One attribute of a service, an edge, a header or a step.
package struct AttributeDeclaration: Sendable, Equatable {
  package var name: String
  package var type: AttributeType
  /// The usual range. A limit of the service may set another one under a condition.
  package var bounds: Bounds?
  /// Whether the range depends on other attributes, so that a value alone cannot be judged.
  package var hasLimits = false
  package var defaultValue: Value?
  /// The default as declared, for messages and listings.
  package var defaultText: String?
  package var summary: String
  /// Other spellings, in kebab case, that are recognised and reported.
  package var alternatives: [String]
  /// When it may be set at all; nil for always.
  package var condition: Condition?
  /// The facts behind it.
  package var citations: [String] = []
  package var declaration: Location
}

extension [String] {
  /// The words as alternatives: `a, b or c`.
  package var alternatives: String {
    switch count {
    case 0: ""
    case 1: self[0]
    default: dropLast().joined(separator: ", ") + " or " + self[count - 1]
    }
  }
}
