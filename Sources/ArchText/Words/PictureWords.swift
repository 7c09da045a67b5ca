import ArchScene

/// What each box and line of a picture says, set for the character grid.
struct PictureWords {
  /// How much room words get.
  struct Setting {
    var charset: TextOptions.Charset
    /// How many columns a line in a box may take.
    var boxColumns = 24
    /// How many columns a row of an edge's label may take before it is numbered.
    var labelColumns = 26
    /// Whether boxes show only a number, and the words stand below.
    var isNumbered = false
  }

  /// The lines of each node.
  private(set) var nodes: [[String]] = []
  /// The words in the top border of each group.
  private(set) var titles: [String] = []
  /// The words on each edge.
  private(set) var labels: [EdgeWords] = []
  /// The label of an edge by the number that stands for it.
  private(set) var labelList: [(number: Int, edge: Int)] = []
  /// What the numbers of boxes stand for: `[1] Orders, DynamoDB`.
  private(set) var boxList: [String] = []

  private let setting: Setting

  init(_ scene: Scene, _ setting: Setting) {
    self.setting = setting
    for node in scene.nodes { add(node) }
    for group in scene.groups { add(group) }
    for index in scene.edges.indices {
      let label = cleaned(scene.edges[index].label, setting.charset)
      let most = setting.isNumbered ? 5 : setting.labelColumns
      if let words = EdgeWords(label, to: most) {
        labels.append(words)
      } else {
        labels.append(numbered(index))
      }
    }
  }

  /// Puts the label of an edge in two rows instead of one; returns whether it can be.
  mutating func split(_ edge: Int) -> Bool {
    guard labels[edge].rows.count == 1, let halves = EdgeWords(halvesOf: labels[edge].rows[0])
    else { return false }
    labels[edge] = halves
    return true
  }

  /// Puts a number in the place of an edge's label, and the label on the list; returns whether that
  /// is new.
  mutating func number(_ edge: Int) -> Bool {
    if labelList.contains(where: { $0.edge == edge }) { return false }
    labels[edge] = numbered(edge)
    return true
  }

  private mutating func numbered(_ edge: Int) -> EdgeWords {
    labelList.append((labelList.count + 1, edge))
    return EdgeWords(number: labelList.count)
  }

  private mutating func add(_ node: SceneNode) {
    let times = node.count > 1 ? " ×\(node.count)" : ""
    let label = cleaned(node.label + times, setting.charset)
    let caption = cleaned(node.caption, setting.charset)
    guard !setting.isNumbered else {
      nodes.append([listed(label, caption)])
      return
    }
    nodes.append(
      wrapped(label, to: setting.boxColumns)
        + (caption.isEmpty ? [] : captionLines(caption)))
  }

  /// A caption in lines that break between its parts where they can.
  private func captionLines(_ caption: String) -> [String] {
    let separator = setting.charset == .ascii ? " - " : " · "
    var lines: [String] = []
    for part in parts(of: caption) {
      if let last = lines.last, (last + separator + part).columns <= setting.boxColumns {
        lines[lines.count - 1] = last + separator + part
      } else {
        lines += wrapped(part, to: setting.boxColumns)
      }
    }
    return lines
  }

  /// What stands between the signs that a caption is put together with.
  private func parts(of caption: String) -> [String] {
    let sign: Substring = setting.charset == .ascii ? "-" : "·"
    let words = caption.split(separator: " ")
    guard words.contains(sign) else { return [caption] }
    return words.split(separator: sign).map { $0.joined(separator: " ") }
  }

  private mutating func add(_ group: SceneGroup) {
    let label = cleaned(group.label, setting.charset)
    let caption = cleaned(group.caption, setting.charset)
    guard !setting.isNumbered else {
      titles.append(listed(label, caption))
      return
    }
    let words = [label, caption].filter { !$0.isEmpty }
    let separator = setting.charset == .ascii ? " - " : " · "
    titles.append(elided(words.joined(separator: separator), to: 2 * setting.boxColumns))
  }

  /// Puts a box on the list and returns the number to show in its place.
  private mutating func listed(_ label: String, _ caption: String) -> String {
    let number = "[\(boxList.count + 1)]"
    let words = [label, caption].filter { !$0.isEmpty }
    boxList.append("\(number) \(words.joined(separator: ", "))")
    return number
  }
}
