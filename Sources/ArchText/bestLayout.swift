import ArchScene

/// The first form that fits the width, and what it looks like; the narrowest where none does.
func bestLayout(
  _ scene: Scene, _ tree: Containment, _ options: TextOptions
) -> (layout: TextLayout, grid: Grid, form: Form) {
  var narrowest: (layout: TextLayout, grid: Grid, form: Form)?
  let forms = Form.all(options.direction)
  let board = SearchBoard()
  for (index, form) in forms.enumerated() {
    let isLast = index == forms.count - 1 && narrowest == nil
    guard let layout = layout(scene, tree, form, options, anyWidth: isLast, board) else { continue }
    let grid = layout.drawn()
    let width = grid.bounds?.width ?? 0
    if width <= options.width { return (layout, grid, form) }
    if width < narrowest?.grid.bounds?.width ?? .max { narrowest = (layout, grid, form) }
  }
  guard let narrowest else { preconditionFailure("the last form is laid out at any width") }
  return narrowest
}

/// A layout in one form, with gaps as wide as its lines need; nil where the boxes alone are too
/// wide.
private func layout(
  _ scene: Scene, _ tree: Containment, _ form: Form, _ options: TextOptions, anyWidth: Bool,
  _ board: SearchBoard
) -> TextLayout? {
  let words = PictureWords(
    scene,
    PictureWords.Setting(
      charset: options.charset, boxColumns: form.boxColumns, labelColumns: form.labelColumns,
      isNumbered: form.isNumbered))
  var best: TextLayout?
  var part: Int?
  for extra in 0..<4 {
    let spacing = Spacing(direction: form.direction, extra: extra)
    let limit = best == nil && anyWidth ? nil : options.width
    guard
      let arrangement = arrangement(
        scene, words, tree, spacing, width: options.width, limit: limit, part: &part)
    else { break }
    let layout = TextLayout(scene, words, arrangement, tree, board)
    // Where wider gaps do not help, still wider ones would not either.
    guard layout.faults < best?.faults ?? .max else { break }
    best = layout
    // A few labels in the list below are better than a whole picture spread out for them.
    if layout.isSpent || layout.faults * 50 <= scene.edges.count { break }
  }
  return best?.compacted()
}

/// The arrangement that takes the least room: groups may be as broad as the picture, or so narrow
/// that two or three stand side by side; nil where that is wider than the limit.
///
/// - Parameter part: which part of the width a group may take; chosen where it is nil.
private func arrangement(
  _ scene: Scene, _ words: PictureWords, _ tree: Containment, _ spacing: Spacing, width: Int,
  limit: Int?, part: inout Int?
) -> Arrangement? {
  var best: Arrangement?
  let parts = spacing.isSideways || scene.groups.count < 2 ? [1] : [1, 2, 3]
  for candidate in part.map({ [$0] }) ?? parts {
    // Groups that are narrower anyway would come out the same.
    if let best, !best.groups.contains(where: { $0.width + 8 > width / candidate }) { continue }
    let other = Arrangement(
      scene, words, tree, spacing, limit: width, groupLimit: width / candidate)
    if best.map({ isBetter(other, than: $0, width: width) }) ?? true {
      (best, part) = (other, candidate)
    }
  }
  guard let best, best.width <= limit ?? .max else { return nil }
  let refined = best.refined()
  return refined.width <= limit ?? .max ? refined : best
}

/// Whether an arrangement fits better, or as well on much less room.
private func isBetter(_ other: Arrangement, than best: Arrangement, width: Int) -> Bool {
  if best.width > width { return other.width < best.width }
  return other.width <= width && other.width * other.height * 10 < best.width * best.height * 9
}
