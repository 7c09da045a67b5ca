import ArchScene
import ArgumentParser

extension Theme: ExpressibleByArgument {}

extension PictureFormat: ExpressibleByArgument {}

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

  @Option(help: "The format: svg, animated-svg, frames, html, dot or json.")
  var format = PictureFormat.svg

  @Option(help: "Keep only the flow of this name.")
  var flow: String?

  @Option(help: "The colours: auto, light or dark; the diagram's own setting if left out.")
  var theme: Theme?

  @Option(
    help: ArgumentHelp(
      "Frames per second of the story, from 1 to 60; one frame a step if left out.",
      valueName: "count"))
  var fps: Int?

  mutating func validate() throws {
    guard let fps else { return }
    guard format == .frames else {
      throw ValidationError("'--fps' goes with '--format frames' only.")
    }
    guard 1...60 ~= fps else { throw ValidationError("'--fps' is a number from 1 to 60.") }
  }

  mutating func run() throws { try request.run().end() }

  /// The request that the options make.
  var request: BuildRequest {
    BuildRequest(
      paths: options.paths, output: output, format: format, flow: flow, theme: theme,
      fps: fps, color: options.color, isLarge: options.large)
  }
}
