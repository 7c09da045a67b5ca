import ArchScene

/// What did not fit into a picture, as lists below it: boxes by number, labels by number, and lines
/// that found no way.
struct RemarkList {
  /// The lines, an empty one before each list.
  private(set) var lines: [String] = []

  init(
    _ scene: Scene, _ layout: TextLayout, _ names: BoxNames, _ charset: TextOptions.Charset,
    width: Int
  ) {
    func add(_ entries: [(start: String, words: String)]) {
      guard !entries.isEmpty else { return }
      lines += [""] + entries.flatMap { hanging($0.start + " ", $0.words, width) }
    }
    func words(_ edge: Int) -> String {
      let value = scene.edges[edge]
      let arrow = !value.hasTargetHead ? "--" : value.hasSourceHead ? "<->" : "->"
      let ends = "\(names[value.source]) \(arrow) \(names[value.target])"
      let label = cleaned(value.label, charset)
      return label.isEmpty ? ends : "\(ends): \(label)"
    }
    add(
      layout.words.boxList.map { entry in
        let split = entry.firstIndex(of: " ") ?? entry.endIndex
        return (String(entry[..<split]), String(entry[split...].dropFirst()))
      })
    let hidden = Set(layout.undrawn + layout.unlabelled)
    add(
      layout.words.labelList.filter { !hidden.contains($0.edge) }
        .map { ("(\($0.number))", words($0.edge)) })
    add((layout.undrawn + layout.unlabelled).map { ("*", words($0)) })
  }
}
