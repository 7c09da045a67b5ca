extension Service {
  /// What an element is called that a diagram only mentions: the key or, for a variant, the first
  /// of the names that set the same, so that a FIFO queue and a plain one are two elements.
  package var mentionedName: String {
    guard let own = variants.first(where: { $0.name == variant }) else { return key }
    return variants.first { $0.attribute == own.attribute && $0.value == own.value }?.name ?? key
  }

  /// The service as it is when a diagram calls it by a name: a variant's attribute has the
  /// variant's value where the diagram says nothing else.
  func named(_ name: String) -> Service {
    guard let variant = variants.first(where: { $0.name == name }) else { return self }
    var service = self
    service.variant = name
    service.title = variant.title ?? title
    for index in attributes.indices where attributes[index].name == variant.attribute {
      service.attributes[index].defaultValue = variant.value
      service.attributes[index].defaultText = variant.value.spelling
    }
    return service
  }

  /// This service with everything that another one says and this one does not.
  ///
  /// Attributes and settings of its own hide those of the other; connections, facts and limits are
  /// added to them.
  func adding(to base: Service) -> Service {
    var service = self
    if category == Service.unstatedCategory { service.category = base.category }
    if summary.isEmpty { service.summary = base.summary }
    if source.isEmpty { service.source = base.source }
    if shows.isEmpty { service.shows = base.shows }
    service.link = link ?? base.link
    service.icon = icon ?? base.icon
    service.look = look ?? base.look
    service.standsIn = standsIn ?? base.standsIn
    service.standsInWhere += base.standsInWhere
    service.lifecycle = lifecycle == Lifecycle() ? base.lifecycle : lifecycle
    service.ancestors = base.ancestors + (base.key == key ? [] : [base.key])
    if base.key == key {
      service.aliases += base.aliases.filter { !aliases.contains($0) }
      service.variants = base.variants + variants
    }
    service.traits = Array(Set(traits + base.traits)).sorted()
    service.contains += base.contains
    let ownNames = Set(attributes.map(\.name))
    service.attributes = base.attributes.filter { !ownNames.contains($0.name) } + attributes
    service.limits = base.limits.filter { !ownNames.contains($0.attribute) } + limits
    service.connections += base.connections
    service.facts = base.facts + facts
    service.isClosed = isClosed || base.isClosed
    service.closedCitations += base.closedCitations
    service.isClosedToOthers = isClosedToOthers || base.isClosedToOthers
    service.closedToOthersCitations += base.closedToOthersCitations
    return service
  }
}
