import ArchCatalog
import ArchModel
import ArchScene

extension Model {
  /// A word that the header sets; nil where it is silent. The catalog's defaults are the scene's
  /// own, so there is no need to read them.
  func word(_ setting: String) -> String? {
    guard case .word(let word)? = settings.first(where: { $0.name == setting })?.value else {
      return nil
    }
    return word
  }

  /// A text that the header sets.
  func text(_ setting: String) -> String? {
    settings.first { $0.name == setting }?.value.text
  }

  /// The amount that an element states for an attribute.
  func magnitude(_ attribute: String, of id: ElementID) -> Double? {
    self[id].attributes.first { $0.name == attribute }?.value.magnitude
  }
}

extension Value {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}

extension [Attribute] {
  fileprivate func value(_ name: String) -> Value? { first { $0.name == name }?.value }
}

extension SceneStyle {
  /// How an element looks.
  init(of id: ElementID, in model: Model) {
    let service = model.service(of: id)
    let attributes = model[id].attributes
    // A document stands for a drawing of the author's own until that is put in its place.
    let ownIcon = attributes.first { $0.name == "icon" }.map { $0.iconName ?? "document" }
    self.init(
      service: service.key, category: service.category, icon: ownIcon ?? service.iconName,
      color: attributes.value("color")?.text,
      isMuted: attributes.value("muted") == .boolean(true),
      tooltip: attributes.value("description")?.text, link: attributes.value("link")?.text)
  }

  /// How a connection looks.
  init(of connection: Connection) {
    self.init(
      isMuted: connection.attributes.value("muted") == .boolean(true),
      tooltip: connection.attributes.value("description")?.text)
  }
}

extension GroupLook {
  /// The look that an element has as a container.
  init(of id: ElementID, in model: Model) {
    let look = model.service(of: id).look ?? ""
    guard look == "subnet" else {
      self = GroupLook(rawValue: look) ?? .plain
      return
    }
    self = model.value(of: "tier", in: id) == .word("public") ? .publicSubnet : .privateSubnet
  }
}

extension Stroke {
  /// Dashed for what nobody waits for, dotted for what has no direction.
  init(of connection: Connection) {
    switch connection.arrow {
    case .association: self = .dotted
    case .event: self = .dashed
    case .request: self = Self.isAsynchronous(connection.kind) ? .dashed : .solid
    }
  }

  /// Whether the source of such an edge does not wait for the target to be done.
  private static func isAsynchronous(_ kind: String) -> Bool {
    switch kind {
    case "event", "send", "publish", "poll", "stream": true
    default: false
    }
  }
}

extension ArrowHead {
  /// Open where the kind says that nothing travels along the line.
  init(of connection: Connection) {
    switch connection.kind {
    case "protects", "encrypts", "monitors", "audits", "registers", "runs-on", "attaches":
      self = .open
    default:
      self = .filled
    }
  }
}
