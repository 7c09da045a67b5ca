/// An author's own picture for a card, reduced to shapes and gradients that can do no harm.
///
/// A tree of SVG elements whose names and attributes come from a fixed list; ids are numbers, so
/// that no word of the file becomes a name in the picture.
package struct Drawing: Sendable, Equatable {
  /// The four numbers of the part that is shown, as `viewBox` has them.
  package var viewBox: String
  package var shapes: [Shape]

  package init(viewBox: String, shapes: [Shape]) {
    self.viewBox = viewBox
    self.shapes = shapes
  }

  /// One element: `path`, `g`, `linearGradient`.
  package struct Shape: Sendable, Equatable {
    package var name: String
    package var attributes: [Attribute]
    package var children: [Shape]

    package init(name: String, attributes: [Attribute], children: [Shape]) {
      self.name = name
      self.attributes = attributes
      self.children = children
    }
  }

  /// One attribute of a shape.
  package struct Attribute: Sendable, Equatable {
    package var name: String
    package var value: Value

    package init(name: String, value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// What an attribute says.
  package enum Value: Sendable, Equatable {
    case text(String)
    /// The element's own id.
    case id(Int)
    /// A paint that is defined in the drawing: `url(#…)`.
    case paint(Int)
  }
}
