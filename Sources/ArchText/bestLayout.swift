import ArchScene

/// The first form that fits the width; the narrowest where none does.
func bestLayout(
  _ scene: Scene, _ tree: Containment, _ options: TextOptions
) -> (layout: TextLayout, form: Form) {
  var narrowest: (layout: TextLayout, form: Form, width: Int)?
  let forms = Form.all(options.direction)
  for (index, form) in forms.enumerated() {
    let isLast = index == forms.count - 1 && narrowest == nil
    guard let layout = layout(scene, tree, form, options, anyWidth: isLast) else { continue }
    let width = layout.drawn().lines(GlyphSet(.ascii)).map(\.columns).max() ?? 0
    if width <= options.width { return (layout, form) }
    if width < narrowest?.width ?? .max { narrowest = (layout, form, width) }
  }
  guard let narrowest else { preconditionFailure("the last form is laid out at any width") }
  return (narrowest.layout, narrowest.form)
}

/// A layout in one form, with gaps as wide as its lines need; nil where the boxes alone are too
/// wide.
private func layout(
  _ scene: Scene, _ tree: Containment, _ form: Form, _ options: TextOptions, anyWidth: Bool
) -> TextLayout? {
  let words = PictureWords(
    scene,
    PictureWords.Setting(
      charset: options.charset, boxColumns: form.boxColumns, labelColumns: form.labelColumns,
      isNumbered: form.isNumbered))
  var best: TextLayout?
  for extra in 0..<4 {
    let spacing = Spacing(direction: form.direction, extra: extra)
    let arrangement = smallestArrangement(scene, words, tree, spacing, limit: options.width)
    if arrangement.width > options.width, !anyWidth || best != nil { break }
    let layout = TextLayout(scene, words, arrangement, tree)
    // Where wider gaps do not help, still wider ones would not either.
    guard layout.faults < best?.faults ?? .max else { break }
    best = layout
    if layout.faults == 0 { break }
  }
  return best?.compacted()
}

/// The arrangement that takes the least room: groups may be as broad as the picture, or so narrow
/// that two or three stand side by side.
private func smallestArrangement(
  _ scene: Scene, _ words: PictureWords, _ tree: Containment, _ spacing: Spacing, limit: Int
) -> Arrangement {
  var best = Arrangement(scene, words, tree, spacing, limit: limit, groupLimit: limit)
  guard !spacing.isSideways, scene.groups.count > 1 else { return best }
  for part in [2, 3] {
    let other = Arrangement(scene, words, tree, spacing, limit: limit, groupLimit: limit / part)
    let isSmaller = other.width * other.height * 10 < best.width * best.height * 9
    if best.width > limit ? other.width < best.width : isSmaller && other.width <= limit {
      best = other
    }
  }
  return best
}
