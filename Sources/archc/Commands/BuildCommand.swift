import ArchDiagnostics
import ArchLayout
import ArchModel
import ArchRender
import ArchScene
import ArchSource
import ArgumentParser
import Glibc

/// What `build` writes.
enum PictureFormat: String, ExpressibleByArgument, CaseIterable {
  case svg, dot, json

  /// The ending of the file's name.
  var pathExtension: String { rawValue }

  /// The picture in this format.
  func text(of scene: Scene) -> String {
    switch self {
    case .svg: renderSVG(scene)
    case .dot: renderDOT(scene)
    case .json: renderJSON(scene)
    }
  }
}

extension Theme: ExpressibleByArgument {}

/// `archc build`: checks, then writes pictures.
struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Checks diagrams and writes their pictures.",
    discussion: """
      Without -o a picture is written beside its diagram and named after it. Problems go to \
      standard error; errors stop the picture of their file, warnings never do.
      """)

  @OptionGroup var options: SharedOptions

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp(
      "A file, a folder (which mirrors the folders of the diagrams), or '-' for standard output.",
      valueName: "path"))
  var output: String?

  @Option(help: "The format: svg, dot or json.")
  var format = PictureFormat.svg

  @Option(help: "Keep only the flow of this name.")
  var flow: String?

  @Option(help: "The colours: auto, light or dark; the diagram's own setting if left out.")
  var theme: Theme?

  mutating func run() throws {
    var (inputs, ending) = Input.find(options.paths)
    let plan: OutputPlan
    do {
      plan = try OutputPlan(
        for: inputs, arguments: options.paths, output: output,
        pathExtension: format.pathExtension)
    } catch {
      throw report(failure: error.sentence)
    }
    for (input, target) in zip(inputs, plan.targets) {
      ending = max(ending, build(input, to: target))
    }
    try ending.end()
  }

  private func build(_ input: Input, to target: OutputPlan.Target) -> Ending {
    do throws(FileFailure) {
      let compilation = try Compilation(input, limits: options.limits)
      tell(compilation.report.showing(.warning))
      guard !compilation.hasErrors else { return .findings }
      guard let scene = layOut(compilation.model, of: input) else { return .failure }
      try target.write(Array(format.text(of: scene).utf8))
      return .fine
    } catch {
      return report(failure: error.sentence)
    }
  }

  private func tell(_ found: Report) {
    let problems = problemsForReading(found, color: options.color.isOn(for: STDERR_FILENO))
    if !problems.isEmpty { _ = reportsError(problems) }
  }

  /// The picture's geometry; nil, and a report, where there is none.
  private func layOut(_ model: Model, of input: Input) -> Scene? {
    do throws(LayoutFailure) {
      let laidOut = try ArchLayout.layOut(
        model, theme: theme, limits: options.large ? .large : .standard)
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
