/// What stands in one group, as a graph to be put into ranks.
///
/// Lengths run along the way the picture reads, breadths and places across it; all in cells.
struct LayeredGraph {
  /// A box or a group with all that is in it.
  struct Item {
    var length: Int
    var breadth: Int
    /// Where something outside that it is joined to would like it, across; nil for nowhere.
    var wish: Double?
  }

  /// A line between two items.
  struct Link {
    var from: Int
    var to: Int
    /// Where in the items' breadth its ends lie.
    var fromPlace: Int
    var toPlace: Int
    /// The columns of its label, and the rows.
    var label: Int
    var labelRows: Int
  }

  var items: [Item] = []
  var links: [Link] = []
  var spacing: Spacing
  /// The breadth not to exceed where it can be helped.
  var limit: Int

  /// Returns the parts that no link joins, each in item order, ordered by their first items.
  func components() -> [[Int]] {
    var roots = Array(items.indices)
    func root(_ item: Int) -> Int {
      var item = item
      while roots[item] != item {
        roots[item] = roots[roots[item]]
        item = roots[item]
      }
      return item
    }
    for link in links {
      let (first, second) = (root(link.from), root(link.to))
      roots[max(first, second)] = min(first, second)
    }
    var parts = [[Int]](repeating: [], count: items.count)
    for item in items.indices { parts[root(item)].append(item) }
    return parts.filter { !$0.isEmpty }
  }

  /// Returns the graph of some of the items, numbered by their place in the list.
  func part(_ chosen: [Int]) -> LayeredGraph {
    var numbers = [Int](repeating: -1, count: items.count)
    for (number, item) in chosen.enumerated() { numbers[item] = number }
    var part = LayeredGraph(spacing: spacing, limit: limit)
    part.items = chosen.map { items[$0] }
    for var link in links where numbers[link.from] >= 0 && numbers[link.to] >= 0 {
      (link.from, link.to) = (numbers[link.from], numbers[link.to])
      part.links.append(link)
    }
    return part
  }
}
