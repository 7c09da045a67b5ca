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

  @Option(help: "The format: svg, dot, json, mermaid, d2, png or pdf.")
  var format = PictureFormat.svg

  @Option(help: "Keep only the flow of this name.")
  var flow: String?

  @Option(help: "The colours: auto, light or dark; the diagram's own setting if left out.")
  var theme: Theme?

  @Option(help: "How many pixels of a png a px is wide and high, 1 to 4; 2 if left out.")
  var scale: Int?

  func validate() throws {
    guard let scale else { return }
    guard format.hasPixels else {
      throw ValidationError("--scale is for pictures of pixels, as --format png makes them")
    }
    guard (1...4).contains(scale) else { throw ValidationError("--scale is 1, 2, 3 or 4") }
  }

  mutating func run() throws { try request.run().end() }

  /// The request that the options make.
  var request: BuildRequest {
    BuildRequest(
      paths: options.paths, output: output, format: format, flow: flow, theme: theme,
      scale: scale, color: options.color, isLarge: options.large)
  }
}
