import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

/// Holds what elements say of themselves against what depends on their other attributes: whether an
/// attribute may be set at all, and its range.
func checkAttributes(_ model: Model, _ background: Background) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  for (index, element) in model.elements.enumerated() where !element.attributes.isEmpty {
    let service = model.service(of: ElementID(index))
    for attribute in element.attributes {
      guard let declaration = service.attribute(attribute.name) else { continue }
      let check = AttributeCheck(
        model: model, background: background, id: ElementID(index), service: service,
        attribute: attribute, declaration: declaration)
      problems += [check.misplaced, check.outOfRange].compactMap { $0 }
    }
  }
  return problems
}

private struct AttributeCheck {
  let model: Model
  let background: Background
  let id: ElementID
  let service: Service
  let attribute: Attribute
  let declaration: AttributeDeclaration

  /// What is wrong with setting the attribute here. Switching something off that is not there is
  /// no mistake.
  var misplaced: Diagnostic? {
    guard let condition = declaration.condition, attribute.value != .boolean(false),
      model.holds(condition, for: id) == false
    else { return nil }
    let words = condition.words { _, name in "its \(name)" }
    return Diagnostic(
      "attribute/not-here", severity(declaration.citations),
      "'\(attribute.name)' is for \(service.shortTitle) only where \(words)",
      at: attribute.declaration, secondary: reasons(for: condition),
      notes: ["\(attribute.name): \(declaration.summary)"] + background.notes(declaration.citations)
    )
  }

  /// What is wrong with the amount, where the range depends on other attributes.
  var outOfRange: Diagnostic? {
    guard declaration.hasLimits, let amount = attribute.value.magnitude else { return nil }
    let limit = service.limits.first {
      $0.attribute == attribute.name && model.holds($0.condition, for: id) == true
    }
    let citations = limit?.citations ?? declaration.citations
    guard let bounds = limit?.bounds ?? declaration.bounds, !bounds.contains(amount) else {
      return nil
    }
    let condition = limit?.condition.map { " where " + $0.words { _, name in "its \(name)" } }
    let range = bounds.text + (condition ?? "")
    return Diagnostic(
      "attribute/range", severity(citations),
      "'\(attribute.name)' is \(attribute.value.spelling), outside \(range)",
      at: attribute.valueLocation,
      secondary: limit?.condition.map(reasons) ?? [],
      notes: ["\(attribute.name): \(declaration.summary)"] + background.notes(citations))
  }

  private func reasons(for condition: Condition) -> [Label] {
    let names = Set(condition.attributes.map(\.name))
    return model[id].attributes.filter { names.contains($0.name) }
      .map { Label($0.valueLocation, "'\($0.name)' is set here") }
  }

  private func severity(_ citations: [String]) -> Severity {
    background.isUnverified(citations) ? .warning : .error
  }
}
