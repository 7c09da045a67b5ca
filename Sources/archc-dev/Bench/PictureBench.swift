import Glibc

/// Whole processes of archc and `dot` on the same graph.
struct PictureBench {
  var elements: Int
  var runs: Int
  var times: PairedRuns
  /// The size of the pictures.
  var firstBytes: Int
  var secondBytes: Int

  /// Writes an architecture and its twin, and draws each with its program.
  ///
  /// - Parameter folder: Where the files go.
  init(elements: Int, runs: Int?, archc: String, folder: String) throws(DevFailure) {
    let base = "\(folder)/\(elements)"
    let outputs = ["\(base).archc.svg", "\(base).dot.svg"]
    // Another process makes the files, so that this one stays small: see `ProcessRun.peakBytes`.
    _ = try ProcessRun([
      Machine.ownPath, "generate", "--elements", "\(elements)", "-o", "\(base).arch", "--twin",
      "\(base).dot",
    ])
    let first = [archc, "build", "\(base).arch", "-o", outputs[0]]
    let second = Machine.hasDot ? ["dot", "-Tsvg", "\(base).dot", "-o", outputs[1]] : first
    self.elements = elements
    self.runs = runs ?? Self.runs(of: elements)
    times = try PairedRuns(first, second, runs: self.runs, outputs: outputs)
    firstBytes = Self.size(of: outputs[0])
    secondBytes = Self.size(of: outputs[1])
  }

  /// Many runs where one is short.
  private static func runs(of elements: Int) -> Int {
    switch elements {
    case ..<100: 31
    case ..<500: 15
    case ..<2_000: 7
    default: 3
    }
  }

  private static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The most that archc may take, as a multiple of what `dot` takes; nil where nothing is
  /// promised.
  var timeBar: Double? {
    switch elements {
    case 3: 0.5
    case 200, 1_000: 0.9
    default: nil
    }
  }

  /// The same for memory.
  var memoryBar: Double? { elements == 10_000 ? 1.5 : nil }
}
