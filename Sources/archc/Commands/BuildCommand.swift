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

  @Option(
    help: ArgumentHelp(
      "The format: svg, animated-svg, frames, html, png, gif, apng, pdf, unicode, ascii, mermaid, "
        + "d2, dot or json.",
      valueName: "format"))
  var format = PictureFormat.svg

  @Option(help: "Keep only the flow of this name.")
  var flow: String?

  @Option(help: "The colours: auto, light or dark; the diagram's own setting if left out.")
  var theme: Theme?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Frames per second of the story, from 1 to 60; if left out, one frame a step, and 10 for gif "
        + "and apng.",
      valueName: "count"))
  var fps: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Pixels for each px of png, gif and apng, from 1 to 4; 2 if left out.", valueName: "count"))
  var scale: Int?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The columns that unicode and ascii may take; the terminal's, or 120, if left out.",
      valueName: "columns"))
  var width: Int?

  mutating func validate() throws {
    if let width {
      guard format.charset != nil else {
        throw ValidationError("'--width' goes with '--format unicode' and 'ascii' only.")
      }
      guard 20...10_000 ~= width else {
        throw ValidationError("'--width' is a number of columns from 20 to 10000.")
      }
    }
    if let fps {
      guard format.hasFrames else {
        throw ValidationError("'--fps' goes with '--format frames', 'gif' and 'apng' only.")
      }
      guard 1...60 ~= fps else { throw ValidationError("'--fps' is a number from 1 to 60.") }
    }
    if let scale {
      guard format.hasPixels else {
        throw ValidationError("'--scale' goes with '--format png', 'gif' and 'apng' only.")
      }
      guard 1...4 ~= scale else { throw ValidationError("'--scale' is a number from 1 to 4.") }
    }
  }

  mutating func run() throws { try request.run().end() }

  /// The request that the options make.
  var request: BuildRequest {
    BuildRequest(
      paths: options.paths, output: output, format: format, flow: flow, theme: theme,
      fps: fps, scale: scale, color: options.color, isLarge: options.large, width: width)
  }
}
