import ArchSource

/// When something of the catalog holds: the expression behind `where`.
///
/// `source.type == standard and target.type != fifo` in a connection's clause; the names of the
/// service's own attributes, `type == rest`, elsewhere.
package indirect enum Condition: Sendable, Equatable {
  /// Whose attribute is asked for.
  package enum Subject: Sendable, Equatable { case itself, source, target }

  /// One side of a comparison.
  package enum Operand: Sendable, Equatable {
    case attribute(Subject, String)
    case value(Value)
  }

  package enum Comparison: String, Sendable {
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    /// The left side is an item of the list on the right.
    case oneOf = "in"
  }

  case compare(Operand, Comparison, Operand)
  case all([Condition])
  case any([Condition])
  case not(Condition)

  /// Whether the condition holds; nil where something it asks for is not known.
  ///
  /// - Parameter value: The value of an attribute: stated, or the default; nil for unknown.
  package func holds(_ value: (Subject, String) -> Value?) -> Bool? {
    switch self {
    case .compare(let left, let comparison, let right):
      guard let left = left.value(value), let right = right.value(value) else { return nil }
      return comparison.holds(left, right)
    case .all(let conditions):
      let answers = conditions.map { $0.holds(value) }
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .any(let conditions):
      let answers = conditions.map { $0.holds(value) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .not(let condition):
      return condition.holds(value).map { !$0 }
    }
  }

  /// The comparisons that make the condition fail, where each of them alone does.
  package func failures(_ value: (Subject, String) -> Value?) -> [Condition] {
    guard holds(value) == false else { return [] }
    guard case .all(let conditions) = self else { return [self] }
    return conditions.flatMap { $0.failures(value) }
  }

  /// Every attribute that the condition asks for.
  package var attributes: [(subject: Subject, name: String)] {
    switch self {
    case .compare(let left, _, let right):
      [left, right].compactMap {
        if case .attribute(let subject, let name) = $0 { (subject, name) } else { nil }
      }
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.attributes)
    case .not(let condition): condition.attributes
    }
  }

  /// The words that attributes are compared with.
  package var comparedWords: [(subject: Subject, name: String, word: String)] {
    switch self {
    case .compare(.attribute(let subject, let name), _, .value(let value)):
      switch value {
      case .word(let word): [(subject, name, word)]
      case .list(let items):
        items.compactMap { if case .word(let word) = $0 { (subject, name, word) } else { nil } }
      default: []
      }
    case .compare: []
    case .all(let conditions), .any(let conditions): conditions.flatMap(\.comparedWords)
    case .not(let condition): condition.comparedWords
    }
  }

  /// The condition in words: `type is standard`, `its type is not fifo`.
  package func words(_ name: (Subject, String) -> String) -> String {
    switch self {
    case .compare(let left, let comparison, let right):
      "\(left.words(name)) \(comparison.words) \(right.words(name))"
    case .all(let conditions):
      conditions.map { $0.isChoice ? "(\($0.words(name)))" : $0.words(name) }
        .joined(separator: " and ")
    case .any(let conditions): conditions.map { $0.words(name) }.joined(separator: " or ")
    case .not(let condition): "not (\(condition.words(name)))"
    }
  }

  private var isChoice: Bool { if case .any = self { true } else { false } }
}

extension Condition.Operand {
  fileprivate func value(_ value: (Condition.Subject, String) -> Value?) -> Value? {
    switch self {
    case .attribute(let subject, let name): value(subject, name)
    case .value(let constant): constant
    }
  }

  fileprivate func words(_ name: (Condition.Subject, String) -> String) -> String {
    switch self {
    case .attribute(let subject, let attribute): name(subject, attribute)
    case .value(let value): value.spelling
    }
  }
}

extension Condition.Comparison {
  fileprivate func holds(_ left: Value, _ right: Value) -> Bool? {
    switch self {
    case .equal: return left == right
    case .notEqual: return left != right
    case .oneOf:
      guard case .list(let items) = right else { return nil }
      return items.contains(left)
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let left = left.magnitude, let right = right.magnitude else { return nil }
      switch self {
      case .less: return left < right
      case .lessOrEqual: return left <= right
      case .greater: return left > right
      default: return left >= right
      }
    }
  }

  fileprivate var words: String {
    switch self {
    case .equal: "is"
    case .notEqual: "is not"
    case .less: "is less than"
    case .lessOrEqual: "is at most"
    case .greater: "is more than"
    case .greaterOrEqual: "is at least"
    case .oneOf: "is one of"
    }
  }
}
