extension RandomAccessCollection {
  /// The first index at which a condition holds, where it holds for all that follow as well:
  /// found by halving, so in a logarithm of the length.
  @inlinable package func partitioningIndex(
    where belongsInSecondPart: (Element) -> Bool
  ) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if belongsInSecondPart(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
