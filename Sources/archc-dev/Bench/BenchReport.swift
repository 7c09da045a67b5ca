import ArchLint

/// The tables that `archc-dev bench` prints.
enum BenchReport {
  static func pictures(_ benches: [PictureBench], hasDot: Bool) -> String {
    var table = Table(
      "Whole process: archc build -o, dot -Tsvg -o (medians; ratio: median over pairs)",
      columns: [
        "boxes", "runs", "archc", "dot", "ratio", "bar", "", "archc peak", "dot peak", "ratio",
        "bar",
        "", "archc SVG", "dot SVG",
      ])
    for bench in benches {
      let memory = Double(bench.times.firstPeakBytes) / Double(bench.times.secondPeakBytes)
      table.rows.append(
        [
          "\(bench.elements)", "\(bench.runs)", bench.times.firstSeconds.milliseconds,
          hasDot ? bench.times.secondSeconds.milliseconds : "–",
        ] + ratio(bench.times.ratio, bench.timeBar, hasDot) + [
          bench.times.firstPeakBytes.byteWords,
          hasDot ? bench.times.secondPeakBytes.byteWords : "–",
        ] + ratio(memory, bench.memoryBar, hasDot) + [
          bench.firstBytes.byteWords, hasDot ? bench.secondBytes.byteWords : "–",
        ])
    }
    return table.text
  }

  private static func ratio(_ ratio: Double, _ bar: Double?, _ hasDot: Bool) -> [String] {
    guard hasDot else { return ["–", "", ""] }
    let words = "\(ratio.fixed(2)) ×"
    guard let bar else { return [words, "", ""] }
    return [words, "≤ \(bar.fixed(1)) ×", verdict(ratio <= bar)]
  }

  /// - Parameter runs: archc as first, `/bin/true` as second.
  static func start(_ runs: PairedRuns) -> String {
    var table = Table("Process start", columns: ["", "time", "bar", "", "peak"])
    let bar = 5 * max(runs.secondSeconds, 0.001)
    table.rows.append([
      "archc --version", runs.firstSeconds.milliseconds, "≤ \(bar.milliseconds)",
      verdict(runs.firstSeconds <= bar), runs.firstPeakBytes.byteWords,
    ])
    table.rows.append([
      "/bin/true", runs.secondSeconds.milliseconds, "", "", runs.secondPeakBytes.byteWords,
    ])
    return table.text + "  (no peak can be measured below that of /bin/true)\n"
  }

  static func frontEnd(_ benches: [FrontEndBench]) -> String {
    var table = Table(
      "Front end, in process, best of several runs; bars count from 100 KB on",
      columns: [
        "text", "lines", "parse", "lines/s", "ns/B", "bar", "", "+ resolve", "lines/s", "ns/B",
        "bar",
        "",
      ])
    for bench in benches {
      table.rows.append(
        [bench.parse.bytes.byteWords, "\(bench.parse.lines)"]
          + speed(bench.parse, bar: 60) + speed(bench.resolve, bar: 20))
    }
    return table.text + growth(benches)
  }

  private static func speed(_ speed: FrontEndBench.Speed, bar: Double) -> [String] {
    let figures = [
      "\(speed.megabytesPerSecond.fixed(1)) MB/s", "\((speed.linesPerSecond / 1e6).fixed(2)) M",
      speed.nanosecondsPerByte.fixed(1),
    ]
    guard speed.bytes > 90_000 else { return figures + ["", ""] }
    return figures + ["≥ \(bar.fixed(0))", verdict(speed.megabytesPerSecond >= bar)]
  }

  /// All rules together, and those that cost most.
  static func rules(_ benches: [RuleBench]) -> String {
    var table = Table(
      "Rules over a diagram, in process, best of several runs; the bar counts at 10,000 elements",
      columns: ["elements", "edges", "findings", "all rules", "bar", ""])
    for bench in benches {
      let isLarge = bench.elements >= 10_000
      table.rows.append(
        [
          "\(bench.elements)", "\(bench.edges)", "\(bench.findings)", bench.total.milliseconds,
        ] + (isLarge ? ["≤ 50 ms", verdict(bench.total <= 0.05)] : ["", ""]))
    }
    return table.text + costliest(benches)
  }

  /// The dearest rules of the largest diagram, with what an element costs there against the
  /// smallest one: linear growth keeps it.
  private static func costliest(_ benches: [RuleBench]) -> String {
    guard let largest = benches.last, let smallest = benches.first else { return "" }
    var table = Table("  of which", columns: ["", "time", "growth"])
    for entry in largest.costs.prefix(20) {
      let before = smallest.costs.first { $0.name == entry.name }?.seconds ?? 0
      let growth =
        (entry.seconds / Double(largest.elements)) / (before / Double(smallest.elements))
      table.rows.append([
        "  " + entry.name, entry.seconds.milliseconds, "\(growth.fixed(2)) ×",
      ])
    }
    return table.text
  }

  /// Linear growth keeps the time of a byte; caches that overflow may cost half as much again.
  private static func growth(_ benches: [FrontEndBench]) -> String {
    let steps = [
      ("parse", benches.map(\.parse.nanosecondsPerByte)),
      ("resolve", benches.map(\.resolve.nanosecondsPerByte)),
    ].map { name, costs in
      let worst =
        costs.indices.dropFirst().map { index in
          costs[index] / (costs[..<index].min() ?? .infinity)
        }.max() ?? 1
      return
        "  growth, \(name): a byte costs at most \(worst.fixed(2)) × what it costs in a smaller "
        + "text (bar ≤ 1.5 ×: \(verdict(worst <= 1.5)))\n"
    }
    return steps.joined()
  }
}
