/// The candidate that a misspelt word was most likely meant for, or nil when none is near.
///
/// Near means at most one change in words of up to four letters, two up to twelve, three beyond. A
/// change is a letter added, dropped, replaced, or swapped with its neighbour (optimal string
/// alignment distance); whether a letter is large is none. Among equally near candidates the first
/// in alphabetical order wins.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let target = Array(word.lowercased().unicodeScalars)
  let allowed = target.count <= 4 ? 1 : target.count <= 12 ? 2 : 3
  var best: (distance: Int, word: String)?
  for candidate in candidates where candidate != word {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    guard abs(scalars.count - target.count) <= allowed else { continue }
    let distance = alignmentDistance(target, scalars)
    guard distance <= allowed, distance < target.count else { continue }
    if let current = best, (current.distance, current.word) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.word
}

/// The number of changes between two words, by dynamic programming over three rows.
private func alignmentDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for row in 1...max(left.count, 1) where row <= left.count {
    var current = [row]
    for column in 1...max(right.count, 1) where column <= right.count {
      let isSame = left[row - 1] == right[column - 1]
      var cost = min(
        last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
      if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1]
      {
        cost = min(cost, beforeLast[column - 2] + 1)
      }
      current.append(cost)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
