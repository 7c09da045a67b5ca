import ArgumentParser

/// `archc-dev generate`: an architecture of a given size, and the same graph for Graphviz.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Writes a made-up architecture of a given size, and its twin in DOT.",
    discussion: "The same size and seed give the same bytes on every machine.")

  @Option(help: "How many boxes; containers come on top.")
  var elements: Int

  @Option(help: "Another number gives another architecture.")
  var seed: UInt64 = 1

  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where the diagram goes.", valueName: "file.arch"))
  var output: String

  @Option(help: ArgumentHelp("Where the same graph in DOT goes.", valueName: "file.dot"))
  var twin: String?

  func validate() throws {
    guard (1...1_000_000).contains(elements) else {
      throw ValidationError("'--elements' is a number from 1 to 1000000")
    }
  }

  func run() throws {
    let text = Architecture(elements: elements, seed: seed).text
    try writeFile(text, to: output)
    guard let twin else { return }
    try writeFile(dotTwin(of: try model(of: text, name: output)), to: twin)
  }
}
