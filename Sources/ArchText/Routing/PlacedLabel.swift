/// Where the words on a line stand.
struct PlacedLabel: Equatable {
  var edge: Int
  var words: EdgeWords
  var x: Int
  var y: Int

  /// The cells it takes.
  var rect: CellRect { CellRect(x: x, y: y, width: words.columns, height: words.rows.count) }
}
