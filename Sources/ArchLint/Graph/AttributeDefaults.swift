import ArchCatalog
import ArchModel

/// What the catalog says of attributes that the elements of one diagram do not state.
///
/// Most defaults are the same for all elements of a service; each of those is looked up once.
final class AttributeDefaults {
  private let model: Model
  /// What has been asked for, by name and by the service's index.
  private var known: [String: [Default?]] = [:]

  private enum Default {
    /// The same for all elements of a service.
    case always(Value?)
    /// It depends on what else the element states.
    case ofElement
  }

  init(_ model: Model) { self.model = model }

  /// The default of an attribute for an element that does not state it.
  func value(_ name: String, of id: ElementID) -> Value? {
    let service = model[id].service
    switch known[name]?[service] ?? learn(name, service) {
    case .always(let value): return value
    case .ofElement: return model.value(of: name, in: id)
    }
  }

  /// Whether elements of a service may have a default for an attribute.
  func mayExist(_ name: String, ofService service: Int) -> Bool {
    switch known[name]?[service] ?? learn(name, service) {
    case .always(let value): value != nil
    case .ofElement: true
    }
  }

  private func learn(_ name: String, _ service: Int) -> Default {
    let depends = model.services[service].limits.contains {
      $0.attribute == name && $0.defaultValue != nil
    }
    let answer: Default = depends ? .ofElement : .always(plainDefault(name, service))
    known[name, default: [Default?](repeating: nil, count: model.services.count)][service] = answer
    return answer
  }

  private func plainDefault(_ name: String, _ service: Int) -> Value? {
    if let declared = model.services[service].attribute(name) { return declared.defaultValue }
    let common = model.ownElementAttributes + Catalog.commonAttributes(of: .element)
    return common.first { $0.name == name }?.defaultValue
  }
}
