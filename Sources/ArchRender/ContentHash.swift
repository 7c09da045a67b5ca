import ArchScene

/// A short hash of what a picture shows (FNV-1a, 64 bits), for names that two pictures do not
/// share.
struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Hashes everything that decides a picture's style sheet, and enough to tell pictures apart.
  init(of scene: Scene) {
    add(scene.title ?? "")
    add(scene.theme.rawValue)
    add(scene.size.width)
    add(scene.size.height)
    for group in scene.groups {
      add(group.id)
      add(group.label)
      add(group.look.rawValue)
      add(group.frame.x)
    }
    for node in scene.nodes {
      add(node.id)
      add(node.label)
      add(node.style.category)
      add(node.frame.x)
      add(node.frame.y)
    }
    for edge in scene.edges {
      add(edge.id)
      add(edge.label)
      add(edge.stroke.rawValue)
    }
  }

  /// Five letters and digits, the first one a letter, so that it can begin an XML id or a CSS name.
  var name: String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".unicodeScalars)
    var rest = state ^ (state >> 32)
    var name = String(Character(alphabet[Int(rest % 24)]))
    rest /= 24
    for _ in 0..<4 {
      name.unicodeScalars.append(alphabet[Int(rest % 32)])
      rest /= 32
    }
    return name
  }

  /// Adds words that tell two pictures of one scene apart.
  mutating func add(_ text: String) {
    for byte in text.utf8 { add(UInt64(byte)) }
    add(UInt64(0xFF))  // No byte of UTF-8, so "ab" and "a", "b" differ.
  }

  private mutating func add(_ value: Double) { add(value.bitPattern) }

  private mutating func add(_ value: UInt64) {
    state = (state ^ value) &* 0x100_0000_01B3
  }
}
