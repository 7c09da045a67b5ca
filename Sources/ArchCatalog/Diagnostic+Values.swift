package import ArchDiagnostics
import ArchSource
package import ArchSyntax

/// What is said about values.
extension Diagnostic {
  static func wrongType(
    _ type: AttributeType, for declaration: AttributeDeclaration, at node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "attribute/type", .error, "'\(declaration.name)' takes \(type.description)",
      at: node.location, notes: declaration.reason)
  }

  static func missingUnit(
    _ dimension: Dimension, amount: Double, for declaration: AttributeDeclaration,
    at node: SyntaxNode
  ) -> Diagnostic {
    let unit = likelyUnit(of: dimension, amount: amount, for: declaration)
    return Diagnostic(
      "attribute/missing-unit", .error,
      "'\(declaration.name)' needs a unit, as in \(node.text)\(unit)", at: node.location,
      notes: declaration.reason, fixes: [.replacing(node, with: node.text + unit)])
  }

  /// The unit a bare number was most likely meant in: the one cloud templates use (seconds, bytes
  /// per the declaration), unless only the unit of the default brings the number into range.
  private static func likelyUnit(
    of dimension: Dimension, amount: Double, for declaration: AttributeDeclaration
  ) -> String {
    let ofDefault = declaration.defaultText.flatMap(Measure.init)?.parts.first?.unit
    let ofBounds = declaration.bounds?.text.split(separator: ".").last
      .flatMap { Measure(String($0)) }?.parts.first?.unit
    let usual: String? =
      switch dimension {
      case .duration: "s"
      case .rate: "/s"
      case .percent: "%"
      case .number, .size: nil
      }
    let candidates = [usual, ofDefault, ofBounds].compactMap { $0 }.filter { !$0.isEmpty }
    let fitting = candidates.first { symbol in
      guard let unit = Unit.named(symbol), let bounds = declaration.bounds else { return true }
      return bounds.contains(amount * unit.factor)
    }
    return fitting ?? candidates.first ?? dimension.units.first?.symbol ?? ""
  }

  static func unknownUnit(
    _ unit: String, dimension: Dimension, at node: SyntaxNode
  ) -> Diagnostic {
    let symbols = dimension.units.map(\.symbol)
    var problem = Diagnostic(
      "attribute/unit", .error, "'\(unit)' is not a unit", at: node.location,
      notes: symbols.isEmpty ? [] : ["the units here are \(symbols.joined(separator: ", "))"])
    if let meant = Unit.meant(by: unit, in: dimension), node.text.hasSuffix(unit) {
      problem.fixes = [.replacing(node, with: node.text.dropLast(unit.count) + meant.symbol)]
    }
    return problem
  }

  static func outOfRange(
    _ bounds: Bounds, _ declaration: AttributeDeclaration, at node: SyntaxNode
  ) -> Diagnostic {
    Diagnostic(
      "attribute/range", .error,
      "'\(declaration.name)' is \(node.text), outside \(bounds.text)", at: node.location,
      notes: declaration.reason)
  }
}

extension AttributeDeclaration {
  /// What the attribute is for, as the reason behind a message.
  fileprivate var reason: [String] {
    summary.isEmpty ? [] : ["\(name): \(summary)"]
  }
}

extension FixIt {
  /// A fix that writes a node anew.
  package static func replacing(
    _ node: SyntaxNode, with text: some StringProtocol, isSafe: Bool = true
  ) -> FixIt {
    FixIt("write '\(text)'", [TextEdit(node.location, String(text))], isSafe: isSafe)
  }
}
