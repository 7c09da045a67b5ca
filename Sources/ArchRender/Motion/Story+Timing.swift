/// The lengths that steps of a style sheet share: each distinct one is written once.
extension Story {
  /// The lengths of the steps in milliseconds, each once, shortest first.
  var lengths: [Int] { Self.distinct(storyboard.steps.map(\.milliseconds)) }

  /// The times that tokens travel in milliseconds, each once, shortest first.
  var travels: [Int] { Self.distinct(storyboard.steps.flatMap { $0.moves.map(\.milliseconds) }) }

  private static func distinct(_ values: [Int]) -> [Int] {
    var result: [Int] = []
    for value in values.sorted() where result.last != value { result.append(value) }
    return result
  }
}
