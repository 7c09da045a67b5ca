import ArchDiagnostics
import ArchSource
import ArchSyntax

/// A comment that tells the checker to keep quiet about something:
/// `# archc: allow sqs/missing-dlq -- replayed nightly from S3`.
struct Allowance {
  /// The kinds of problem it is about.
  var rules: [String]
  /// Whether it is about the whole file.
  var isForFile: Bool
  /// The line it speaks of: its own, or the one below where it has a line to itself.
  var line: Int
  /// The comment.
  var location: Location
  /// The comment and what would be left over without it: the spaces before it, or its whole line.
  var removal: Location
  var isUsed = false
  /// An error it speaks of in vain.
  var error: DiagnosticID?

  /// Whether it speaks of a problem at a line.
  func covers(_ diagnostic: Diagnostic, line: Int) -> Bool {
    (isForFile || line == self.line) && rules.contains(diagnostic.id.name)
  }
}

/// The allowances of one source, and what is wrong with their spelling.
struct AllowanceReader {
  private(set) var allowances: [Allowance] = []
  private(set) var problems: [Diagnostic] = []
  private let tree: SyntaxTree
  private let lines: LineTable

  init(_ tree: SyntaxTree, lines: LineTable) {
    self.tree = tree
    self.lines = lines
    for token in 0..<tree.tokens.count where tree.tokens.kind(token) == .comment {
      read(token)
    }
  }

  private mutating func read(_ token: Int) {
    let text = tree.text(ofToken: token).drop { $0 == "#" || $0 == " " || $0 == "\t" }
    guard text.hasPrefix("archc:") else { return }
    let directive = text.dropFirst("archc:".count).drop { $0 == " " }
    let location = tree.location(ofToken: token)
    let word = directive.prefix { $0 != " " }
    guard word == "allow" || word == "allow-file" else {
      problems.append(.unknownDirective(String(word), at: location))
      return
    }
    let (rules, reason) = Self.split(directive.dropFirst(word.count))
    if rules.isEmpty {
      problems.append(.allowanceWithoutRule(at: location))
    } else if reason.isEmpty {
      problems.append(.allowanceWithoutReason(at: location))
    } else {
      allowances.append(
        Allowance(
          rules: rules, isForFile: word == "allow-file", line: lineSpokenOf(by: token),
          location: location, removal: removal(of: token)))
    }
  }

  /// The names before `--`, and the words behind it.
  private static func split(_ text: Substring) -> (rules: [String], reason: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    let rules = words.prefix { $0 != "--" }
    let reason = words.dropFirst(rules.count + 1).joined(separator: " ")
    return (rules.map { String($0.filter { $0 != "," }) }.filter { !$0.isEmpty }, reason)
  }

  /// A comment behind a statement speaks of that line; one on a line of its own speaks of the next
  /// line that is not a comment too.
  private func lineSpokenOf(by token: Int) -> Int {
    var before = token - 1
    while before >= 0, tree.tokens.kind(before).isTrivia { before -= 1 }
    let own = line(of: token)
    guard before < 0 || tree.tokens.kind(before) == .newline else { return own }
    var after = token + 1
    while after < tree.tokens.count - 1 {
      let kind = tree.tokens.kind(after)
      guard kind.isTrivia || kind == .newline else { break }
      after += 1
    }
    return line(of: after)
  }

  private func removal(of token: Int) -> Location {
    let location = tree.location(ofToken: token)
    let line = line(of: token)
    let content = lines.content(ofLine: line)
    let before = tree.source.bytes[content.lowerBound..<Int(location.range.lower)]
    if let last = before.lastIndex(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) {
      return Location(location.source, ByteRange(last + 1, Int(location.range.upper)))
    }
    let end = line < lines.count ? lines.content(ofLine: line + 1).lowerBound : content.upperBound
    return Location(location.source, ByteRange(content.lowerBound, end))
  }

  private func line(of token: Int) -> Int { lines.line(at: Int(tree.tokens.range(token).lower)) }
}

extension Diagnostic {
  fileprivate static func unknownDirective(_ word: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "allow/unknown-directive", .warning, "'\(word)' is not something to tell the checker",
      at: location,
      notes: ["write '# archc: allow RULE -- reason' or '# archc: allow-file RULE -- reason'"])
  }

  fileprivate static func allowanceWithoutRule(at location: Location) -> Diagnostic {
    Diagnostic(
      "allow/missing-rule", .warning, "this comment allows nothing", at: location,
      notes: ["name what it allows: '# archc: allow name/unknown -- reason'"])
  }

  fileprivate static func allowanceWithoutReason(at location: Location) -> Diagnostic {
    Diagnostic(
      "allow/missing-reason", .warning, "this comment gives no reason and is not heeded",
      at: location, notes: ["say why after '--', for whoever reads it next"])
  }

  static func allowedError(_ rule: String, at location: Location) -> Diagnostic {
    Diagnostic(
      "allow/error", .warning, "'\(rule)' is an error and cannot be allowed", at: location,
      notes: ["without mending it there is no picture"])
  }

  static func unusedAllowance(_ allowance: Allowance) -> Diagnostic {
    Diagnostic(
      "allow/unused", .warning,
      "nothing here is reported as \(allowance.rules.map { "'\($0)'" }.joined(separator: ", "))",
      at: allowance.location, notes: ["the fault may have been mended; remove the comment"],
      fixes: [FixIt("remove it", [TextEdit(allowance.removal, "")])])
  }
}
