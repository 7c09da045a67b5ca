import ArchModel
import ArchSource
import ArchSyntax

/// How fast text becomes a tree, and a model, inside one process.
struct FrontEndBench {
  /// The best of several runs over one text.
  struct Speed {
    var bytes: Int
    var lines: Int
    var seconds: Double

    var megabytesPerSecond: Double { Double(bytes) / seconds / 1e6 }
    var linesPerSecond: Double { Double(lines) / seconds }
    var nanosecondsPerByte: Double { seconds * 1e9 / Double(bytes) }
  }

  var parse: Speed
  var resolve: Speed

  /// Measures with a generated text of about so many bytes.
  init(bytes: Int) throws(DevFailure) {
    let text = Self.text(bytes: bytes)
    _ = try model(of: text, name: "bench.arch")
    let source = SourceText(name: "bench.arch", text)
    let lines = source.bytes.count { $0 == UInt8(ascii: "\n") }
    parse = Speed(
      bytes: source.count, lines: lines,
      seconds: Self.best { ArchSyntax.parse(source, limits: Limits.unbounded.parse).tree.nodeCount }
    )
    resolve = Speed(
      bytes: source.count, lines: lines, seconds: Self.best { Self.resolved(source) })
  }

  /// An architecture whose text is near a size: boxes are added in proportion to a first guess.
  private static func text(bytes: Int) -> String {
    let guess = max(1, bytes / 100)
    let first = Architecture(elements: guess).text
    return Architecture(elements: max(1, guess * bytes / first.utf8.count)).text
  }

  private static func resolved(_ source: SourceText) -> Int {
    let root = ImportedSource(identity: "bench.arch", source: source)
    let program = loadProgram(root, limits: .unbounded) { (_, _) throws(ImportFailure) in
      throw ImportFailure("made-up diagrams import nothing")
    }
    return ArchModel.resolve(program, limits: .unbounded).model.elements.count
  }

  /// The time of the fastest run: at least three, and for a third of a second.
  ///
  /// - Parameter work: What is measured; its answer is checked, so that the work cannot be left
  ///   out.
  private static func best(_ work: () -> Int) -> Double {
    var best = Double.infinity
    var runs = 0
    let start = ProcessRun.now()
    while runs < 3 || ProcessRun.now() - start < 0.33 {
      let before = ProcessRun.now()
      precondition(work() > 0)
      best = min(best, ProcessRun.now() - before)
      runs += 1
    }
    return best
  }
}
