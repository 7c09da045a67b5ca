import ArchCatalog
import ArchModel
import ArchSyntax

/// The words of a rule for its findings: braces filled, numbers spelled out. What stands in braces
/// is read once.
final class RuleText {
  /// The check with room for what the braces ask.
  private var check: PatternCheck
  private var parts: [String: [Part]] = [:]

  private enum Part {
    case words(String)
    case expression(RuleExpression)
  }

  init(_ check: PatternCheck) { self.check = check }

  /// A text with its braces filled.
  func filled(_ text: String, _ run: RuleRun) -> String {
    let parts = parts(of: text)
    run.makeRoom(for: check)
    var result = ""
    for part in parts {
      switch part {
      case .words(let words): result += words
      case .expression(let expression): result += spelling(of: run.value(expression), run)
      }
    }
    return result
  }

  private func parts(of text: String) -> [Part] {
    if let known = parts[text] { return known }
    let read = braceParts(of: text).compactMap { part -> Part? in
      switch part {
      case .words(let words): return .words(words)
      case .expression(let text):
        guard let braces = readBraces(text, of: check) else { return nil }
        check = braces.check
        return .expression(braces.expression)
      }
    }
    parts[text] = read
    return read
  }

  private func spelling(of value: RuleValue, _ run: RuleRun) -> String {
    switch value {
    case .unknown: "unknown"
    case .value(.string(let text)): text
    case .value(let value): value.spelling
    case .element(let element): run.model[element].name
    }
  }

  /// An element as messages call it.
  func words(for element: ElementID, _ run: RuleRun) -> String { "'\(run.model[element].name)'" }

  /// A value as an attribute of a type states it; nil where it is not known.
  func literal(
    _ expression: RuleExpression, as type: AttributeType?, _ run: RuleRun
  ) -> String? {
    switch run.value(expression) {
    case .unknown: return nil
    case .element(let element): return run.model.path(of: element)
    case .value(.string(let text)):
      let filled = filled(text, run)
      if case .reference? = type { return filled }
      return StringLiteral.literal(filled)
    case .value(let value): return value.spelling
    }
  }

  // MARK: Numbers

  /// Both sides of a comparison of amounts with what they come to: `visibility-timeout of 'orders'
  /// is 30s; 6 * timeout of 'worker' is 6m`.
  func numbers(_ expression: RuleExpression, _ run: RuleRun) -> String? {
    guard case .compare(let left, let comparison, let right) = expression,
      comparison != .equal, comparison != .notEqual, comparison != .oneOf
    else { return nil }
    let sides = [left, right].compactMap { side(of: $0, run) }
    return sides.isEmpty ? nil : sides.joined(separator: "; ")
  }

  private func side(_ expression: RuleExpression, _ value: Value, _ run: RuleRun) -> String {
    let origin = isDefault(expression, run) ? ", the default" : ""
    return "\(phrase(expression, run)) is \(value.spelling)\(origin)"
  }

  private func side(of expression: RuleExpression, _ run: RuleRun) -> String? {
    if case .constant = expression { return nil }
    guard case .value(let value) = run.value(expression), value.magnitude != nil else { return nil }
    return side(expression, value, run)
  }

  private func isDefault(_ expression: RuleExpression, _ run: RuleRun) -> Bool {
    guard case .attribute(let slot, let path, _) = expression, path.count == 1 else { return false }
    return run.architecture.stated(path[0], of: run.elements[slot.index]) == nil
  }

  /// A calculation in words.
  private func phrase(_ expression: RuleExpression, _ run: RuleRun) -> String {
    switch expression {
    case .constant(let value): return value.spelling
    case .element(let slot): return words(for: run.elements[slot.index], run)
    case .attribute(let slot, let path, _):
      return path.reversed().joined(separator: " of the ")
        + " of \(words(for: run.elements[slot.index], run))"
    case .beyond(let start, let path, _):
      return path.reversed().joined(separator: " of the ") + " of the \(phrase(start, run))"
    case .edgeAttribute(_, let name, _): return "\(name) of the edge"
    case .setting(let name, _): return "\(name) of the diagram"
    case .calculate(let left, let calculation, let right):
      return "\(phrase(left, run)) \(calculation.rawValue) \(phrase(right, run))"
    case .call(.default, let arguments, _): return phrase(arguments[0], run)
    case .call(let function, let arguments, _):
      let words = arguments.map { phrase($0, run) }.joined(separator: ", ")
      return "\(function.rawValue)(\(words))"
    case .count: return "their number"
    case .negative(let part): return "-\(phrase(part, run))"
    default: return "it"
    }
  }
}
