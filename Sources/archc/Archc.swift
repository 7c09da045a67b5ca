import ArchDiagnostics
import ArgumentParser
import Glibc

/// The command line: picks the command, runs it, and turns every ending into an exit code.
@main
struct Archc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archc",
    abstract: "Compiles architecture diagrams, and knows what the boxes mean.",
    discussion: """
      Exit codes: 0 all well, 1 problems in the text (or 'fmt --check' differences), 2 wrong \
      usage, a file that cannot be read or written, or a failed layout.
      """,
    version: Version.current,
    subcommands: [
      BuildCommand.self, CheckCommand.self, FormatCommand.self, ExplainCommand.self,
      ListCommand.self,
      DumpCommand.self, CompletionsCommand.self,
    ])

  /// Runs the command. What the argument parser itself rejects is wrong usage: 2, not its own 64.
  static func main() {
    prepareForFiles()
    if let request = BuildRequest(plain: CommandLine.arguments.dropFirst()) {
      Glibc.exit(request.run().code)
    }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let ending as Ending {
      Glibc.exit(ending.code)
    } catch {
      let isWrongUsage = exitCode(for: error) != .success
      let message = isWrongUsage ? visibleLines(fullMessage(for: error)) : fullMessage(for: error)
      let wasWritten = isWrongUsage ? reportsError(message) : printsText(message)
      Glibc.exit(isWrongUsage || !wasWritten ? 2 : 0)
    }
  }
}

/// The lines of a message, each safe to print. What it quotes of the command line stays on its
/// line, for a line of its own could be a command to a build server.
private func visibleLines(_ message: String) -> String {
  var message = message
  for argument in CommandLine.arguments {
    for word in [argument[...]] + argument.split(separator: "=") where word.contains("\n") {
      message = message.replacing(word, with: visibleText(word))
    }
  }
  return message.split(separator: "\n", omittingEmptySubsequences: false).map(visibleText)
    .joined(separator: "\n")
}

/// How a command ends when not all went well; thrown after everything has been said.
enum Ending: Int32, Error, Comparable {
  case fine = 0
  /// Problems in the text at or above the level that fails.
  case findings = 1
  /// Wrong usage, a file that cannot be read or written, a failed layout.
  case failure = 2

  var code: Int32 { rawValue }

  static func < (left: Ending, right: Ending) -> Bool { left.rawValue < right.rawValue }

  /// Ends the command with this code; returns where all is well.
  func end() throws {
    if self != .fine { throw self }
  }
}
