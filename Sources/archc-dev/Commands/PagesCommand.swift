import ArchCatalog
import ArchLint
import ArchPages
import ArgumentParser
import Glibc

/// `archc-dev pages`: the documentation that is made from the catalog.
struct PagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pages",
    abstract: "Writes a page for each service and rule, and the table of facts.",
    discussion: "A test compares the pages with the catalog and the rules.")

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("The folder of the DocC catalogs' targets.", valueName: "folder"))
  var output = "Sources"

  func run() throws {
    for (path, text) in documentationPages(of: .bundled, RuleBook.all) {
      let file = "\(output)/\(path)"
      let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/")
      if mkdir(folder, 0o777) != 0, errno != EEXIST {
        throw DevFailure("cannot make '\(folder)'", code: errno)
      }
      try writeFile(text, to: file)
    }
  }
}
