import ArchDiagnostics
import ArchSource

/// The fixes of a file that can be applied at once: the first safe one of each problem, without
/// those that touch what an earlier one changes. Two that insert at one place touch.
///
/// As long as there are mistakes of spelling, only those are mended: what else is found may come
/// of them.
struct FixSelection {
  private let source: SourceText
  private var chosen: [(rule: String, edits: [TextEdit])] = []
  /// What the chosen edits change, in order.
  private var taken: [ByteRange] = []

  init(_ problems: [Diagnostic], in sources: SourceMap) {
    source = sources[.root]
    let candidates = problems.compactMap(candidate)
    let spelling = candidates.filter { candidate in
      ["syntax/", "text/"].contains(where: candidate.rule.hasPrefix)
    }
    for candidate in spelling.isEmpty ? candidates : spelling { choose(candidate) }
  }

  var isEmpty: Bool { chosen.isEmpty }

  /// How many problems are mended.
  var count: Int { chosen.count }

  /// The text of the file after all fixes; nil where they cannot be applied.
  var applied: [UInt8]? { source.applying(chosen.flatMap(\.edits)) }

  /// The text after each fix alone, of the first few.
  var alone: some Sequence<(rule: String, text: [UInt8])> {
    chosen.prefix(100).lazy.compactMap { fix in
      source.applying(fix.edits).map { (fix.rule, $0) }
    }
  }

  // MARK: Choosing

  private func candidate(_ problem: Diagnostic) -> (rule: String, edits: [TextEdit])? {
    guard let fix = problem.fixes.first(where: \.isSafe),
      fix.edits.allSatisfy({ $0.location.source == .root })
    else { return nil }
    let edits = fix.edits.map(withLineEndsOfFile).filter { edit in
      !source.bytes[edit.location.range.indices].elementsEqual(edit.replacement.utf8)
    }
    return edits.isEmpty ? nil : (problem.id.name, edits)
  }

  private mutating func choose(_ candidate: (rule: String, edits: [TextEdit])) {
    let ranges = candidate.edits.map(\.location.range)
    guard ranges.allSatisfy(isFree) else { return }
    chosen.append(candidate)
    for range in ranges { taken.insert(range, at: place(of: range)) }
  }

  private func isFree(_ range: ByteRange) -> Bool {
    let place = place(of: range)
    if place < taken.count, taken[place].lower <= range.upper { return false }
    return place == 0 || taken[place - 1].upper < range.lower
  }

  /// The index of the first change that does not begin before a range.
  private func place(of range: ByteRange) -> Int {
    var low = 0
    var high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle].lower < range.lower { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// An edit whose new lines end as those of the file do.
  private func withLineEndsOfFile(_ edit: TextEdit) -> TextEdit {
    guard edit.replacement.utf8.contains(UInt8(ascii: "\n")), usesCarriageReturns else {
      return edit
    }
    let plain = edit.replacement.replacing("\r\n", with: "\n")
    return TextEdit(edit.location, plain.replacing("\n", with: "\r\n"))
  }

  /// Whether the first line of the file ends in CRLF.
  private var usesCarriageReturns: Bool {
    guard let end = source.bytes.firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return false }
    return source.bytes[end - 1] == UInt8(ascii: "\r")
  }
}
