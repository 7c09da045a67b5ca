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
    let bytes = Catalog.ruleBytes[range]
    let head = bytes.prefix { $0 != UInt8(ascii: "\n") }
    words = head.drop { $0 != UInt8(ascii: ":") }.dropFirst()
      .split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// `rules/sqs.arch`
  package var name: String {
    let bytes = Catalog.ruleBytes[range]
    let mark = Array("\nrule ".utf8)
    guard let start = bytes.firstRange(of: mark)?.upperBound else { return "rules" }
    let family = bytes[start...].prefix { $0 != UInt8(ascii: "/") }
    return "rules/\(String(decoding: family, as: UTF8.self)).arch"
  }

  package var source: SourceText { SourceText(name: name, bytes: Array(Catalog.ruleBytes[range])) }
}
