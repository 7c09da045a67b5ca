import ArchScene

/// The icons and drawings that a picture needs, each once, with numbers in the order of its cards.
struct IconsInUse {
  private(set) var icons: [Icon] = []
  private(set) var drawings: [Drawing] = []
  private var numbers: [String: Int] = [:]

  init(of scene: Scene) {
    for node in scene.nodes {
      if let drawing = node.style.drawing {
        if !drawings.contains(drawing) { drawings.append(drawing) }
      } else if numbers[node.style.icon] == nil {
        add(node.style.icon)
      }
    }
  }

  var isEmpty: Bool { icons.isEmpty && drawings.isEmpty }

  /// The number of an icon by the name that a card has for it.
  func number(of name: String) -> Int { numbers[name] ?? 0 }

  /// The number of a drawing.
  func number(of drawing: Drawing) -> Int? { drawings.firstIndex(of: drawing) }

  private mutating func add(_ name: String) {
    let icon = Icon.named(name) ?? Icon.unknown
    let known = icons.firstIndex { $0.name.utf8Start == icon.name.utf8Start }
    numbers[name] = known ?? icons.count
    if known == nil { icons.append(icon) }
  }
}
