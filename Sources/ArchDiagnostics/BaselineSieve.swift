/// Holds back the findings of a baseline, each as often as it is recorded.
package struct BaselineSieve {
  private let entries: [Baseline.Entry]
  /// How often findings may still be held back, by fingerprint.
  private var remaining: [String: Int]

  package init(_ baseline: Baseline) {
    entries = baseline.entries
    remaining = Dictionary(baseline.entries.map { ($0.fingerprint, $0.count) }) { $0 + $1 }
  }

  /// Whether the next finding is a recorded one.
  ///
  /// - Parameter path: The path of its file from the folder of the baseline.
  package mutating func holdsBack(_ problem: Diagnostic, path: String) -> Bool {
    guard !remaining.isEmpty else { return false }
    let fingerprint = problemFingerprint(problem, path: path)
    guard let count = remaining[fingerprint], count > 0 else { return false }
    remaining[fingerprint] = count - 1
    return true
  }

  /// How many recorded findings did not occur.
  ///
  /// - Parameter isKnown: Whether a file, by its path from the folder of the baseline, was checked
  ///   or is gone: of others nobody knows.
  package func missing(where isKnown: (String) -> Bool) -> Int {
    var counted: Set<String> = []
    return entries.reduce(0) { sum, entry in
      guard counted.insert(entry.fingerprint).inserted, isKnown(entry.path) else { return sum }
      return sum + (remaining[entry.fingerprint] ?? 0)
    }
  }
}
