import ArchScene

/// The characters of a charset, by what they draw.
struct GlyphSet {
  /// By the bits of `Arms`: up 1, right 2, down 4, left 8.
  private let joints: [Character]
  private let heads: [Character]
  private let isASCII: Bool

  init(_ charset: TextOptions.Charset) {
    isASCII = charset == .ascii
    joints = Array(isASCII ? " |-+||++-+-+++++" : " ╵╶└╷│┌├╴┘─┴┐┤┬┼")
    heads = Array(isASCII ? "^>v<" : "▲▶▼◀")
  }

  /// Returns the character of a piece of line.
  func line(_ arms: Arms, _ stroke: Stroke) -> Character {
    guard stroke != .solid, arms == .horizontal || arms == .vertical else {
      return joints[Int(arms.rawValue & 15)]
    }
    let isHorizontal = arms == .horizontal
    switch (stroke, isASCII) {
    case (.dotted, false): return isHorizontal ? "┄" : "┆"
    case (.dotted, true): return "."
    case (_, false): return isHorizontal ? "╌" : "╎"
    case (_, true): return isHorizontal ? "-" : ":"
    }
  }

  /// Returns the arrowhead that points a way.
  func head(_ way: Way) -> Character { heads[way.rawValue] }
}
