import ArchDiagnostics
import ArchModel
import ArgumentParser
import Glibc

/// The options that every command over diagrams has.
struct SharedOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Files, or folders with .arch files; '-' is standard input.", valueName: "path"),
    completion: .file(extensions: ["arch"]))
  var paths: [String] = []

  @Option(help: "When to write in colour: auto, always or never.")
  var color = ColorChoice.auto

  @Flag(help: "Raise the limits on the size of diagrams four times.")
  var large = false

  /// The limits that these options ask for.
  var limits: Limits { large ? .large : .standard }
}

extension Severity: ExpressibleByArgument {
  public init?(argument: String) {
    guard let severity = Severity.allCases.first(where: { $0.word == argument }) else { return nil }
    self = severity
  }

  public static var allValueStrings: [String] { allCases.map(\.word) }
}
