import ArchDiagnostics
import ArchSource

/// The problems that every renderer is tested on: each shape of place and each hostile text once.
enum SharedReports {
  static let all = [shop, hostile]

  /// Ordinary problems in a diagram of two files.
  static let shop: Report = {
    let root = SourceText(
      name: "./shop.arch",
      """
      user -> cloudfornt -> s3

      main: vpc {
        app: ecs
        db: rds
        cache: redis
      }
      \torders: sqs { timeout = 900 }; orders: sns
      "注文 🛒": lambmda\r
      a: sqs {
      """)
    let imported = SourceText(name: "lib/queues.arch", "a: sqs # shared\n")
    let sources = SourceMap([root, imported])
    return Report(sources, ordinaryProblems(root, imported))
  }()

  /// A file whose name and content try to act on the terminal, the log and the XML.
  static let hostile: Report = {
    let text = "a\u{1B}[2J\u{7}: sqs \"\u{202E}x\u{2028}\u{FEFF}]]>&<\" \u{9B} end\n"
    let source = SourceText(name: "e\u{1B}]0;vil,100%:<&\".arch", text)
    let name = "a\u{1B}[2J\u{7}"
    let problem = Diagnostic(
      "syntax/control-character", .error, "'\(name)' holds <control> & \"more\"\r\n::error::x",
      at: place(of: name, in: source), label: "here \u{1B}[31m",
      notes: ["a % b\nsecond\u{202E} line"],
      fixes: [FixIt("write '\u{1B}'", [TextEdit(place(of: name, in: source), "b\u{7}")])])
    return Report(SourceMap([source]), [problem])
  }()

  private static func ordinaryProblems(_ root: SourceText, _ imported: SourceText) -> [Diagnostic] {
    let name = place(of: "cloudfornt", in: root)
    let value = place(of: "900", in: root)
    let end = Location(.root, ByteRange(root.count, root.count))
    let first = Location(SourceID(1), ByteRange(0, 1))
    return [
      Diagnostic(
        "name/unknown", .warning, "unknown name 'cloudfornt'", at: name,
        label: "nothing has this name", notes: ["an unknown name becomes a plain box"],
        fixes: [FixIt("write 'cloudfront'", [TextEdit(name, "cloudfront")])]),
      Diagnostic(
        "vpc/without-subnets", .hint, "'main' has no subnets", at: wholeNetwork(root),
        label: "a network is drawn by its subnets"),
      Diagnostic(
        "value/missing-unit", .error, "'timeout' needs a unit", at: value,
        fixes: [
          FixIt("write '900s'", [TextEdit(Location(.root, .at(value.range.upper)), "s")]),
          FixIt("remove the attribute", [TextEdit(attribute(root), "")], isSafe: false),
        ]),
      Diagnostic(
        "name/duplicate", .error, "'orders' is declared twice",
        at: place(of: "orders: sns", in: root, first: 6), label: "declared again",
        secondary: [Label(place(of: "orders: sqs", in: root, first: 6), "first declared here")]),
      Diagnostic(
        "name/unknown-service", .warning, "no service is called 'lambmda'",
        at: place(of: "lambmda", in: root), label: "did you mean 'lambda'?"),
      Diagnostic(
        "style/empty-label", .hint, "the label could stand here",
        at: Location(.root, .at(place(of: "lambmda", in: root).range.lower))),
      Diagnostic(
        "name/hides-import", .warning, "'a' hides an imported name",
        at: place(of: "a: sqs {", in: root, first: 1),
        secondary: [Label(first, "imported from here")]),
      Diagnostic(
        "syntax/unclosed", .error, "expected '}' at the end of the file", at: end,
        secondary: [Label(Location(.root, ByteRange(root.count - 1, root.count)), "opened here")],
        fixes: [FixIt("close the block", [TextEdit(end, "\n}")])]),
      Diagnostic(
        "import/unused", .hint, "nothing uses 'a'", at: first,
        fixes: [FixIt("say so", [TextEdit(Location(SourceID(1), .at(0)), "# unused\n")])]),
    ]
  }

  private static func wholeNetwork(_ root: SourceText) -> Location {
    let start = place(of: "main", in: root).range.lower
    let end = place(of: "}\n\t", in: root, first: 1).range.upper
    return Location(.root, ByteRange(start, end))
  }

  private static func attribute(_ root: SourceText) -> Location {
    place(of: "timeout = 900 ", in: root)
  }
}

/// The place of the first occurrence of some words, or of as many bytes of it as are asked for.
func place(of words: String, in source: SourceText, first count: Int? = nil) -> Location {
  let pattern = Array(words.utf8)
  let starts = source.bytes.indices.filter { source.bytes[$0...].starts(with: pattern) }
  let start = starts.first ?? 0
  return Location(.root, ByteRange(start, start + (count ?? pattern.count)))
}
