/// The ways in which a cell is joined to its neighbours.
///
/// The character of a cell follows from its arms alone, so a joint cannot be broken unless two
/// neighbours disagree.
struct Arms: OptionSet, Hashable {
  var rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ way: Way) { rawValue = 1 << UInt8(way.rawValue) }

  static let up = Arms(.up)
  static let right = Arms(.right)
  static let down = Arms(.down)
  static let left = Arms(.left)
  static let horizontal: Arms = [.left, .right]
  static let vertical: Arms = [.up, .down]

  /// How many there are.
  var count: Int { rawValue.nonzeroBitCount }
}
