import ArgumentParser

/// `archc-dev gallery`: every example in every format, on one page to look at.
struct GalleryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Builds all examples in all formats and writes a page that shows them.")

  @Option(help: ArgumentHelp("The archc to run.", valueName: "program"))
  var archc: String

  @Option(help: ArgumentHelp("The folder of the diagrams.", valueName: "folder"))
  var examples = "Examples"

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder of the page and of the pictures.", valueName: "folder"))
  var output = "out/gallery"

  func run() throws {
    let gallery = Gallery(output: output)
    for kind in Gallery.kinds {
      _ = try ProcessRun(
        [archc, "build", examples, "-o", "\(output)/\(kind.folder)"] + kind.arguments)
    }
    try writeFile(try gallery.page(), to: "\(output)/index.html")
    print("\(output)/index.html")
  }
}
