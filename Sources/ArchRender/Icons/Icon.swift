/// A drawing of lines that tells what a card stands for.
///
/// All are drawn on one grid of 24 × 24 units, from 2.5 to 21.5, with strokes 1.75 wide whose
/// ends and corners are round; nothing is filled. A dot is a stroke of next to no length.
package struct Icon: Sendable {
  /// What services and diagrams call it: `queue`.
  package let name: StaticString
  /// Path data of SVG with the commands M, L, H, V, A, C and Z, absolute or relative.
  package let path: StaticString

  init(_ name: StaticString, _ path: StaticString) {
    self.name = name
    self.path = path
  }

  /// Every icon, family after family.
  package static let all: [Icon] =
    compute + containers + storage + database + integration + networking + security + analytics
    + machineLearning + management + developerTools + actors

  /// The icon for what has none.
  static let unknown = Icon.actors[Icon.actors.count - 1]

  /// Finds an icon; nil where there is none of that name.
  static func named(_ name: String) -> Icon? {
    var name = name
    return name.withUTF8 { bytes in
      all.first { icon in icon.name.withUTF8Buffer { $0.elementsEqual(bytes) } }
    }
  }
}
