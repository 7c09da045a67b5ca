import ArchDiagnostics
import ArchSource
import ArchTestSupport
import Testing

@Test func `The terminal shows what, where, why and what to do`() {
  let reports = SharedReports.all
  let text = reports.map { renderTerminal($0.diagnostics, in: $0.sources) }.joined(separator: "\n")
  expectGolden(text + "\n" + Summary(reports).sentence + "\n", "terminal.txt")
}

@Test func `Colour adds escape sequences and changes nothing else`() {
  let shop = SharedReports.shop
  let colored = renderTerminal(shop.diagnostics, in: shop.sources, color: true)
  expectGolden(colored.replacing("\u{1B}", with: "^"), "terminal-color.txt")
  let stripped = colored.replacing(/\u{1B}\[[0-9;]*m/, with: "")
  #expect(stripped == renderTerminal(shop.diagnostics, in: shop.sources))
}

@Test func `No control character of a file, a name or a message reaches the terminal alive`() {
  let hostile = SharedReports.hostile
  for color in [false, true] {
    let text = renderTerminal(hostile.diagnostics, in: hostile.sources, color: color)
      .replacing(/\u{1B}\[[0-9;]*m/, with: color ? "" : "\u{1B}")
    #expect(!text.unicodeScalars.contains { $0 != "\n" && isUnsafe($0) })
    #expect(text.split(separator: "\n").allSatisfy { !$0.hasPrefix("::") })
  }
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
    true
  case 0xFEFF: true
  default: false
  }
}

@Test(arguments: [
  ("", 0), ("ab", 2), ("\t", 4), ("a\t", 4), ("abc\tx", 5), ("注文", 4), ("🛒", 2), ("é", 1),
  ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("❤️", 2), ("🇸🇪", 2), ("한글", 4), ("ｗ", 2), ("\u{1B}", 6),
  ("→", 1),
])
func `Carets stand below the marked word whatever comes before it`(before: String, width: Int) {
  let source = SourceText(name: "a.arch", "\(before)WORD")
  let problem = Diagnostic("a/b", .error, "no", at: place(of: "WORD", in: source))
  let lines = renderTerminal([problem], in: SourceMap([source])).split(separator: "\n")
  #expect(lines.last == "  | \(String(repeating: " ", count: width))^^^^")
}

@Test func `A long line is cut around the marked word`() {
  let source = SourceText(
    name: "a.arch",
    String(repeating: "注x; ", count: 50_000) + "WORD" + String(repeating: "é", count: 9_999))
  let problem = Diagnostic("a/b", .error, "no", at: place(of: "WORD", in: source))
  let lines = renderTerminal([problem], in: SourceMap([source])).split(separator: "\n")
  #expect(lines.allSatisfy { $0.count < 140 })
  let shown = lines[3].drop { $0 != "…" }
  #expect(shown.hasSuffix("é…") && shown.contains("WORD"))
  let before = shown.prefix { $0 != "W" }.reduce(0) { $0 + cellWidth($1) }
  #expect(lines[4].hasSuffix("| " + String(repeating: " ", count: before) + "^^^^"))
}

@Test func `A place beyond the end of the text is shown at its end`() {
  let source = SourceText(name: "a.arch", "ab")
  let problem = Diagnostic("a/b", .error, "no", at: Location(.root, ByteRange(50, 60)))
  let text = renderTerminal([problem], in: SourceMap([source]))
  #expect(text.contains("1 | ab\n  |   ^"))
}

@Test func `A place that takes no column of its own still gets a caret`() {
  let source = SourceText(name: "a.arch", "a\u{200D}")
  let problem = Diagnostic("a/b", .error, "no", at: Location(.root, ByteRange(4, 4)))
  #expect(renderTerminal([problem], in: SourceMap([source])).hasSuffix("|  ^\n"))
  let joiner = SourceText(name: "a.arch", "\u{200D}")
  let place = Diagnostic("a/b", .error, "no", at: Location(.root, ByteRange(0, 3)))
  #expect(renderTerminal([place], in: SourceMap([joiner])).hasSuffix("| ^\n"))
}

@Test func `A place that takes in the end of its line is shown on that line`() {
  let source = SourceText(name: "a.arch", "abc\nx\n")
  let problem = Diagnostic("a/b", .error, "no", at: Location(.root, ByteRange(1, 4)), label: "it")
  #expect(renderTerminal([problem], in: SourceMap([source])).hasSuffix("1 | abc\n  |  ^^ it\n"))
}

@Test func `Any bytes and any places can be rendered`() {
  var random = SplitMix64(seed: 7)
  let alphabet: [UInt8] = [
    0, 9, 10, 13, 27, 32, 65, 0x80, 0xC3, 0xA9, 0xE6, 0xF0, 0x9F, 0x9B, 0xFF,
  ]
  for _ in 0..<500 {
    let count = Int.random(in: 0...300, using: &random)
    let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    let sources = SourceMap([SourceText(name: "a.arch", bytes: bytes)])
    func anywhere() -> Location {
      let lower = Int.random(in: 0...count, using: &random)
      return Location(.root, ByteRange(lower, Int.random(in: lower...count, using: &random)))
    }
    let problem = Diagnostic(
      "a/b", .error, "no", at: anywhere(), secondary: [Label(anywhere(), "x")],
      fixes: [FixIt("do", [TextEdit(anywhere(), "n"), TextEdit(anywhere(), "m")])])
    let text = renderTerminal([problem], in: sources)
    #expect(!text.unicodeScalars.contains { $0 != "\n" && isUnsafe($0) })
    #expect(text.contains("^"))
  }
}
