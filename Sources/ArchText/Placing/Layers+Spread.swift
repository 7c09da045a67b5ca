extension Layers {
  /// Returns where each vertex begins across, so that lines are straight where they can be and
  /// nothing overlaps.
  ///
  /// Each layer moves to the means of its neighbours as closely as its order and gaps allow, which
  /// is an isotonic regression, solved by pooling adjacent violators.
  func spread(limit: Int) -> [Int] {
    var places = [Double](repeating: 0, count: vertices.count)
    for layer in layers {
      var place = 0
      for (index, vertex) in layer.enumerated() {
        if index > 0 { place += distance(from: layer[index - 1], to: vertex) }
        places[vertex] = Double(place)
      }
    }
    // A little more than the broadest layer needs: straight lines are worth some blanks.
    let least = layers.map(breadth).max() ?? 0
    let most = Double(max(min(limit, least + 6), least))
    for sweep in 0..<9 {
      let isDown = sweep.isMultiple(of: 2)
      let ranks = Array(layers.indices)
      for rank in isDown ? ranks : ranks.reversed() {
        settle(rank, &places, useUpper: isDown || sweep == 8, useLower: !isDown || sweep == 8, most)
      }
    }
    return wholeNumbers(places)
  }

  /// The least breadth of a layer.
  private func breadth(_ layer: [Int]) -> Int {
    guard let last = layer.last else { return 0 }
    return zip(layer, layer.dropFirst()).reduce(reach(of: last)) {
      $0 + distance(from: $1.0, to: $1.1)
    }
  }

  private func settle(
    _ rank: Int, _ places: inout [Double], useUpper: Bool, useLower: Bool, _ most: Double
  ) {
    var wishes = [Int: (sum: Double, weight: Double)]()
    func wish(_ vertex: Int, _ place: Double, _ weight: Double) {
      let old = wishes[vertex] ?? (0, 0)
      wishes[vertex] = (old.sum + place * weight, old.weight + weight)
    }
    func weight(_ piece: Piece) -> Double {
      let points = [piece.upper, piece.lower].count { vertices[$0].item == nil }
      return [1, 3, 8][points]
    }
    if useUpper, rank > 0 {
      for piece in pieces[rank - 1] {
        let place = places[piece.upper] + Double(piece.upperPlace - piece.lowerPlace)
        wish(piece.lower, place, weight(piece))
      }
    }
    if useLower {
      for piece in pieces[rank] {
        let place = places[piece.lower] + Double(piece.lowerPlace - piece.upperPlace)
        wish(piece.upper, place, weight(piece))
      }
    }
    let layer = layers[rank]
    let wanted = layer.map { vertex in
      wishes[vertex].map { ($0.sum / $0.weight, $0.weight) } ?? (places[vertex], 0.05)
    }
    for (vertex, place) in zip(layer, fitted(layer, wanted, most)) { places[vertex] = place }
  }

  /// The places nearest to the wanted ones that keep the order, the gaps and the breadth.
  private func fitted(
    _ layer: [Int], _ wanted: [(place: Double, weight: Double)], _ most: Double
  ) -> [Double] {
    var offsets = [0.0]
    for (first, second) in zip(layer, layer.dropFirst()) {
      offsets.append((offsets.last ?? 0) + Double(distance(from: first, to: second)))
    }
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for (index, want) in wanted.enumerated() {
      blocks.append((want.place - offsets[index], want.weight, 1))
      while blocks.count > 1, blocks[blocks.count - 2].mean > blocks[blocks.count - 1].mean {
        let last = blocks.removeLast()
        let before = blocks.removeLast()
        let weight = last.weight + before.weight
        let mean = (last.mean * last.weight + before.mean * before.weight) / weight
        blocks.append((mean, weight, last.count + before.count))
      }
    }
    let room = most - (offsets.last ?? 0) - Double(layer.last.map(reach) ?? 0)
    let starts = blocks.flatMap { block in
      [Double](repeating: min(max(block.mean, 0), max(room, 0)), count: block.count)
    }
    return zip(starts, offsets).map { $0 + $1 }
  }

  private func wholeNumbers(_ places: [Double]) -> [Int] {
    let least = places.min() ?? 0
    var result = places.map { Int(($0 - least).rounded()) }
    for layer in layers {
      for (first, second) in zip(layer, layer.dropFirst()) {
        result[second] = max(result[second], result[first] + distance(from: first, to: second))
      }
    }
    return result
  }
}
