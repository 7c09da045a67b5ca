extension Layers {
  /// Orders the layers so that few lines cross: sweeps down and up that sort each layer by the mean
  /// place of its neighbours, the best of which is kept.
  ///
  /// The barycentre method of Sugiyama, Tagawa and Toda (1981).
  mutating func order() {
    orderByWishes()
    var best = layers
    var fewest = crossings()
    for sweep in 0..<8 where fewest > 0 {
      let isDown = sweep.isMultiple(of: 2)
      let ranks = Array(layers.indices)
      for rank in isDown ? ranks : ranks.reversed() { sort(rank, byUpper: isDown) }
      let count = crossings()
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
  }

  /// Points start where their links' ends suggest, items where the text or a wish has them.
  private mutating func orderByWishes() {
    for rank in layers.indices {
      if layers[rank].contains(where: { vertices[$0].wish != nil }) {
        let keys = layers[rank].enumerated().map { index, vertex in
          (vertices[vertex].wish ?? 0, index)
        }
        let order = layers[rank].indices.sorted { keys[$0] < keys[$1] }
        layers[rank] = order.map { layers[rank][$0] }
      }
      if rank > 0, layers[rank].contains(where: { vertices[$0].item == nil }) {
        sort(rank, byUpper: true)
      }
    }
  }

  private mutating func sort(_ rank: Int, byUpper: Bool) {
    let other = byUpper ? rank - 1 : rank + 1
    guard layers.indices.contains(other) else { return }
    let places = places(other)
    var sums = [Int: (sum: Double, count: Double)]()
    for piece in pieces[byUpper ? other : rank] {
      let (own, neighbour) = byUpper ? (piece.lower, piece.upper) : (piece.upper, piece.lower)
      let offset = byUpper ? piece.upperPlace : piece.lowerPlace
      let breadth = Double(max(vertices[neighbour].breadth, 1))
      let place = Double(places[neighbour] ?? 0) + Double(offset) / breadth
      let old = sums[own] ?? (0, 0)
      sums[own] = (old.sum + place, old.count + 1)
    }
    let layer = layers[rank]
    let keys = layer.enumerated().map { index, vertex in
      let found = sums[vertex].map { $0.sum / $0.count }
      let stay = Double(index) * Double(layers[other].count) / Double(max(layer.count, 1))
      return (found ?? stay, index)
    }
    layers[rank] = layer.indices.sorted { keys[$0] < keys[$1] }.map { layer[$0] }
  }

  private func places(_ rank: Int) -> [Int: Int] {
    Dictionary(uniqueKeysWithValues: layers[rank].enumerated().map { ($1, $0) })
  }

  /// How many pairs of lines cross between neighbouring layers.
  func crossings() -> Int {
    var count = 0
    for rank in layers.indices.dropLast() {
      let (upper, lower) = (places(rank), places(rank + 1))
      let ends = pieces[rank].map { piece in
        (
          upper: (upper[piece.upper] ?? 0, piece.upperPlace),
          lower: (lower[piece.lower] ?? 0, piece.lowerPlace)
        )
      }
      for (index, first) in ends.enumerated() {
        for second in ends[..<index] {
          let isLeft = first.upper < second.upper && first.lower > second.lower
          let isRight = first.upper > second.upper && first.lower < second.lower
          if isLeft || isRight { count += 1 }
        }
      }
    }
    return count
  }
}
