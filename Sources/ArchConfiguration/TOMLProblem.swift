import ArchDiagnostics
import ArchSource

/// The first place where a text is no TOML, and why.
struct TOMLProblem: Error {
  var message: String
  var range: ByteRange
  var notes: [String] = []
  /// Where the name was given before, for a name that is given twice.
  var first: ByteRange?

  init(_ message: String, _ range: ByteRange, notes: [String] = [], first: ByteRange? = nil) {
    self.message = message
    self.range = range
    self.notes = notes
    self.first = first
  }

  /// The problem as a diagnostic of the only source of a configuration.
  var diagnostic: Diagnostic {
    Diagnostic(
      "configuration/syntax", .error, message, at: Location(.root, range),
      secondary: first.map { [Label(Location(.root, $0), "it stands here already")] } ?? [],
      notes: notes)
  }
}
