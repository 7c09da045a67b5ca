import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

/// Holds what elements say of themselves against what depends on their other attributes: whether an
/// attribute may be set at all, and its range.
func checkAttributes(_ model: Model, _ background: Background) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  let dependent = model.services.map { service in
    service.attributes.filter { $0.condition != nil || $0.hasLimits }
  }
  for index in model.elements.indices {
    let declarations = dependent[model.elements[index].service]
    guard !declarations.isEmpty else { continue }
    for attribute in model.elements[index].attributes {
      guard let declaration = declarations.first(where: { $0.name == attribute.name }) else {
        continue
      }
      let id = ElementID(index)
      let check = AttributeCheck(
        model: model, background: background, id: id, service: model.service(of: id),
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
    let facts = background.facts(declaration.citations, of: service)
    return Diagnostic(
      "attribute/not-here", facts.severity,
      "'\(attribute.name)' is for \(service.shortTitle) only where \(words)",
      at: attribute.declaration, secondary: reasons(for: condition),
      notes: purpose + facts.map(\.footnote))
  }

  /// What is wrong with the amount, where the range depends on other attributes.
  var outOfRange: Diagnostic? {
    guard declaration.hasLimits, let amount = attribute.value.magnitude else { return nil }
    let limit = service.limits.first {
      $0.attribute == attribute.name && model.holds($0.condition, for: id) == true
    }
    guard let bounds = limit?.bounds ?? declaration.bounds, !bounds.contains(amount) else {
      return nil
    }
    let condition = limit?.condition.map { " where " + $0.words { _, name in "its \(name)" } }
    let range = bounds.text + (condition ?? "")
    let facts = background.facts(limit?.citations ?? declaration.citations, of: service)
    return Diagnostic(
      "attribute/range", facts.severity,
      "'\(attribute.name)' is \(attribute.value.spelling), outside \(range)",
      at: attribute.valueLocation,
      secondary: limit?.condition.map(reasons) ?? [],
      notes: purpose + facts.map(\.footnote))
  }

  private func reasons(for condition: Condition) -> [Label] {
    let names = Set(condition.attributes.map(\.name))
    return model[id].attributes.filter { names.contains($0.name) }
      .map { Label($0.valueLocation, "'\($0.name)' is set here") }
  }

  /// What the attribute is for, where its declaration says so.
  private var purpose: [String] {
    declaration.summary.isEmpty ? [] : ["\(attribute.name): \(declaration.summary)"]
  }
}
