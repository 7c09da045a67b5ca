import ArchModel

/// The loops in which something starts itself again by what it writes.
struct TriggerLoops {
  struct Loop {
    /// Begins with the edge that starts the stage.
    var edges: [Architecture.Edge]
    /// Whether a stage writes to the very medium that starts it.
    var isDirect: Bool
    /// Whether it can be nothing but an endless loop: objects put into the bucket that tells of
    /// every object.
    var isCertain: Bool
  }

  private(set) var loops: [Loop] = []
  private let graph: TriggerGraph
  private let architecture: Architecture

  init(_ architecture: Architecture) {
    self.architecture = architecture
    graph = TriggerGraph(architecture)
    guard !graph.isEmpty else { return }
    let possible = arcsInLoops(allArcs())
    guard !possible.isEmpty else { return }
    findLongLoops(findDirectLoops(likely(possible)))
  }

  private func edge(_ arc: CompactGraph.Arc) -> Architecture.Edge {
    architecture.edges[Int(arc.edge)]
  }

  private func allArcs() -> [CompactGraph.Arc] {
    var arcs: [CompactGraph.Arc] = []
    for index in architecture.edges.indices where graph.conducts(architecture.edges[index]) {
      let edge = architecture.edges[index]
      arcs.append(
        CompactGraph.Arc(
          source: Int32(edge.source.index), target: Int32(edge.target.index), edge: Int32(index)))
    }
    return arcs
  }

  private func compact(_ arcs: [CompactGraph.Arc]) -> CompactGraph {
    CompactGraph(nodeCount: architecture.model.elements.count, arcs)
  }

  /// The arcs whose ends can be reached from one another.
  private func arcsInLoops(_ arcs: [CompactGraph.Arc]) -> [CompactGraph.Arc] {
    guard !arcs.isEmpty else { return [] }
    let components = compact(arcs).components()
    return arcs.filter { components[Int($0.source)] == components[Int($0.target)] }
  }

  private func likely(_ arcs: [CompactGraph.Arc]) -> [CompactGraph.Arc] {
    let triggers = Set(arcs.filter { graph.isTrigger(edge($0)) }.map(\.ends))
    return arcs.filter { arc in
      graph.isLikely(edge(arc), isDirect: triggers.contains(arc.reversed.ends))
    }
  }

  /// Takes down the loops of two edges; the arcs without those that close them.
  private mutating func findDirectLoops(_ arcs: [CompactGraph.Arc]) -> [CompactGraph.Arc] {
    var triggers: [UInt64: CompactGraph.Arc] = [:]
    for arc in arcs where graph.isTrigger(edge(arc)) && triggers[arc.ends] == nil {
      triggers[arc.ends] = arc
    }
    var reported: Set<UInt64> = []
    return arcs.filter { arc in
      let write = edge(arc)
      guard graph.isWrite(write), let trigger = triggers[arc.reversed.ends] else { return true }
      guard !graph.speakOfDifferentEvents(edge(trigger), write),
        reported.insert(arc.ends).inserted
      else { return false }
      let saysWrites = graph.isBucket(write.target) && architecture.access(write) != .unsaid
      loops.append(Loop(edges: [edge(trigger), write], isDirect: true, isCertain: saysWrites))
      return false
    }
  }

  /// Takes down one loop of each component that is left.
  private mutating func findLongLoops(_ arcs: [CompactGraph.Arc]) {
    let inLoops = arcsInLoops(arcs)
    guard !inLoops.isEmpty else { return }
    let compact = compact(inLoops)
    let components = compact.components()
    var search = WaySearch(compact, components)
    var reported: Set<Int32> = []
    for arc in inLoops where graph.isTrigger(edge(arc)) {
      guard reported.insert(components[Int(arc.source)]).inserted else { continue }
      let way = search.way(from: arc.target, to: arc.source)
      loops.append(Loop(edges: ([arc] + way).map(edge), isDirect: false, isCertain: false))
    }
  }
}

extension CompactGraph.Arc {
  /// Both ends in one number.
  fileprivate var ends: UInt64 { UInt64(source) << 32 | UInt64(target) }

  fileprivate var reversed: CompactGraph.Arc {
    CompactGraph.Arc(source: target, target: source, edge: edge)
  }
}
