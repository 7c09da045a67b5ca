import ArchCatalog
import ArchDiagnostics
import ArchModel
import ArchSource
import ArchSyntax

/// A bundled rule before it is read: where it lies, and what tells that a diagram has no need of
/// it.
///
/// Only the lines `match`, `severity` and `detail` are looked at, in the shape that the formatter
/// gives them; what they do not tell is found out by trying the rule.
struct BundledRule: Sendable {
  /// `sqs/missing-dlq`
  let name: String
  /// The services and traits at each place of what it looks for; nil where the line does not tell.
  let operands: [[String]]?
  let severity: Severity
  let detail: DetailLevel?
  /// The bytes of the declaration.
  private let range: Range<Int>
  /// Where its examples begin, which stand last and are half of it.
  private let examples: Int?

  /// - Parameter range: The bytes of the declaration among those of all rules.
  init(_ range: Range<Int>) {
    self.range = range
    var severity: Severity?
    var detail: DetailLevel?
    var match: Range<Int>?
    var examples: Int?
    var line = Self.line(from: range.lowerBound, in: range)
    name = String(
      decoding: Catalog.ruleBytes[line].dropFirst("rule ".utf8.count)
        .prefix { $0 != UInt8(ascii: " ") }, as: UTF8.self)
    while line.upperBound < range.upperBound, examples == nil {
      line = Self.line(from: line.upperBound + 1, in: range)
      if Self.begins(line, with: "  match ") {
        match = line
      } else if Self.begins(line, with: "  severity = ") {
        let word = Self.text(line, after: "  severity = ")
        severity = Severity.allCases.first { $0.word == word }
      } else if Self.begins(line, with: "  detail = ") {
        detail = DetailLevel(rawValue: Self.text(line, after: "  detail = "))
      } else if Self.begins(line, with: "  bad \"") {
        examples = line.lowerBound
      }
    }
    self.severity = severity ?? .warning
    self.detail = detail
    self.examples = examples
    operands = match.map { Self.operands(in: $0, of: range) }
  }

  /// Reads the rule. Its examples and reasons are read when somebody asks for them.
  func read() -> Rule? {
    let head = examples ?? range.upperBound
    let closing = examples == nil ? "" : "}\n"
    guard
      let syntax = BundledRule.parse(
        Array(Catalog.ruleBytes[range.lowerBound..<head]) + Array(closing.utf8)),
      var rule = readRule(syntax).rule
    else { return nil }
    rule.read = { [range] in
      BundledRule.parse(Array(Catalog.ruleBytes[range])).map(readDocumentation)
        ?? RuleDocumentation(rationale: "")
    }
    return rule
  }

  private static func parse(_ bytes: [UInt8]) -> RuleSyntax? {
    let source = SourceText(name: "rules.arch", bytes: bytes)
    for case .rule(let syntax) in ArchSyntax.parse(source, id: .catalog).file.statements {
      return syntax
    }
    return nil
  }

  // MARK: Lines

  private static func line(from start: Int, in range: Range<Int>) -> Range<Int> {
    let rest = start..<max(start, range.upperBound)
    return start..<(Catalog.ruleBytes[rest].firstIndex(of: UInt8(ascii: "\n")) ?? rest.upperBound)
  }

  private static func begins(_ line: Range<Int>, with words: StaticString) -> Bool {
    let count = words.utf8CodeUnitCount
    guard line.count >= count else { return false }
    let bytes = Catalog.ruleBytes
    for offset in 0..<count where bytes[line.lowerBound + offset] != words.utf8Start[offset] {
      return false
    }
    return true
  }

  private static func text(_ line: Range<Int>, after words: StaticString) -> String {
    String(decoding: Catalog.ruleBytes[line].dropFirst(words.utf8CodeUnitCount), as: UTF8.self)
  }

  /// The words of the line `match sqs, sns -> lambda as fn where …`, which may go on behind a comma
  /// or an arrow.
  private static func operands(in first: Range<Int>, of range: Range<Int>) -> [[String]] {
    let bytes = Catalog.ruleBytes
    var operands: [[String]] = [[]]
    var isName = false
    var line = first.lowerBound + "  match ".utf8.count..<first.upperBound
    while true {
      for word in bytes[line].split(whereSeparator: { $0 == 0x20 || $0 == 0x2C }) {
        if word.elementsEqual("where".utf8) { return operands }
        if isName {
          isName = false
        } else if word.elementsEqual("as".utf8) {
          isName = true
        } else if word.contains(UInt8(ascii: ">")) || word.contains(UInt8(ascii: "<"))
          || word.elementsEqual("--".utf8)
        {
          operands.append([])
        } else {
          operands[operands.count - 1].append(String(decoding: word, as: UTF8.self))
        }
      }
      let last = line.isEmpty ? 0 : bytes[line.upperBound - 1]
      let goesOn = [UInt8(ascii: ","), UInt8(ascii: ">"), UInt8(ascii: "-")].contains(last)
      guard goesOn, line.upperBound < range.upperBound else { return operands }
      line = self.line(from: line.upperBound + 1, in: range)
    }
  }
}
