import ArchDiagnostics
import ArchLayout
import ArchModel
import ArchScene
import ArchSyntax
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
  var color = ColorChoice.auto
  var isLarge = false
  /// How many columns a picture in text may take; the terminal's, or 120, if left out.
  var width: Int?

  /// Builds every picture, says what is wrong on the way, and returns the worst that happened.
  func run() -> Ending {
    let projects = Projects(color: color)
    let baselines = Baselines()
    var (inputs, ending) = Input.find(paths, in: projects)
    let plan: OutputPlan
    do {
      plan = try OutputPlan(
        for: inputs, arguments: paths, output: output, pathExtension: format.pathExtension)
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
      guard let scene = scene(of: compilation.model, input) else { return .failure }
      let picture = format.picture(of: scene, width: columns(for: target))
      for note in picture.notes {
        _ = reportsError("archc: note: '\(visibleText(input.name))': \(note)")
      }
      try target.write(Array(picture.text.utf8))
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
  private func scene(of model: Model, _ input: Input) -> Scene? {
    format.charset == nil ? layOut(model, of: input) : kept(draftScene(model), of: input)
  }

  /// The picture's geometry; nil, and a report, where there is none.
  private func layOut(_ model: Model, of input: Input) -> Scene? {
    do throws(LayoutFailure) {
      let laidOut = try ArchLayout.layOut(
        model, theme: theme, limits: isLarge ? .large : .standard)
      if laidOut.rung > .curved {
        _ = reportsError(
          "archc: warning: '\(visibleText(input.name))' was laid out with \(laidOut.rung) edges, "
            + "because Graphviz failed on curved ones")
      }
      return kept(laidOut.scene, of: input)
    } catch {
      report(failure: "cannot lay out '\(visibleText(input.name))': \(error.description)")
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
