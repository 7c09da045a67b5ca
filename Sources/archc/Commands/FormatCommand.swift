import ArchDiagnostics
import ArchFormat
import ArchModel
import ArchSource
import ArchSyntax
import ArgumentParser
import Glibc

/// `archc fmt`: rewrites files in the one style.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Rewrites diagrams in the one style.",
    discussion: """
      Standard input is formatted to standard output. What cannot be understood is left as it is \
      and makes the command end with 1.
      """)

  @OptionGroup var options: SharedOptions

  @Flag(help: "Change nothing; list the files that would change and exit with 1.")
  var check = false

  @Flag(help: "Change nothing; show what would change and exit with 1.")
  var diff = false

  mutating func run() throws {
    var (inputs, ending) = Input.find(options.paths, in: Projects(color: options.color))
    for input in inputs {
      do throws(FileFailure) {
        ending = max(ending, try format(input))
      } catch {
        ending = max(ending, report(failure: error.sentence))
      }
    }
    try ending.end()
  }

  private func format(_ input: Input) throws(FileFailure) -> Ending {
    let source = SourceText(name: input.name, bytes: try input.read(limits: options.limits))
    let parsed = ArchSyntax.parse(source, limits: options.limits.parse)
    let formatted = ArchFormat.format(parsed)
    let isChanged = formatted != source.bytes
    let ending = reportErrors(of: parsed, source)
    if check || diff {
      guard isChanged else { return ending }
      if check { try writeStandardOutput(visibleText(input.name) + "\n") }
      if diff {
        let color = options.color.isOn(for: STDOUT_FILENO)
        try writeStandardOutput(
          unifiedDiff(from: source.bytes, to: formatted, name: input.name, color: color))
      }
      return .findings
    }
    if let path = input.path {
      if isChanged { try writeAtomically(formatted, to: path) }
    } else {
      try writeStandardOutput(formatted)
    }
    return ending
  }

  /// Statements with syntax errors were left alone; says so, for the file is not in style.
  private func reportErrors(of parsed: ParsedSource, _ source: SourceText) -> Ending {
    let errors = parsed.diagnostics.filter { $0.severity == .error }
    guard !errors.isEmpty else { return .fine }
    _ = reportsError(
      renderTerminal(
        errors, in: SourceMap([source]), color: options.color.isOn(for: STDERR_FILENO)))
    return .findings
  }
}
