import ArgumentParser

/// The command line for people who work on archc itself.
@main
struct ArchcDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archc-dev", abstract: "Tools for people who work on archc.",
    subcommands: [
      BenchCommand.self, GalleryCommand.self, GenerateCommand.self, PagesCommand.self,
    ])
}
