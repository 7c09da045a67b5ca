/// The way of a line: its cells from the border of the source to that of the target, both included.
struct LinePath: Equatable {
  var cells: [Int]
  /// How many cells at the start and at the end belong to other lines too.
  var sharedAtStart = 0
  var sharedAtEnd = 0
}
