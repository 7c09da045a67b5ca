import ArchDiagnostics
import ArchSource

/// Collects the problems of one source, up to a bound, so that a file of garbage gets a page of
/// messages and not a million.
struct ProblemList {
  let source: SourceID
  let bound: Int
  private(set) var diagnostics: [Diagnostic] = []
  private var omitted = 0

  init(source: SourceID, bound: Int) {
    self.source = source
    self.bound = bound
  }

  /// The place of some bytes in this source.
  func location(_ lower: Int, _ upper: Int) -> Location {
    Location(source, ByteRange(lower, upper))
  }

  /// Adds a problem, or only counts it once the list is full.
  mutating func report(_ diagnostic: Diagnostic) {
    if diagnostics.count < bound {
      diagnostics.append(diagnostic)
    } else {
      omitted += 1
    }
  }

  /// The problems, and how many more there were.
  func finished() -> [Diagnostic] {
    guard omitted > 0, let last = diagnostics.last else { return diagnostics }
    return diagnostics + [.tooManyProblems(omitted: omitted, after: last.primary.location)]
  }
}
