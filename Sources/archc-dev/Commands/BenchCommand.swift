import ArgumentParser
import Glibc

/// `archc-dev bench`: archc against Graphviz's own program, and the front end by itself.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures archc, and dot on the same graphs.",
    discussion: """
      Each figure stands beside the bar that the project has set itself. Nothing fails where a bar \
      is missed: times depend on the machine.
      """)

  @Option(help: ArgumentHelp("The archc to measure; by default the one beside this program."))
  var archc = Machine.archcBeside

  @Option(help: "The numbers of boxes, with commas between; none to leave pictures out.")
  var sizes = "3,50,200,1000,10000"

  @Option(help: "How many pairs of runs for each size; by default many for small sizes.")
  var runs: Int?

  @Option(help: "The bytes of text for the front end, with commas between.")
  var texts = "1000,10000,100000,1000000,10000000"

  @Option(help: "The numbers of elements for the rules, with commas between; none to leave out.")
  var rules = "2000,10000"

  @Flag(help: "Keep the diagrams and pictures, and say where they are.")
  var keep = false

  func validate() throws {
    for list in [sizes, texts, rules] where numbers(in: list) == nil {
      throw ValidationError("'\(list)' is no list of numbers above zero")
    }
    if let runs, runs < 1 { throw ValidationError("'--runs' is a number above zero") }
  }

  func run() throws {
    let folder = try temporaryFolder()
    defer { clean(folder) }
    try say("\(Machine.facts(folder: folder))\n")
    if !Machine.hasDot {
      try say("There is no 'dot' to compare with: install Debian's package 'graphviz'.\n")
    }
    // Processes first, while this one is small: see `ProcessRun.peakBytes`.
    try say(BenchReport.start(try PairedRuns([archc, "--version"], ["/bin/true"], runs: 51)))
    let pictures = try (numbers(in: sizes) ?? []).map { size in
      note("measuring \(size) boxes …")
      return try PictureBench(elements: size, runs: runs, archc: archc, folder: folder)
    }
    if !pictures.isEmpty { try say(BenchReport.pictures(pictures, hasDot: Machine.hasDot)) }
    let frontEnd = try (numbers(in: texts) ?? []).map { size in
      note("measuring \(size) bytes of text …")
      return try FrontEndBench(bytes: size)
    }
    if !frontEnd.isEmpty { try say(BenchReport.frontEnd(frontEnd)) }
    let rules = (numbers(in: rules) ?? []).map { size in
      note("measuring all rules over \(size) elements …")
      return RuleBench(elements: size, edges: 2 * size)
    }
    if !rules.isEmpty { try say(BenchReport.rules(rules)) }
  }

  /// The numbers of a list; nil where it holds anything else.
  private func numbers(in list: String) -> [Int]? {
    let words = list.split(separator: ",")
    let numbers = words.compactMap { Int($0) }.filter { $0 > 0 }
    return numbers.count == words.count ? numbers : nil
  }

  /// Writes a part of the report as soon as it is known.
  private func say(_ text: String) throws(DevFailure) {
    var rest = Array((text + "\n").utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { throw DevFailure("cannot write the report", code: errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Says on standard error what takes time.
  private func note(_ words: String) {
    let bytes = Array("\(words)\n".utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  private func temporaryFolder() throws(DevFailure) -> String {
    var template = Array("/tmp/archc-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw DevFailure("cannot make a folder", code: errno) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private func clean(_ folder: String) {
    if keep { return note("the files are in \(folder)") }
    _ = try? ProcessRun(["rm", "-r", folder])
  }
}
