extension Layers {
  /// Orders the layers so that few lines cross: sweeps down and up that sort each layer by the mean
  /// place of its neighbours, the best of which is kept.
  ///
  /// The barycentre method of Sugiyama, Tagawa and Toda (1981).
  mutating func order() {
    var places = [Int](repeating: 0, count: vertices.count)
    for layer in layers {
      for (place, vertex) in layer.enumerated() { places[vertex] = place }
    }
    orderByWishes(&places)
    var best = layers
    var fewest = crossings(places)
    // Thousands of points are those of a hub, which no order makes clear.
    for sweep in 0..<(vertices.count > 2000 ? 2 : 8) where fewest > 0 {
      let isDown = sweep.isMultiple(of: 2)
      for step in layers.indices {
        sort(isDown ? step : layers.count - 1 - step, byUpper: isDown, &places)
      }
      let count = crossings(places)
      if count < fewest { (best, fewest) = (layers, count) }
    }
    layers = best
  }

  /// Points start where their links' ends suggest, items where the text or a wish has them.
  private mutating func orderByWishes(_ places: inout [Int]) {
    for rank in layers.indices {
      if layers[rank].contains(where: { vertices[$0].wish != nil }) {
        arrange(rank, by: layers[rank].map { vertices[$0].wish ?? 0 }, &places)
      }
      if rank > 0, layers[rank].contains(where: { vertices[$0].item == nil }) {
        sort(rank, byUpper: true, &places)
      }
    }
  }

  private mutating func sort(_ rank: Int, byUpper: Bool, _ places: inout [Int]) {
    let other = byUpper ? rank - 1 : rank + 1
    let layer = layers[rank]
    guard layer.count > 1, layers.indices.contains(other) else { return }
    var sums = [(sum: Double, count: Double)](repeating: (0, 0), count: layer.count)
    for piece in pieces[byUpper ? other : rank] {
      let (own, neighbour) = byUpper ? (piece.lower, piece.upper) : (piece.upper, piece.lower)
      let offset = byUpper ? piece.upperPlace : piece.lowerPlace
      let breadth = Double(max(vertices[neighbour].breadth, 1))
      sums[places[own]].sum += Double(places[neighbour]) + Double(offset) / breadth
      sums[places[own]].count += 1
    }
    let stretch = Double(layers[other].count) / Double(layer.count)
    let keys = sums.enumerated().map { index, found in
      found.count > 0 ? found.sum / found.count : Double(index) * stretch
    }
    arrange(rank, by: keys, &places)
  }

  /// Puts a layer in the order of its keys; equal ones stay as they are.
  private mutating func arrange(_ rank: Int, by keys: [Double], _ places: inout [Int]) {
    let layer = layers[rank]
    if zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) { return }
    let order = layer.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    for (place, index) in order.enumerated() {
      layers[rank][place] = layer[index]
      places[layer[index]] = place
    }
  }

  /// How many pairs of lines cross between neighbouring layers.
  private func crossings(_ places: [Int]) -> Int {
    var count = 0
    for pieces in pieces where pieces.count > 1 {
      for (index, first) in pieces.enumerated() {
        for second in pieces[..<index] {
          let upper = (
            places[first.upper] - places[second.upper], first.upperPlace - second.upperPlace
          )
          let lower = (
            places[first.lower] - places[second.lower], first.lowerPlace - second.lowerPlace
          )
          if upper < (0, 0) && lower > (0, 0) || upper > (0, 0) && lower < (0, 0) { count += 1 }
        }
      }
    }
    return count
  }
}
