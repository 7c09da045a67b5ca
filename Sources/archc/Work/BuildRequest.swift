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
    for (input, target) in zip(inputs, plan.targets) {
      ending = max(ending, build(input, to: target, projects, baselines))
    }
    return ending
  }

  private func build(
    _ input: Input, to target: OutputPlan.Target, _ projects: Projects, _ baselines: Baselines
  ) -> Ending {
    do throws(FileFailure) {
      guard let settings = try projects.settings(of: input) else { return .failure }
      var compilation = try Compilation(
        input, limits: isLarge ? .large : .standard, settings: settings)
      if let path = settings.configuration?.baseline {
        guard let baseline = baselines.file(path) else { return .failure }
        _ = baseline.hideRecorded(in: &compilation)
      }
      tell(compilation.report.showing(.warning))
      guard !compilation.hasErrors else { return .findings }
      // A file of services and rules is there to be imported; it has no picture.
      guard !compilation.isLibrary else { return .fine }
      guard var scene = scene(of: compilation, input) else { return .failure }
      compilation.drawings.draw(on: &scene)
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

  /// The scene to write; text needs no more than a draft, and so no Graphviz.
  private func scene(of compilation: Compilation, _ input: Input) -> Scene? {
    format.charset == nil
      ? layOut(compilation, of: input) : kept(draftScene(compilation.model), of: input)
  }

  /// The picture's geometry; nil, and a report, where there is none.
  private func layOut(_ compilation: Compilation, of input: Input) -> Scene? {
    do throws(LayoutFailure) {
      let laidOut = try ArchLayout.layOut(
        compilation.model, theme: theme, limits: isLarge ? .large : .standard)
      let unheeded = laidOut.unheeded.map { Diagnostic.unheeded($0, in: compilation.model) }
      tell(Report(compilation.program.sources, unheeded))
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
