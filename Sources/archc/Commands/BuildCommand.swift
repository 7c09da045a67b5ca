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

  @Option(help: "The format: svg, dot, json, unicode or ascii.")
  var format = PictureFormat.svg

  @Option(help: "Keep only the flow of this name.")
  var flow: String?

  @Option(help: "The colours: auto, light or dark; the diagram's own setting if left out.")
  var theme: Theme?

  @Option(
    help: ArgumentHelp(
      "The columns that unicode and ascii may take; the terminal's, or 120, if left out.",
      valueName: "columns"))
  var width: Int?

  func validate() throws {
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("'--width' takes a number of columns from 20 to 10000")
    }
  }

  mutating func run() throws { try request.run().end() }

  /// The request that the options make.
  var request: BuildRequest {
    BuildRequest(
      paths: options.paths, output: output, format: format, flow: flow, theme: theme,
      color: options.color, isLarge: options.large, width: width)
  }
}
