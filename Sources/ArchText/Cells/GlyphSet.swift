import ArchScene

/// The characters of a charset, by what they draw.
struct GlyphSet {
  /// By the bits of `Arms`: up 1, right 2, down 4, left 8.
  private let joints: [Unicode.Scalar]
  private let heads: [Unicode.Scalar]
  private let isASCII: Bool

  init(_ charset: TextOptions.Charset) {
    isASCII = charset == .ascii
    // In ASCII a plus is where lines meet; where they only cross, the upright one goes on.
    joints = Array((isASCII ? " |-+||++-+-++++|" : " ╵╶└╷│┌├╴┘─┴┐┤┬┼").unicodeScalars)
    heads = Array((isASCII ? "^>v<" : "▲▶▼◀").unicodeScalars)
  }

  /// Returns the character of a piece of line.
  func line(_ arms: Arms, _ stroke: Stroke) -> Unicode.Scalar {
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
  func head(_ way: Way) -> Unicode.Scalar { heads[way.rawValue] }
}
