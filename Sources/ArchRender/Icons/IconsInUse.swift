import ArchScene

/// The icons and drawings that a picture needs, each once, with numbers in the order of its
/// groups and cards.
struct IconsInUse {
  private(set) var icons: [Icon] = []
  private(set) var drawings: [Drawing] = []
  private var numbers: [String: Int] = [:]

  init(of scene: Scene) {
    for group in scene.groups where group.hasTile { add(group.style) }
    for node in scene.nodes { add(node.style) }
  }

  var isEmpty: Bool { icons.isEmpty && drawings.isEmpty }

  /// The number of an icon by the name that a card has for it.
  func number(of name: String) -> Int { numbers[name] ?? 0 }

  /// The number of a drawing.
  func number(of drawing: Drawing) -> Int? { drawings.firstIndex(of: drawing) }

  private mutating func add(_ style: SceneStyle) {
    if let drawing = style.drawing {
      if !drawings.contains(drawing) { drawings.append(drawing) }
    } else if numbers[style.icon] == nil {
      add(style.icon)
    }
  }

  private mutating func add(_ name: String) {
    let icon = Icon.named(name) ?? Icon.unknown
    let known = icons.firstIndex { $0.name.utf8Start == icon.name.utf8Start }
    numbers[name] = known ?? icons.count
    if known == nil { icons.append(icon) }
  }
}
