import ArchScene

@testable import ArchText

/// Returns what is wrong with a picture on the grid, in words.
func problems(_ layout: TextLayout, _ scene: Scene) -> [String] {
  boxProblems(layout, scene) + lineProblems(layout, scene) + labelProblems(layout)
    + jointProblems(layout)
}

private func boxProblems(_ layout: TextLayout, _ scene: Scene) -> [String] {
  var problems: [String] = []
  let tree = Containment(scene)
  let ends =
    scene.nodes.indices.map(SceneEdge.End.node) + scene.groups.indices.map(SceneEdge.End.group)
  for (index, end) in ends.enumerated() {
    for other in ends[..<index] {
      let (first, second) = (layout.rect(end), layout.rect(other))
      if tree.encloses(end, other) {
        if !first.encloses(second) { problems.append("\(other) leaves \(end)") }
      } else if tree.encloses(other, end) {
        if !second.encloses(first) { problems.append("\(end) leaves \(other)") }
      } else if first.intersects(second) {
        problems.append("\(end) overlaps \(other)")
      }
    }
  }
  return problems
}

private func lineProblems(_ layout: TextLayout, _ scene: Scene) -> [String] {
  var problems: [String] = []
  let tree = Containment(scene)
  let (nodes, groups) = (layout.owners(layout.nodes), layout.owners(layout.groups))
  for (index, path) in layout.paths.enumerated() {
    guard let path else {
      if !layout.undrawn.contains(index) { problems.append("line \(index) is lost") }
      continue
    }
    let edge = scene.edges[index]
    let around = Set(tree.ancestors(of: edge.source) + tree.ancestors(of: edge.target))
    for cell in path.cells.dropFirst().dropLast() {
      if let node = nodes[cell] { problems.append("line \(index) runs through node \(node)") }
      // What stands around the innermost group is around its ends, too.
      if let group = groups[cell], !around.contains(group), .group(group) != edge.source,
        .group(group) != edge.target
      {
        problems.append("line \(index) runs through group \(group)")
      }
    }
  }
  return problems
}

extension TextLayout {
  /// The last of the rectangles around each cell.
  fileprivate func owners(_ rects: [CellRect]) -> [Int: Int] {
    var owners: [Int: Int] = [:]
    for (index, rect) in rects.enumerated() {
      for y in rect.y...rect.maxY {
        for x in rect.x...rect.maxX { owners[y * width + x] = index }
      }
    }
    return owners
  }
}

private func labelProblems(_ layout: TextLayout) -> [String] {
  var problems: [String] = []
  for (index, label) in layout.labels.enumerated() {
    for other in layout.labels[..<index] where label.rect.intersects(other.rect) {
      problems.append("labels of \(label.edge) and \(other.edge) overlap")
    }
    for node in layout.nodes where node.intersects(label.rect) {
      problems.append("the label of \(label.edge) overlaps a node")
    }
    for group in layout.groups where group.intersects(label.rect) && !group.encloses(label.rect) {
      problems.append("the label of \(label.edge) overlaps the border of a group")
    }
  }
  let owners = layout.owners(layout.labels.map(\.rect))
  for (edge, path) in layout.paths.enumerated() {
    for cell in path?.cells ?? [] {
      if let label = owners[cell].map({ layout.labels[$0] }), label.edge != edge {
        problems.append("the label of \(label.edge) stands on line \(edge)")
      }
    }
  }
  return problems
}

/// Each open end of each line meets a fitting neighbour, and each head a border.
private func jointProblems(_ layout: TextLayout) -> [String] {
  var problems: [String] = []
  let grid = layout.drawn()
  for y in 0..<grid.height {
    for x in 0..<grid.width {
      switch grid[x, y] {
      case .line(let arms, _):
        for way in Way.allCases where arms.contains(Arms(way)) {
          if !grid.meets(way, x, y) { problems.append("open \(way) at \(x), \(y)") }
        }
      case .head(let way):
        guard case .line(let arms, _) = grid[x + way.step.x, y + way.step.y],
          arms.contains(way.isHorizontal ? .up : .left),
          arms.contains(way.isHorizontal ? .down : .right)
        else {
          problems.append("the head at \(x), \(y) touches nothing")
          continue
        }
      case .blank, .text, .covered: break
      }
    }
  }
  return problems
}

extension Grid {
  /// Whether what an arm leads to leads back, is a head that points on, or is text: a title in a
  /// border, a label in its line.
  fileprivate func meets(_ way: Way, _ x: Int, _ y: Int) -> Bool {
    let (nextX, nextY) = (x + way.step.x, y + way.step.y)
    guard (0..<width).contains(nextX), (0..<height).contains(nextY) else { return false }
    switch self[nextX, nextY] {
    case .blank: return false
    case .line(let arms, _): return arms.contains(Arms(way.opposite))
    case .head(let other): return other == way || other == way.opposite
    case .text(" "): return way.isHorizontal
    case .text, .covered: return false
    }
  }
}
