/// The places of the items of one group, found rank by rank.
struct LayeredLayout {
  /// Where each item begins, along and across.
  private(set) var places: [(along: Int, across: Int)]
  /// What all takes, along and across.
  private(set) var length = 0
  private(set) var breadth = 0

  /// Lays out each part that nothing joins to the others, and puts the parts side by side, in
  /// several shelves where they are too broad for one.
  init(_ graph: LayeredGraph) {
    places = Array(repeating: (0, 0), count: graph.items.count)
    var shelf = (along: 0, across: 0, length: 0)
    let parts = graph.components()
    for part in parts.count > 1 ? Self.byWish(parts, graph) : parts {
      let layout = LayeredLayout(part: graph.part(part))
      if shelf.across > 0, shelf.across + layout.breadth > graph.limit {
        shelf = (shelf.along + shelf.length + graph.spacing.betweenShelves, 0, 0)
      }
      for (item, place) in zip(part, layout.places) {
        places[item] = (shelf.along + place.along, shelf.across + place.across)
      }
      breadth = max(breadth, shelf.across + layout.breadth)
      length = max(length, shelf.along + layout.length)
      shelf.across += layout.breadth + graph.spacing.betweenBoxes
      shelf.length = max(shelf.length, layout.length)
    }
  }

  /// The parts in the order of their items' wishes, else in that of the text.
  private static func byWish(_ parts: [[Int]], _ graph: LayeredGraph) -> [[Int]] {
    guard graph.items.contains(where: { $0.wish != nil }) else { return parts }
    let keys = parts.enumerated().map { index, part in
      let wishes = part.compactMap { graph.items[$0].wish }
      return (wishes.reduce(0, +) / Double(max(wishes.count, 1)), index)
    }
    return parts.indices.sorted { keys[$0] < keys[$1] }.map { parts[$0] }
  }

  private init(part graph: LayeredGraph) {
    if graph.items.count == 1 {
      (places, length, breadth) = ([(0, 0)], graph.items[0].length, graph.items[0].breadth)
      return
    }
    var ranking = Ranking(graph)
    ranking.split(graph)
    var layers = Layers(graph, ranks: ranking.ranks)
    layers.order()
    let across = layers.spread(limit: graph.limit)
    places = Array(repeating: (0, 0), count: graph.items.count)
    for rank in layers.layers.indices {
      let longest = layers.layers[rank].map { layers.vertices[$0].length }.max() ?? 0
      for vertex in layers.layers[rank] {
        breadth = max(breadth, across[vertex] + layers.reach(of: vertex))
        guard let item = layers.vertices[vertex].item else { continue }
        places[item] = (length, across[vertex])
      }
      length += longest
      if rank + 1 < layers.layers.count { length += layers.gap(after: rank, across) }
    }
  }
}

extension Layers {
  /// The room between a rank and the next: for the lines that run across, and the labels.
  fileprivate func gap(after rank: Int, _ across: [Int]) -> Int {
    let label = pieces[rank].map(\.label).max() ?? 0
    let rows = pieces[rank].map(\.labelRows).max() ?? 0
    return spacing.betweenRanks(tracks: tracks(rank, across), label: label, rows: rows)
  }

  /// How many lines run across side by side between a rank and the next, at most.
  private func tracks(_ rank: Int, _ across: [Int]) -> Int {
    var spans: [Int: (low: Int, high: Int)] = [:]
    for piece in pieces[rank] where !isStraight(piece, across) {
      let upper = across[piece.upper] + piece.upperPlace
      let lower = across[piece.lower] + piece.lowerPlace
      let old = spans[piece.family] ?? (.max, .min)
      spans[piece.family] = (min(old.low, upper, lower), max(old.high, upper, lower))
    }
    let ends = spans.values.flatMap { [($0.low, 0), ($0.high, 1)] }.sorted { $0 < $1 }
    var (open, most) = (0, 0)
    for (_, isEnd) in ends {
      open += isEnd == 0 ? 1 : -1
      most = max(most, open)
    }
    return most
  }

  /// Whether a straight line can join what a piece joins.
  private func isStraight(_ piece: Piece, _ across: [Int]) -> Bool {
    let (upper, lower) = (vertices[piece.upper], vertices[piece.lower])
    let low = max(across[piece.upper], across[piece.lower])
    let high = min(across[piece.upper] + upper.breadth, across[piece.lower] + lower.breadth)
    return upper.item == nil || lower.item == nil ? low < high : low + 2 < high
  }
}
