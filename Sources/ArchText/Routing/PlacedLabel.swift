/// Where the words on a line stand.
struct PlacedLabel: Equatable {
  var edge: Int
  var text: String
  var x: Int
  var y: Int
  var columns: Int

  /// The cells it takes.
  var rect: CellRect { CellRect(x: x, y: y, width: columns, height: 1) }
}
