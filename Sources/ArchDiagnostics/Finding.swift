import ArchSource

/// One problem with its places as paths, lines and columns: what the formats for machines share.
struct Finding {
  var diagnostic: Diagnostic
  var place: Place
  var related: [(message: String, place: Place)]
  var fixes: [Fix]

  /// A part of a file; lines and columns count from 1, columns in Unicode scalars, and the end is
  /// the first column after it.
  struct Place: Hashable {
    var path: String
    var start: LineColumn
    var end: LineColumn
  }

  /// A change that mends the problem.
  struct Fix {
    var title: String
    var isSafe: Bool
    var edits: [(place: Place, text: String)]
  }

  var rule: String { diagnostic.id.name }

  /// The message, then each note as a line of its own.
  var fullMessage: String {
    ([diagnostic.message] + diagnostic.notes).joined(separator: "\n")
  }

  /// The findings of a batch in the order of its reports, each once.
  static func all(in reports: [Report]) -> [Finding] {
    reports.withoutRepeats().flatMap { report -> [Finding] in
      if report.diagnostics.isEmpty { return [] }
      let places = PlaceTable(report.sources)
      return report.diagnostics.map { Finding($0, places) }
    }
  }

  private init(_ diagnostic: Diagnostic, _ places: PlaceTable) {
    self.diagnostic = diagnostic
    place = places.place(diagnostic.primary.location)
    related = diagnostic.secondary.map { ($0.text, places.place($0.location)) }
    fixes = diagnostic.fixes.map { fix in
      Fix(
        title: fix.title, isSafe: fix.isSafe,
        edits: fix.edits.map { (places.place($0.location), $0.replacement) })
    }
  }
}

/// Turns the locations of one diagram into places.
private struct PlaceTable {
  private let paths: [String]
  private let tables: [LineTable]

  init(_ sources: SourceMap) {
    paths = sources.sources.map { relativePath($0.name) }
    tables = sources.sources.map(LineTable.init)
  }

  func place(_ location: Location) -> Finding.Place {
    let table = tables[location.source.index]
    let range = location.range.indices
    return Finding.Place(
      path: paths[location.source.index], start: table.position(at: range.lowerBound),
      end: table.position(at: range.upperBound))
  }
}
