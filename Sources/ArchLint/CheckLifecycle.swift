import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource

/// Says which services of a diagram nobody should choose any more: closed to new customers, with an
/// end announced, or gone.
func checkLifecycle(_ model: Model, _ background: Background) -> [Diagnostic] {
  guard model.services.contains(where: { $0.lifecycle.status != .active }) else { return [] }
  return model.elements.indices.compactMap { index in
    let id = ElementID(index)
    let element = model[id]
    let service = model.services[element.service]
    guard service.lifecycle.status != .active, !isOffered(id, model) else { return nil }
    return .deprecated(service, element, background)
  }
}

/// Whether an element is one of the variants that the end of its service does not concern.
private func isOffered(_ id: ElementID, _ model: Model) -> Bool {
  let service = model.service(of: id)
  return service.variants.contains { variant in
    service.lifecycle.exceptions.contains(variant.name)
      && model.value(of: variant.attribute, in: id) == variant.value
  }
}

extension Diagnostic {
  fileprivate static func deprecated(
    _ service: Service, _ element: Element, _ background: Background
  ) -> Diagnostic {
    let lifecycle = service.lifecycle
    let successors = lifecycle.successors.compactMap(background.catalog.service)
    var notes = background.facts(lifecycle.citations, of: service).map(\.footnote)
    if !successors.isEmpty {
      let names = successors.map { "\($0.title) (\($0.key))" }
      notes.append("use \(names.alternatives) instead")
    }
    return Diagnostic(
      "service/deprecated", lifecycle.status == .ended ? .error : .warning,
      "\(service.title) \(lifecycle.words)", at: element.declaration, notes: notes)
  }
}

extension Lifecycle {
  /// What became of the service, behind its title: `is closed to new customers since 2024-07-25`.
  fileprivate var words: String {
    let since = since.map { " since \($0)" } ?? ""
    let ends = ends.map { ", support ends \($0)" } ?? ""
    switch status {
    case .active: return "is offered"
    case .maintenance: return "takes no new customers\(since)\(ends)"
    case .sunset: return "is being withdrawn\(since)\(ends)"
    case .ended: return "no longer exists\(self.ends.map { " since \($0)" } ?? since)"
    }
  }
}
