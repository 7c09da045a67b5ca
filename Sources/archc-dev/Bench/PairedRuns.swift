import Glibc

/// Two programs run in turn, A B A B, so that whatever else the machine does falls on both alike.
struct PairedRuns {
  /// The middle time of each, in seconds.
  var firstSeconds: Double
  var secondSeconds: Double
  /// The middle of the first's time over the second's, pair by pair.
  var ratio: Double
  /// The most memory of each, over all runs.
  var firstPeakBytes: Int
  var secondPeakBytes: Int

  /// Runs both once to warm up and then in pairs.
  ///
  /// - Parameter outputs: Files that are removed before each run, so that each writes them anew.
  init(
    _ first: [String], _ second: [String], runs: Int, outputs: [String] = []
  ) throws(DevFailure) {
    var pairs: [(first: ProcessRun, second: ProcessRun)] = []
    for _ in 0...runs {
      for output in outputs { unlink(output) }
      pairs.append((try ProcessRun(first), try ProcessRun(second)))
    }
    pairs.removeFirst()
    firstSeconds = median(pairs.map(\.first.seconds))
    secondSeconds = median(pairs.map(\.second.seconds))
    ratio = median(pairs.map { $0.first.seconds / $0.second.seconds })
    firstPeakBytes = pairs.map(\.first.peakBytes).max() ?? 0
    secondPeakBytes = pairs.map(\.second.peakBytes).max() ?? 0
  }
}

/// The middle of some numbers; the mean of the two middle ones where their count is even.
func median(_ numbers: [Double]) -> Double {
  precondition(!numbers.isEmpty)
  let sorted = numbers.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}
