import ArchDiagnostics
import ArchLayout
import ArchModel
import ArchRender
import ArchSource
import ArchSyntax
import ArgumentParser

/// `archc dump`: each stage of the compiler, for people who work on it.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump", abstract: "Shows a stage of the compiler, for people who work on it.")

  /// The stages, in order.
  enum Stage: String, ExpressibleByArgument, CaseIterable {
    case tokens, tree, model, scene
  }

  @Argument(help: "The stage: tokens, tree, model or scene.")
  var stage: Stage

  @Argument(help: "The diagram; '-' is standard input.", completion: .file(extensions: ["arch"]))
  var file: String

  mutating func run() throws {
    let (inputs, ending) = Input.find([file])
    try ending.end()
    guard inputs.count == 1 else { throw report(failure: "'dump' takes a single diagram") }
    do {
      try writeStandardOutput(try text(of: inputs[0]))
    } catch let failure as FileFailure {
      throw report(failure: failure.sentence)
    } catch let failure as LayoutFailure {
      throw report(failure: failure.description)
    }
  }

  private func text(of input: Input) throws -> String {
    switch stage {
    case .tokens: return try tree(of: input).dumpTokens()
    case .tree: return try tree(of: input).dump()
    case .model: return try ResolvedDiagram(input, limits: .standard).model.dump()
    case .scene:
      let model = try ResolvedDiagram(input, limits: .standard).model
      return renderJSON(try layOut(model).scene)
    }
  }

  private func tree(of input: Input) throws(FileFailure) -> SyntaxTree {
    let source = SourceText(name: input.name, bytes: try input.read(limits: .standard))
    return ArchSyntax.parse(source).tree
  }
}

/// `archc completions`: the script that completes commands in a shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Prints the completion script of a shell.")

  @Argument(help: "The shell: bash, zsh or fish.")
  var shell: String

  mutating func run() throws {
    guard let shell = CompletionShell(rawValue: shell) else {
      throw report(
        failure:
          "there are no completions for '\(visibleText(shell))'; the shells are bash, zsh and fish")
    }
    if !printsText(Archc.completionScript(for: shell)) { throw Ending.failure }
  }
}
