import ArchCatalog
import ArchDiagnostics
import ArchLint
import ArchPages
import ArgumentParser
import Glibc

/// `archc explain`: what is known about a service, a rule or a fact.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says what is known about a service, a rule or a fact.",
    discussion: """
      Of a service: what it is, what diagrams may say of it and within which limits, what may \
      reach it and what it may reach. Of a rule: what it finds, why it matters, what to do. And \
      where each fact was looked up.
      """)

  @Argument(
    help:
      "The name of a service, as in diagrams, of a rule, as in findings, or the number of a fact."
  )
  var name: String

  @Option(help: "When to write in colour: auto, always or never.")
  var color = ColorChoice.auto

  mutating func run() throws {
    let catalog = Catalog()
    let shown = visibleText(name)
    if name.contains("/") { return try explainRule() }
    switch catalog.find(name) {
    case .service(let service):
      try show(servicePage(service, in: .bundled, FactHolders(.bundled, RuleBook.all)))
    case .ambiguous(let keys):
      throw report(failure: "'\(shown)' could be \(keys.alternatives)")
    case .unknown:
      if let page = factPage(name, in: .bundled, RuleBook.all) { return try show(page) }
      let near =
        nearest(to: name, among: catalog.names)
        .map { "; did you mean '\($0)'?" } ?? ";"
      throw report(
        failure: "the catalog knows no '\(shown)'\(near) 'archc list services' shows all it knows")
    }
  }

  private func explainRule() throws {
    let rules = knownRules()
    if let rule = rules.first(where: { $0.id.name == name }) {
      return try show(rulePage(rule, in: .bundled))
    }
    let near =
      nearest(to: name, among: rules.map(\.id.name)).map { "; did you mean '\($0)'?" } ?? ";"
    throw report(
      failure: "there is no rule '\(visibleText(name))'\(near) 'archc list rules' shows all")
  }

  private func show(_ page: Page) throws {
    let text = renderTerminal(
      page, width: terminalWidth, isColored: color.isOn(for: STDOUT_FILENO))
    if !printsText(text) { throw Ending.failure }
  }

  /// The columns of the terminal, within what reads well; 100 where there is none.
  private var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
    return min(max(Int(size.ws_col), 60), 120)
  }
}
