import ArchDiagnostics
import ArchLayout
import ArchModel
import ArchRaster
import ArchScene
import ArchSyntax
import ArchText
import Glibc

/// What `build` is asked to do, however it was asked.
struct BuildRequest: Equatable {
  var paths: [String] = []
  var output: String?
  var format = PictureFormat.svg
  /// The name of the only flow to keep.
  var flow: String?
  /// The colours, instead of those the diagram asks for.
  var theme: Theme?
  /// How many frames a second of the story makes; nil for what is usual in the format.
  var fps: Int?
  /// How many pixels a px is wide, where there are pixels; nil for the usual 2.
  var scale: Int?
  var color = ColorChoice.auto
  var isLarge = false
  /// How many columns a picture in text may take; the terminal's, or 120, if left out.
  var width: Int?

  /// Builds every picture, says what is wrong on the way, and returns the worst that happened.
  func run() -> Ending {
    // What lays out gets ready while the diagram is looked for and read.
    let layouts = LayoutSupply(limits: isLarge ? .large : .standard)
    if needsLayout { layouts.makeReady() }
    do throws(RasterFailure) {
      try format.prepare()
    } catch {
      return report(failure: "cannot draw \(format.rawValue): \(error)")
    }
    let projects = Projects(color: color)
    let baselines = Baselines()
    var (inputs, ending) = Input.find(paths, in: projects)
    let plan: OutputPlan
    do {
      plan = try OutputPlan(
        for: inputs, arguments: paths, output: output, pathExtension: format.pathExtension,
        isFolder: format.isFolder)
    } catch {
      return report(failure: error.sentence)
    }
    layouts.inputCount = inputs.count
    for (input, target) in zip(inputs, plan.targets) {
      ending = max(ending, build(input, to: target, projects, baselines, layouts))
    }
    return ending
  }

  /// Whether Graphviz is needed; text wants no more than a draft.
  private var needsLayout: Bool { format.charset == nil }

  private func build(
    _ input: Input, to target: OutputPlan.Target, _ projects: Projects, _ baselines: Baselines,
    _ layouts: LayoutSupply
  ) -> Ending {
    do throws(FileFailure) {
      guard let settings = try projects.settings(of: input) else { return .failure }
      let diagram = try ResolvedDiagram(
        input, limits: isLarge ? .large : .standard, settings: settings)
      // Graphviz works in a process of its own while the diagram is checked.
      let hasPicture = diagram.errors.isEmpty && !diagram.isLibrary
      let layout =
        needsLayout && hasPicture ? layouts.start(diagram.model, theme: theme) : nil
      // The process may take as long to go as it takes to draw.
      defer { withExtendedLifetime(layout) {} }
      var compilation = Compilation(diagram)
      if let path = settings.configuration?.baseline {
        guard let baseline = baselines.file(path) else { return .failure }
        _ = baseline.hideRecorded(in: &compilation)
      }
      tell(compilation.report.showing(.warning))
      guard !compilation.hasErrors else { return .findings }
      // A file of services and rules is there to be imported; it has no picture.
      guard !diagram.isLibrary else { return .fine }
      guard var scene = scene(of: diagram, layout, input) else { return .failure }
      diagram.drawings.draw(on: &scene)
      if case .folder(let path) = target { return try writeFrames(of: scene, to: path, input) }
      guard let picture = draw(scene, of: input, to: target) else { return .failure }
      try target.write(picture)
      return .fine
    } catch {
      return report(failure: error.sentence)
    }
  }

  private func tell(_ found: Report) {
    let problems = problemsForReading(found, color: color.isOn(for: STDERR_FILENO))
    if !problems.isEmpty { _ = reportsError(problems) }
  }

  /// How many columns text may take where it goes.
  private func columns(for target: OutputPlan.Target) -> Int {
    let terminal = target == .standardOutput ? terminalWidth(STDOUT_FILENO) : nil
    return width ?? terminal ?? 120
  }

  /// The scene to write, with the layout that was started for it, or as a draft; nil, and a report,
  /// where there is none.
  private func scene(
    of diagram: ResolvedDiagram, _ layout: LayoutSupply.Layout?, _ input: Input
  ) -> Scene? {
    guard let layout else { return kept(draftScene(diagram.model), of: input) }
    do throws(LayoutFailure) {
      let laidOut = try layout.get().finished()
      let unheeded = laidOut.unheeded.map { Diagnostic.unheeded($0, in: diagram.model) }
      tell(Report(diagram.program.sources, unheeded))
      if laidOut.rung > .full {
        _ = reportsError(
          "archc: warning: '\(visibleText(input.name))' was laid out with less care, because "
            + "Graphviz failed at its best")
      }
      return kept(laidOut.scene, of: input)
    } catch {
      report(failure: "cannot lay out '\(visibleText(input.name))': \(error.description)")
      return nil
    }
  }

  /// The file's bytes; nil, and a report, where the picture cannot be drawn.
  private func draw(
    _ scene: Scene, of input: Input, to target: OutputPlan.Target
  ) -> [UInt8]? {
    if let charset = format.charset {
      let picture = renderText(
        scene,
        TextOptions(charset: charset, width: columns(for: target), direction: scene.direction))
      for note in picture.notes {
        _ = reportsError("archc: note: '\(visibleText(input.name))': \(note)")
      }
      return Array(picture.text.utf8)
    }
    do throws(RasterFailure) {
      return try format.bytes(of: scene, scale: scale ?? 2, framesPerSecond: fps)
    } catch {
      report(failure: "cannot draw '\(visibleText(input.name))': \(error)")
      return nil
    }
  }

  /// The picture with only the flow that was asked for; nil, and a report, where it has none such.
  private func kept(_ scene: Scene, of input: Input) -> Scene? {
    guard let flow else { return scene }
    var scene = scene
    let names = scene.flows.map { "'\(visibleText($0.name))'" }
    scene.flows.removeAll { $0.name != flow }
    guard scene.flows.isEmpty else { return scene }
    let known = names.isEmpty ? "it has none" : "it has \(names.joined(separator: ", "))"
    report(
      failure: "'\(visibleText(input.name))' has no flow '\(visibleText(flow))'; \(known)")
    return nil
  }
}
