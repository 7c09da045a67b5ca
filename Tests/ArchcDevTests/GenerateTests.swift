import ArchModel
import Testing

@testable import archc_dev

/// Sizes on both sides of each way to divide boxes among containers.
private let sizes = [1, 2, 3, 7, 8, 13, 50, 107, 200, 1_000]

@Test(arguments: sizes)
func `A made-up architecture has the boxes asked for and no mistakes`(boxes: Int) throws {
  let model = try model(of: Architecture(elements: boxes).text, name: "made-up.arch")
  let ids = model.elements.indices.map { ElementID($0) }
  #expect(ids.count { model.children(of: $0).isEmpty } == boxes)
  #expect(!model.elements.contains { $0.isImplicit })
}

@Test(arguments: sizes)
func `The twin has a line for each box, container and edge`(boxes: Int) throws {
  let model = try model(of: Architecture(elements: boxes).text, name: "made-up.arch")
  let lines = dotTwin(of: model).split(separator: "\n")
  #expect(lines.count { $0.contains(/^ *n\d+ \[label="/) } == boxes)
  #expect(lines.count { $0.contains("subgraph cluster_") } == model.elements.count - boxes)
  #expect(lines.count { $0.contains(" -> ") } == model.connections.count)
  #expect(
    lines.count { $0.contains(" -> ") && $0.contains("[label=") }
      == model.connections.count { $0.label != nil })
}

@Test func `The same seed gives the same architecture and another seed another`() {
  #expect(Architecture(elements: 60, seed: 4).text == Architecture(elements: 60, seed: 4).text)
  #expect(Architecture(elements: 60, seed: 4).text != Architecture(elements: 60, seed: 5).text)
}

@Test func `A large architecture is shaped like real ones`() throws {
  let model = try model(of: Architecture(elements: 1_000).text, name: "made-up.arch")
  let inside = model.connections.count { model[$0.source].parent == model[$0.target].parent }
  #expect((1_100...1_400).contains(model.connections.count))
  #expect(inside * 10 > model.connections.count * 8)
  let labelled = model.connections.count { $0.label != nil }
  #expect((25...45).contains(labelled * 100 / model.connections.count))
}
