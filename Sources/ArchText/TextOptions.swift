package import ArchScene

/// How a picture is written as text.
package struct TextOptions: Sendable, Equatable {
  /// The characters that boxes and lines are made of.
  package enum Charset: Sendable, Hashable, CaseIterable {
    /// Box-drawing characters, U+2500 to U+257F, and filled triangles.
    case unicode
    /// `+ - | > < ^ v` and a few dots.
    case ascii
  }

  package var charset: Charset
  /// How many columns a line may take.
  package var width: Int
  /// Where the target of an edge lies; given up for top-down where that does not fit.
  package var direction: Direction

  package init(charset: Charset = .unicode, width: Int = 120, direction: Direction = .right) {
    self.charset = charset
    self.width = width
    self.direction = direction
  }
}
