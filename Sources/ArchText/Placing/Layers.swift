/// The ranks of a graph as layers: its items, and a point on each rank that a link passes.
struct Layers {
  /// An item, or a point of a passing link.
  struct Vertex {
    /// Nil for a point.
    var item: Int?
    var breadth: Int
    var length: Int
    var wish: Double?
    /// The columns of the label beside its foremost incoming line.
    var label = 0
  }

  /// A piece of a link from one layer to the next.
  struct Piece {
    var upper: Int
    var lower: Int
    var upperPlace: Int
    var lowerPlace: Int
    /// The columns and rows of the label, which stands on the last piece of a link.
    var label: Int
    var labelRows = 0
    /// Pieces of one family may share a track: they leave the same item.
    var family: Int
    /// How much it matters that the piece is straight: most between two points.
    var weight = 1.0
  }

  var vertices: [Vertex] = []
  /// The vertices of each layer, in order.
  var layers: [[Int]]
  /// The pieces from each layer to the next.
  var pieces: [[Piece]]
  let spacing: Spacing

  init(_ graph: LayeredGraph, ranks: [Int]) {
    spacing = graph.spacing
    let count = (ranks.max() ?? 0) + 1
    layers = Array(repeating: [], count: count)
    pieces = Array(repeating: [], count: count)
    for (item, value) in graph.items.enumerated() {
      layers[ranks[item]].append(vertices.count)
      vertices.append(
        Vertex(item: item, breadth: value.breadth, length: value.length, wish: value.wish))
    }
    for link in graph.links { add(link, ranks) }
  }

  private mutating func add(_ link: LayeredGraph.Link, _ ranks: [Int]) {
    var link = link
    guard ranks[link.from] != ranks[link.to] else { return }
    if ranks[link.from] > ranks[link.to] {
      swap(&link.from, &link.to)
      swap(&link.fromPlace, &link.toPlace)
    }
    var upper = link.from
    var place = link.fromPlace
    for rank in ranks[link.from] + 1..<ranks[link.to] {
      let point = vertices.count
      vertices.append(Vertex(item: nil, breadth: 1, length: 0, wish: nil))
      layers[rank].append(point)
      pieces[rank - 1].append(
        Piece(
          upper: upper, lower: point, upperPlace: place, lowerPlace: 0, label: 0,
          family: link.from, weight: vertices[upper].item == nil ? 8 : 3))
      (upper, place) = (point, 0)
    }
    pieces[ranks[link.to] - 1].append(
      Piece(
        upper: upper, lower: link.to, upperPlace: place, lowerPlace: link.toPlace,
        label: link.label, labelRows: link.labelRows, family: link.from,
        weight: vertices[upper].item == nil ? 3 : 1))
    vertices[link.to].label = max(vertices[link.to].label, link.label)
  }

  /// The least distance from the start of one vertex to the start of the next in its layer.
  func distance(from first: Int, to second: Int) -> Int {
    let (left, right) = (vertices[first], vertices[second])
    let isBoxes = left.item != nil && right.item != nil
    let gap = isBoxes ? spacing.betweenBoxes : spacing.besideLine
    let plain = left.breadth + gap
    guard left.label > 0, !spacing.isSideways else { return plain }
    return max(plain, left.breadth / 2 + left.label + 4 - right.breadth / 2)
  }

  /// The breadth a vertex takes with the label beside its line.
  func reach(of vertex: Int) -> Int {
    let value = vertices[vertex]
    guard value.label > 0, !spacing.isSideways else { return value.breadth }
    return max(value.breadth, value.breadth / 2 + value.label + 3)
  }
}
