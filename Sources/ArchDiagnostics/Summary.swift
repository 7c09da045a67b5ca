/// How many problems of each kind a batch of files has.
package struct Summary: Sendable, Equatable {
  /// The number of files the user named, not those they import.
  package var files: Int
  package var errors: Int
  package var warnings: Int
  package var hints: Int

  /// Counts each problem once, also when several diagrams import the file it is in.
  package init(_ reports: [Report]) {
    let severities = reports.withoutRepeats().flatMap(\.diagnostics).map(\.severity)
    files = reports.count
    errors = severities.count { $0 == .error }
    warnings = severities.count { $0 == .warning }
    hints = severities.count { $0 == .hint }
  }

  /// The last line of a run: "2 errors, 1 warning in 3 files" or "no problems in 1 file".
  package var sentence: String {
    let kinds = [(errors, "error"), (warnings, "warning"), (hints, "hint")]
    let counts = kinds.filter { $0.0 > 0 }.map(counted)
    let problems = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
    return "\(problems) in \(counted(files, "file"))"
  }
}

private func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
