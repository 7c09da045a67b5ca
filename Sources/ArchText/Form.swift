import ArchScene

/// One way of fitting a picture into a width.
struct Form {
  var direction: Direction
  var boxColumns = 24
  var labelColumns = 26
  var isNumbered = false

  /// The ways to try, the most telling first.
  static func all(_ direction: Direction) -> [Form] {
    let turned: Direction = direction.isHorizontal ? .down : direction
    return [
      Form(direction: direction), Form(direction: direction, boxColumns: 14, labelColumns: 12),
      Form(direction: turned), Form(direction: turned, boxColumns: 14, labelColumns: 14),
      Form(direction: turned, boxColumns: 4, labelColumns: 4, isNumbered: true),
    ]
  }

  /// What to tell the reader.
  func note(instead direction: Direction) -> String? {
    if isNumbered { return "the boxes are numbered, for their words would be too wide" }
    return direction == self.direction
      ? nil : "the picture reads from the top down, for it would be too wide sideways"
  }
}
