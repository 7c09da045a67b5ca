import ArchDiagnostics
import ArchModel

extension Diagnostic {
  /// A hint on where things stand that the picture does not follow.
  static func unheeded(_ hint: Attribute, in model: Model) -> Diagnostic {
    let owner = model.elements.firstIndex {
      $0.attributes.contains { $0.declaration == hint.declaration }
    }
    if let owner, model.children(of: ElementID(owner)).isEmpty {
      return Diagnostic(
        "layout/unheeded", .warning,
        "'\(hint.name)' is for containers, and nothing stands in '\(model.elements[owner].name)'",
        at: hint.declaration)
    }
    let wish = hint.name == "order" ? "side by side in this order" : "side by side"
    return Diagnostic(
      "layout/unheeded", .warning, "these do not stand \(wish) in the picture",
      at: hint.valueLocation,
      notes: [
        "Things without others inside can share a row, unless arrows lead from one to the next "
          + "over a third. A container takes part if it states a direction of its own."
      ])
  }
}
