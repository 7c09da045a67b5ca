import ArchScene

/// The icons that a picture needs, each once, with numbers in the order of its cards.
struct IconsInUse {
  private(set) var icons: [Icon] = []
  private var numbers: [String: Int] = [:]

  init(of scene: Scene) {
    for node in scene.nodes where numbers[node.style.icon] == nil { add(node.style.icon) }
  }

  var isEmpty: Bool { icons.isEmpty }

  /// The number of an icon by the name that a card has for it.
  func number(of name: String) -> Int { numbers[name] ?? 0 }

  private mutating func add(_ name: String) {
    let icon = Icon.named(name) ?? Icon.unknown
    let known = icons.firstIndex { $0.name.utf8Start == icon.name.utf8Start }
    numbers[name] = known ?? icons.count
    if known == nil { icons.append(icon) }
  }
}
