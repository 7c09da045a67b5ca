import ArchScene

/// What a story adds to a picture, in three layers: lit lines under the labels; rings and tokens
/// over the cards; captions below everything. Assistive technology reads the picture as it stands
/// still.
extension SVGWriter {
  private typealias M = PictureMetrics

  /// Appends the lit lines of the steps.
  mutating func storyEdges() {
    layer { writer, step in
      for move in step.moves { writer.litEdge(move) }
    }
  }

  /// Appends the rings and tokens of the steps, and the badges that number the edges where nothing
  /// moves.
  mutating func storyTokens() {
    guard let story else { return }
    layer { writer, step in
      for end in writer.ends(of: step) { writer.ring(end) }
      for move in step.moves where move.hasToken { writer.token(move, of: step) }
    }
    if story.telling == .looping { badges() }
  }

  /// Appends a group for each step to be drawn, with what a closure puts into it.
  private mutating func layer(_ content: (inout SVGWriter, Storyboard.Step) -> Void) {
    guard let story, !story.drawnSteps.isEmpty else { return }
    out.raw("<g aria-hidden=\"true\">\n")
    for index in story.drawnSteps {
      let step = story.storyboard.steps[index]
      out.raw("<g")
      switch story.telling {
      case .looping:
        stepClass("y", kind: story.lengths.firstIndex(of: step.milliseconds) ?? 0)
        delay(step)
      case .scripted:
        styled("y")
        out.raw(" data-step=\"")
        out.integer(index)
        out.raw("\"")
      case .still: break
      }
      out.raw(">\n")
      content(&self, step)
      out.raw("</g>\n")
    }
    out.raw("</g>\n")
  }

  /// Appends ` class="…y …y0"` for a class and one of its kinds.
  mutating func stepClass(_ name: StaticString, kind: Int) {
    out.raw(" class=\"")
    self.name(name)
    out.raw(" ")
    self.name(name, kind)
    out.raw("\"")
  }

  /// Appends when a step begins, as a style.
  mutating func delay(_ step: Storyboard.Step) {
    guard step.startMilliseconds > 0 else { return }
    out.raw(" style=\"animation-delay:")
    out.integer(step.startMilliseconds)
    out.raw("ms\"")
  }

  // MARK: Lines and rings

  private mutating func litEdge(_ move: Storyboard.Move) {
    let edge = scene.edges[move.edge]
    line(RouteShape(edge), edge.stroke, drawn: "ye", filled: "ya")
  }

  /// The boxes of a step, each once.
  private func ends(of step: Storyboard.Step) -> [SceneEdge.End] {
    var ends: [SceneEdge.End] = []
    for move in step.moves {
      let edge = scene.edges[move.edge]
      for end in [edge.source, edge.target] where !ends.contains(end) { ends.append(end) }
    }
    return ends
  }

  private mutating func ring(_ end: SceneEdge.End) {
    let box: Rect
    switch end {
    case .node(let index):
      guard scene.nodes.indices.contains(index) else { return }
      box = scene.nodes[index].outline
    case .group(let index):
      guard scene.groups.indices.contains(index) else { return }
      box = scene.groups[index].frame
    }
    out.raw("<rect")
    styled("yr")
    frame(box.insetBy(-Self.ringGap))
    length("rx", M.cardRadius + Self.ringGap)
    out.raw("/>\n")
  }

  /// How far around a card the middle of its ring runs, in px.
  private static var ringGap: Double { 2.5 }

  // MARK: Tokens

  private mutating func token(_ move: Storyboard.Move, of step: Storyboard.Step) {
    guard let story else { return }
    let data = tokenRoute(move)
    if story.telling == .scripted {
      out.raw("<path")
      styled("yp")
      out.raw(" d=\"")
      out.trusted(data)
      out.raw("\"/>\n")
    }
    out.raw("<use href=\"#")
    name(isMessage(move) ? "yv" : "yd")
    out.raw("\"")
    switch story.telling {
    case .looping:
      stepClass("ym", kind: story.travels.firstIndex(of: move.milliseconds) ?? 0)
      out.raw(" style=\"offset-path:path('")
      out.trusted(data)
      out.raw("')")
      if step.startMilliseconds > 0 {
        out.raw(";animation-delay:")
        out.integer(step.startMilliseconds)
        out.raw("ms")
      }
      out.raw("\"")
    case .scripted:
      styled("ym")
      out.raw(" data-time=\"")
      out.integer(move.milliseconds)
      out.raw("\"")
    case .still(let time):
      let place = TokenPath(data).point(at: (time - step.start) / move.duration)
      length("x", place.x)
      length("y", place.y)
    }
    out.raw("/>\n")
  }

  /// Whether a letter travels: an event or a message, for which nobody waits.
  private func isMessage(_ move: Storyboard.Move) -> Bool {
    scene.edges[move.edge].stroke == .dashed && !move.isReply
  }

  /// Returns the path data of the way a token takes, from border to border.
  func tokenRoute(_ move: Storyboard.Move) -> String {
    let route = scene.edges[move.edge].route
    var data = ByteWriter(capacity: 256)
    data.path(move.isReply ? route.reversed : route)
    return data.text
  }

  // MARK: Captions

  /// Appends the captions, below the picture.
  mutating func storyCaptions() {
    guard let story, story.captionHeight > 0 else { return }
    out.raw("<g aria-hidden=\"true\">\n")
    for index in story.drawnSteps {
      let step = story.storyboard.steps[index]
      out.raw("<g")
      if story.telling == .looping {
        stepClass("yc", kind: story.lengths.firstIndex(of: step.milliseconds) ?? 0)
        delay(step)
      }
      out.raw(">\n")
      captionLines(story.captions[index])
      out.raw("</g>\n")
    }
    if story.telling == .looping { stillCaption(story) }
    out.raw("</g>\n")
  }

  private mutating func captionLines(_ lines: [String]) {
    // Six px below the still picture: as far from the content as the legend is from the content.
    var y = scene.size.height + 6
    for words in lines {
      line("yt", x: scene.size.width / 2, y: y, words)
      y += M.cardLineHeight
    }
  }

  /// Appends what stands in the captions' place where nothing moves: what the badges count.
  private mutating func stillCaption(_ story: Story) {
    let words = story.storyboard.stillCaption
    let room = scene.size.width - 2 * M.margin
    out.raw("<g")
    styled("ys")
    out.raw(">\n")
    captionLines([TextMetrics.elided(words, to: room, in: .label)])
    out.raw("</g>\n")
  }
}
