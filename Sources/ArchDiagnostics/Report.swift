package import ArchSource

/// One diagram and the problems found in it: what every format for machines is made from.
///
/// A batch is an array of reports, one for each file that the user named.
package struct Report: Sendable {
  package var sources: SourceMap
  /// The problems in reading order.
  package var diagnostics: [Diagnostic]

  package init(_ sources: SourceMap, _ diagnostics: [Diagnostic]) {
    self.sources = sources
    self.diagnostics = diagnostics.inReadingOrder()
  }
}

extension [Report] {
  /// The reports without the problems that an earlier report holds already.
  ///
  /// A file that several diagrams import is checked with each of them; its problems are told once.
  package func withoutRepeats() -> [Report] {
    var seen: Set<Key> = []
    return map { report in
      var report = report
      report.diagnostics.removeAll { !seen.insert(Key($0, in: report.sources)).inserted }
      return report
    }
  }
}

/// What makes two problems the same to a reader.
private struct Key: Hashable {
  var path: String
  var range: ByteRange
  var id: DiagnosticID
  var message: String

  init(_ diagnostic: Diagnostic, in sources: SourceMap) {
    let location = diagnostic.primary.location
    path = relativePath(sources[location.source].name)
    range = location.range
    id = diagnostic.id
    message = diagnostic.message
  }
}
