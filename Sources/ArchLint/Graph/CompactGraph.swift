import ArchModel

/// A directed graph of numbered nodes in two arrays: what a rule chose of an architecture's edges.
struct CompactGraph {
  struct Arc {
    var source: Int32
    var target: Int32
    /// Index in `Architecture.edges`.
    var edge: Int32
  }

  let nodeCount: Int
  private let starts: [Int32]
  private let arcs: [Arc]

  /// Keeps the order of the arcs of each node.
  init(nodeCount: Int, _ list: [Arc]) {
    self.nodeCount = nodeCount
    var starts = [Int32](repeating: 0, count: nodeCount + 1)
    for arc in list { starts[Int(arc.source) + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var sorted = list
    for arc in list {
      sorted[Int(next[Int(arc.source)])] = arc
      next[Int(arc.source)] += 1
    }
    self.starts = starts
    arcs = sorted
  }

  /// The arcs that leave a node.
  subscript(node: Int) -> ArraySlice<Arc> { arcs[Int(starts[node])..<Int(starts[node + 1])] }

  /// The strongly connected component of each node: two nodes share a number if each can be
  /// reached from the other. An arc between components leads to the lower number.
  ///
  /// R. Tarjan, Depth-first search and linear graph algorithms, 1972, with a stack of its own.
  func components() -> [Int32] {
    var search = ComponentSearch(self)
    for node in 0..<nodeCount where search.order[node] < 0 { search.visit(node) }
    return search.component
  }

  /// All arcs, those that leave a component before those that lead into it: callers first, or,
  /// backwards, callees first.
  func arcsInOrder(of components: [Int32], sourcesFirst: Bool) -> [Arc] {
    let count = (components.max() ?? -1) + 1
    var starts = [Int32](repeating: 0, count: Int(count) + 1)
    let slot = { (arc: Arc) -> Int in
      let component = components[Int(arc.source)]
      return Int(sourcesFirst ? count - 1 - component : component)
    }
    for arc in arcs { starts[slot(arc) + 1] += 1 }
    for index in 0..<Int(count) { starts[index + 1] += starts[index] }
    var sorted = arcs
    for arc in arcs {
      sorted[Int(starts[slot(arc)])] = arc
      starts[slot(arc)] += 1
    }
    return sorted
  }

  fileprivate func arc(_ index: Int32) -> Arc { arcs[Int(index)] }
  fileprivate func start(_ node: Int32) -> Int32 { starts[Int(node)] }
}

private struct ComponentSearch {
  private let graph: CompactGraph
  private(set) var order: [Int32]
  private(set) var component: [Int32]
  private var low: [Int32]
  private var visited: Int32 = 0
  private var componentCount: Int32 = 0
  /// The nodes whose component is not settled yet.
  private var open: [Int32] = []
  /// The nodes on the way to the current one, each with the arc to look at next.
  private var way: [(node: Int32, next: Int32)] = []

  init(_ graph: CompactGraph) {
    self.graph = graph
    order = [Int32](repeating: -1, count: graph.nodeCount)
    component = order
    low = order
  }

  mutating func visit(_ root: Int) {
    enter(Int32(root))
    while let (node, next) = way.last {
      guard next < graph.start(node + 1) else {
        leave(node)
        continue
      }
      way[way.count - 1].next += 1
      let target = graph.arc(next).target
      if order[Int(target)] < 0 {
        enter(target)
      } else if component[Int(target)] < 0 {
        low[Int(node)] = min(low[Int(node)], order[Int(target)])
      }
    }
  }

  private mutating func enter(_ node: Int32) {
    order[Int(node)] = visited
    low[Int(node)] = visited
    visited += 1
    open.append(node)
    way.append((node, graph.start(node)))
  }

  private mutating func leave(_ node: Int32) {
    way.removeLast()
    if let parent = way.last?.node {
      low[Int(parent)] = min(low[Int(parent)], low[Int(node)])
    }
    guard low[Int(node)] == order[Int(node)] else { return }
    while let member = open.popLast() {
      component[Int(member)] = componentCount
      if member == node { break }
    }
    componentCount += 1
  }
}

/// Looks for short ways in a graph, one after another, at no cost for nodes that are not met.
struct WaySearch {
  private let graph: CompactGraph
  private let components: [Int32]
  /// By which arc each node was reached.
  private var reachedBy: [CompactGraph.Arc?]

  init(_ graph: CompactGraph, _ components: [Int32]) {
    self.graph = graph
    self.components = components
    reachedBy = Array(repeating: nil, count: graph.nodeCount)
  }

  /// A shortest way between two nodes within their component.
  mutating func way(from source: Int32, to target: Int32) -> [CompactGraph.Arc] {
    var queue = [source]
    var head = 0
    search: while head < queue.count {
      let node = queue[head]
      head += 1
      for arc in graph[Int(node)]
      where components[Int(arc.target)] == components[Int(source)] && arc.target != source
        && reachedBy[Int(arc.target)] == nil
      {
        reachedBy[Int(arc.target)] = arc
        queue.append(arc.target)
        if arc.target == target { break search }
      }
    }
    var way: [CompactGraph.Arc] = []
    var node = target
    while node != source, let arc = reachedBy[Int(node)] {
      way.append(arc)
      node = arc.source
    }
    for node in queue { reachedBy[Int(node)] = nil }
    return way.reversed()
  }
}
