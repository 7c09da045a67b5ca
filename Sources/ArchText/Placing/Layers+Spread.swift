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
    var wishes = [(sum: Double, weight: Double)](repeating: (0, 0), count: vertices.count)
    var unchanged = 0
    for sweep in 0..<9 {
      // Where a way down and a way up moved nothing, only the last sweep can.
      let isLast = sweep == 8 || unchanged >= 2
      let isDown = sweep.isMultiple(of: 2) || isLast
      var isChanged = false
      for step in layers.indices {
        let rank = isDown ? step : layers.count - 1 - step
        if settle(rank, &places, &wishes, useUpper: isDown, useLower: !isDown || isLast, most) {
          isChanged = true
        }
      }
      if isLast { break }
      unchanged = isChanged ? 0 : unchanged + 1
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

  /// Moves a layer to the means of its neighbours; returns whether that changed anything.
  private func settle(
    _ rank: Int, _ places: inout [Double], _ wishes: inout [(sum: Double, weight: Double)],
    useUpper: Bool, useLower: Bool, _ most: Double
  ) -> Bool {
    let layer = layers[rank]
    for vertex in layer { wishes[vertex] = (0, 0) }
    if useUpper, rank > 0 {
      for piece in pieces[rank - 1] {
        let place = places[piece.upper] + Double(piece.upperPlace - piece.lowerPlace)
        wishes[piece.lower].sum += place * piece.weight
        wishes[piece.lower].weight += piece.weight
      }
    }
    if useLower {
      for piece in pieces[rank] {
        let place = places[piece.lower] + Double(piece.lowerPlace - piece.upperPlace)
        wishes[piece.upper].sum += place * piece.weight
        wishes[piece.upper].weight += piece.weight
      }
    }
    if layer.count == 1, let vertex = layer.first {
      guard wishes[vertex].weight > 0 else { return false }
      let room = max(most - Double(reach(of: vertex)), 0)
      let place = min(max(wishes[vertex].sum / wishes[vertex].weight, 0), room)
      defer { places[vertex] = place }
      return places[vertex] != place
    }
    var wanted: [(place: Double, weight: Double)] = []
    wanted.reserveCapacity(layer.count)
    for vertex in layer {
      let wish = wishes[vertex]
      let place = wish.weight > 0 ? wish.sum / wish.weight : places[vertex]
      wanted.append((place: place, weight: wish.weight > 0 ? wish.weight : 0.05))
    }
    var isChanged = false
    for (vertex, place) in zip(layer, fitted(layer, wanted, most)) where places[vertex] != place {
      places[vertex] = place
      isChanged = true
    }
    return isChanged
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
    var index = 0
    for block in blocks {
      let start = min(max(block.mean, 0), max(room, 0))
      for _ in 0..<block.count {
        offsets[index] += start
        index += 1
      }
    }
    return offsets
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
