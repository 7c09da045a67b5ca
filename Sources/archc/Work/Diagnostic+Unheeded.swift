import ArchDiagnostics
import ArchModel

extension Diagnostic {
  /// A hint about where things stand that the picture does not follow.
  static func unheeded(_ hint: Attribute) -> Diagnostic {
    let wish = hint.name == "order" ? "side by side in this order" : "side by side"
    return Diagnostic(
      "layout/unheeded", .warning, "these do not stand \(wish) in the picture",
      at: hint.valueLocation,
      notes: [
        "Only things without others inside, which no arrow leads from one to the next over a third, "
          + "can share a row. A container takes part if it states a direction of its own."
      ])
  }
}
