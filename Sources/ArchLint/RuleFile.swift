import ArchCatalog
package import ArchSource

/// A bundled file of rules.
///
/// It begins with the line `# Where a diagram has: sqs, lambda`, so that what a diagram cannot need
/// is not read; all its rules share the part of their names before the slash.
package struct RuleFile: Sendable {
  /// The services and traits of which a diagram must have one.
  package let words: [String]
  private let range: Range<Int>

  /// The files in the bundle, in order of name.
  static let bundled: [RuleFile] = Catalog.ruleTexts.map(RuleFile.init)

  private init(_ range: Range<Int>) {
    self.range = range
    let head = Catalog.ruleBytes[range].prefix { $0 != UInt8(ascii: "\n") }
    words = head.drop { $0 != UInt8(ascii: ":") }.dropFirst()
      .split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Its rules, each from the line `rule …` to the next one.
  var rules: [BundledRule] {
    let mark = Array("rule ".utf8)
    let bytes = Catalog.ruleBytes
    var starts: [Int] = []
    var line = range.lowerBound
    while line < range.upperBound {
      if bytes[line..<range.upperBound].starts(with: mark) { starts.append(line) }
      let end = bytes[line..<range.upperBound].firstIndex(of: UInt8(ascii: "\n"))
      line = (end ?? range.upperBound) + 1
    }
    return zip(starts, starts.dropFirst() + [range.upperBound]).map { BundledRule($0..<$1) }
  }

  /// `rules/sqs.arch`
  package var name: String {
    let family = rules.first?.name.prefix { $0 != "/" } ?? "rules"
    return "rules/\(family).arch"
  }

  package var source: SourceText { SourceText(name: name, bytes: Array(Catalog.ruleBytes[range])) }
}
