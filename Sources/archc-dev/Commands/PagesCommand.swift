import ArchCatalog
import ArchPages
import ArgumentParser
import Glibc

/// `archc-dev pages`: the documentation that is made from the catalog.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Writes a page for each service, and the table of facts, for the documentation.",
    discussion: "A test compares the pages with the catalog.")

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The DocC catalog.", valueName: "folder"))
  var output = "Sources/ArchCatalog/ArchCatalog.docc"

  func run() throws {
    let services = "\(output)/Services"
    for folder in [output, services] where mkdir(folder, 0o777) != 0 && errno != EEXIST {
      throw DevFailure("cannot make '\(folder)'", code: errno)
    }
    for (path, text) in documentationPages(of: CatalogSnapshot(Catalog())) {
      try writeFile(text, to: "\(output)/\(path)")
    }
  }
}
