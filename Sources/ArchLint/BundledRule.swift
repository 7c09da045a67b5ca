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
    let lines = BundledRule.lines(of: range)
    name =
      lines.first.map { BundledRule.text($0.dropFirst("rule ".utf8.count)) }?
      .split(separator: " ").first.map(String.init) ?? ""
    severity =
      lines.lazy.compactMap { BundledRule.setting("severity", in: $0) }.first
      .flatMap { word in Severity.allCases.first { $0.word == word } } ?? .warning
    detail = lines.lazy.compactMap { BundledRule.setting("detail", in: $0) }.first
      .flatMap(DetailLevel.init)
    operands = BundledRule.operands(in: lines)
    let mark = Array("  bad \"".utf8)
    examples =
      lines.first { $0.count > mark.count && Catalog.ruleBytes[$0].starts(with: mark) }?
      .lowerBound
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

  private static func lines(of range: Range<Int>) -> [Range<Int>] {
    let bytes = Catalog.ruleBytes
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      lines.append(start..<(end ?? range.upperBound))
      start = (end ?? range.upperBound) + 1
    }
    return lines
  }

  private static func text(_ range: Range<Int>) -> String {
    String(decoding: Catalog.ruleBytes[range], as: UTF8.self)
  }

  /// The value of a line `  severity = error`.
  private static func setting(_ name: StaticString, in line: Range<Int>) -> String? {
    let bytes = Catalog.ruleBytes[line].dropFirst(2)
    let count = name.utf8CodeUnitCount
    guard bytes.count > count + 3, bytes.prefix(count).elementsEqual(name.bytes) else { return nil }
    let rest = bytes.dropFirst(count)
    guard rest.starts(with: " = ".utf8) else { return nil }
    return String(decoding: rest.dropFirst(3), as: UTF8.self)
  }

  /// The words of the line `  match sqs, sns -> lambda as fn where …`, which may go on behind a
  /// comma or an arrow.
  private static func operands(in lines: [Range<Int>]) -> [[String]]? {
    let mark = Array("  match ".utf8)
    guard let first = lines.firstIndex(where: { Catalog.ruleBytes[$0].starts(with: mark) }) else {
      return nil
    }
    var match = text(lines[first]).dropFirst(mark.count)
    var next = first + 1
    while next < lines.count, match.hasSuffix(",") || match.hasSuffix(">") || match.hasSuffix("-") {
      match += text(lines[next]).drop { $0 == " " }
      next += 1
    }
    var operands: [[String]] = [[]]
    var words = match.split { $0 == " " || $0 == "," }[...]
    while let word = words.popFirst(), word != "where" {
      if word == "as" {
        words = words.dropFirst()
      } else if word.contains(where: { $0 == ">" || $0 == "<" }) || word == "--" {
        operands.append([])
      } else {
        operands[operands.count - 1].append(String(word))
      }
    }
    return operands
  }
}

extension StaticString {
  fileprivate var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
